// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "identity/audit.h"
#include "outreach/criterion.h"
#include "outreach/stage.h"
#include "store/database.h"

namespace enact::outreach {

// A program that an ecosystem thinks of.
struct Candidate {
  std::string id;
  std::string workspace;
  std::string program;  // organization
  std::string program_name;
  Stage stage = Stage::identified;
  std::string stage_since;  // day
  std::string reason;       // of being out
  std::int64_t version = 0;
};

struct Score {
  std::string key;
  int points = 0;
  std::string note;
  std::string scored_by;
  std::string scored_at;
};

// A candidate beside the criteria.
struct Ranked {
  Candidate candidate;
  Assessment assessment;
  int rank = 0;  // 0: it has none, since too little is known or it is out
};

// How many there are of what, for the head of the page.
struct ShortlistCount {
  int running = 0;  // candidates not out and not cut
  int scored = 0;   // of them, those that have a rank
  int out = 0;      // declined or set aside
};

// All candidates of the ecosystem: those with a rank first, equal shares with the same rank; then
// those of which too much is unknown; then those that a cut would end; then those that are out.
std::vector<Ranked> shortlist(store::Reader& reader,
                              std::string_view workspace,
                              const std::vector<Criterion>& criteria);
ShortlistCount count_of(const std::vector<Ranked>& shortlist);

// "5 of 8 candidates in the running, 4 scored"; empty when there is none.
std::string shortlist_standing(store::Reader& reader, const std::string& workspace);

std::optional<Candidate> find_candidate(store::Reader& reader, std::string_view id);
std::vector<Score> scores_of(store::Reader& reader, std::string_view candidate);
// What the directory knows of it, in the fields of the criteria.
Known known_of(store::Reader& reader, std::string_view program, const std::vector<Criterion>& of);

// A program of the directory that is no candidate yet, and what the cuts say of it.
struct Found {
  std::string program;
  std::string name;
  std::string region;
  std::vector<Verdict> cuts;
};
std::vector<Found> programs_beside(store::Reader& reader,
                                   std::string_view workspace,
                                   const std::vector<Criterion>& criteria);

// `program` is the id of an organization of kind pcsp.
base::Result<Candidate> add_candidate(store::Writer& writer,
                                      std::string_view workspace,
                                      std::string_view program,
                                      identity::Event by);

// Keeps the points that are given and forgets those that are not: unknown again. `version` is that
// of the form.
base::Result<void> score_candidate(store::Writer& writer,
                                   std::string_view candidate,
                                   const std::vector<Score>& scores,
                                   const std::vector<Criterion>& criteria,
                                   std::int64_t version,
                                   identity::Event by);

base::Result<void> move_candidate(store::Writer& writer,
                                  std::string_view candidate,
                                  Stage to,
                                  std::string_view reason,
                                  std::int64_t version,
                                  identity::Event by);

}  // namespace enact::outreach
