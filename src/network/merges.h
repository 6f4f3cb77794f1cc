// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/reference.h"
#include "base/result.h"
#include "identity/audit.h"
#include "network/merge.h"
#include "store/database.h"

namespace enact::network {

// Two records that are to become one.
struct MergeDraft {
  Thing thing = Thing::organization;
  std::string kept;
  std::string merged;
  Choices choices;
  // Of what the person looked at; 0 takes whatever is stored.
  std::int64_t kept_version = 0;
  std::int64_t merged_version = 0;
};

// A merge that took place. It is the record of what was and what was done.
struct Merge {
  std::string id;
  std::int64_t number = 0;
  Thing thing = Thing::organization;
  std::string kept;
  std::string kept_name;
  std::string merged;
  std::string merged_name;
  std::string workspace;  // the ecosystem in which it was done
  base::Json journal;
  std::string by_name;
  std::string at;
  bool is_undone = false;
  std::string undone_by_name;
  std::string undone_at;
  std::vector<std::string> left;  // what the undo left, in sentences
};

// What the two say differently, facts too, in the words of the ecosystem. Both must exist.
std::vector<Difference> differences(store::Reader& reader,
                                    Thing thing,
                                    std::string_view kept,
                                    std::string_view merged,
                                    std::string_view workspace);

// Why the two cannot become one, in a sentence; nothing when they can.
std::optional<base::Error> hindrance(store::Reader& reader,
                                     Thing thing,
                                     std::string_view kept,
                                     std::string_view merged);

// Makes them one: the chosen values stay, everything that points to the merged record points to the
// one that stays, and all that is gone is in the merge's journal. `references` says where rooms
// hold ids: those of app::Services.
base::Result<Merge> merge_records(store::Writer& writer,
                                  std::span<const app::Reference> references,
                                  const MergeDraft& draft,
                                  identity::Event by);

// Makes them two again. What was changed since stays changed, and the merge then says what was
// left. Refused in words while a later merge about the same record is in force.
base::Result<Merge> undo_merge(store::Writer& writer,
                               std::span<const app::Reference> references,
                               std::string_view id,
                               identity::Event by);

std::optional<Merge> find_merge(store::Reader& reader, std::string_view id);

// In force, the latest first: what this record was made of.
std::vector<Merge> merges_into(store::Reader& reader, Thing thing, std::string_view kept);

}  // namespace enact::network
