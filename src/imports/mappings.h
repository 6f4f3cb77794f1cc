// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "identity/audit.h"
#include "imports/mapping.h"
#include "store/database.h"

namespace enact::imports {

// The collection of mappings that have a name: ready-made ones, which come with the program, and
// those that an ecosystem saved.
struct NamedMapping {
  enum class Origin { ready_made, saved };

  Mapping mapping;
  Origin origin = Origin::saved;
  std::string changed_by;  // of a saved one
};

// One that somebody saved, as it stands in the database.
struct SavedMapping {
  std::string id;
  std::string org;
  std::string target;
  std::string name;
  std::int64_t version = 0;
  std::string changed_by;
  std::string changed_at;
};
std::vector<SavedMapping> saved_mappings(store::Reader& reader, std::string_view org);
std::optional<SavedMapping> find_saved_mapping(store::Reader& reader, std::string_view id);

// Both are for the version that the person saw: when somebody changed it since, a conflict that
// names who. An import that was read by a mapping keeps it, whatever becomes of the name.
base::Result<void> rename_mapping(store::Writer& writer,
                                  std::string_view id,
                                  std::string_view name,
                                  std::int64_t version,
                                  identity::Event by);
base::Result<void> delete_mapping(store::Writer& writer,
                                  std::string_view id,
                                  std::int64_t version,
                                  identity::Event by);

// Ready-made ones that do not parse are a programming error, and throw.
std::vector<Mapping> ready_made(const Target& target);

// What this ecosystem may choose from: its own by name, then the ready-made ones. One of its own
// stands for a ready-made one of the same name.
std::vector<NamedMapping> mappings_for(store::Reader& reader,
                                       const Target& target,
                                       std::string_view org);

std::optional<Mapping> find_mapping(store::Reader& reader,
                                    const Target& target,
                                    std::string_view org,
                                    std::string_view name);

// Saves it under its name, in place of the one that had the name. Field "mapping_name".
base::Result<void> save_mapping(store::Writer& writer,
                                std::string_view org,
                                const Mapping& mapping,
                                identity::Event by);

}  // namespace enact::imports
