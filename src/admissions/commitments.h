// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "admissions/commitment.h"
#include "base/result.h"
#include "identity/audit.h"
#include "store/database.h"

namespace enact::admissions {

// Which commitments a list shows. Empty fields narrow nothing.
struct CommitmentFilter {
  std::string workspace;
  std::string state = {};
  std::string kind = {};
  std::string review_by = {};  // those to be looked at by that day
  bool only_public = false;
  std::size_t from = 0;
  std::size_t most = 200;
};

// By institution, the newest state first. `programs` are counted, not read.
std::vector<Commitment> commitments(store::Reader& reader, const CommitmentFilter& filter);

// How many there are under the filter: by the name of their state, whatever state it asks for, and
// to be looked at by that day.
struct CommitmentCounts {
  std::map<std::string, long long> by_state;
  std::map<std::string, long long> by_kind;
  long long to_review = 0;
};
CommitmentCounts count_commitments(store::Reader& reader, const CommitmentFilter& filter);

// Of an institution and its offices, in force first: those of the ecosystem (every one where it is
// ""), and what is shown to all of others.
std::vector<Commitment> commitments_at(store::Reader& reader,
                                       std::string_view org,
                                       std::string_view workspace);

std::optional<Commitment> find_commitment(store::Reader& reader, std::string_view id);
std::vector<Step> steps_of(store::Reader& reader, std::string_view commitment);  // newest first

// The names of the programs of each commitment of the ecosystem (of all where it is "") that is not
// for all, with ";" between them.
std::map<std::string, std::string> programs_by_commitment(store::Reader& reader,
                                                          std::string_view workspace);

// `step` is the state in which it begins.
base::Result<Commitment> add_commitment(store::Writer& writer,
                                        Commitment draft,
                                        Step step,
                                        identity::Event by);

// What it is and for whom; `draft.version` is that of the form.
base::Result<void> change_commitment(store::Writer& writer, Commitment draft, identity::Event by);

// Its next state. `review_on` is the day on which to look again, or empty.
base::Result<void> take_step(store::Writer& writer,
                             std::string_view commitment,
                             Step step,
                             std::string review_on,
                             std::int64_t version,
                             identity::Event by);

// Whether visitors see it while it is in force.
enum class Shown { to_the_network, to_all };
base::Result<void> show_commitment(store::Writer& writer,
                                   std::string_view commitment,
                                   Shown shown,
                                   identity::Event by);

// "2 commitments in force, 1 agreed"; empty when there is none.
std::string commitments_standing(store::Reader& reader, const std::string& workspace);

}  // namespace enact::admissions
