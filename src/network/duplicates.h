// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/job.h"
#include "base/result.h"
#include "identity/audit.h"
#include "network/facts.h"
#include "store/database.h"

namespace enact::network {

// Two records that may be about the same one, and what a person said to that.
struct Duplicate {
  // different: asked and answered, and never asked again unless somebody takes it back.
  enum class State { open, later, different, merged };

  std::string id;
  Thing thing = Thing::organization;
  std::string one;
  std::string other;
  double bits = 0;    // of evidence
  std::string words;  // "same web address, similar name, other city"
  State state = State::open;
  std::string decided_by_name;
  std::string decided_at;
};
std::string_view name_of(Duplicate::State state);
std::optional<Duplicate::State> duplicate_state_named(std::string_view name);

// Of the ecosystem both of whose records they are; all when it is empty. The strongest first.
struct DuplicatesWanted {
  Thing thing = Thing::organization;
  std::string workspace;
  Duplicate::State state = Duplicate::State::open;
};
std::vector<Duplicate> duplicates(store::Reader& reader,
                                  const DuplicatesWanted& wanted,
                                  std::size_t from,
                                  std::size_t most);
std::size_t count_duplicates(store::Reader& reader, const DuplicatesWanted& wanted);

std::optional<Duplicate> find_duplicate(store::Reader& reader, std::string_view id);
std::optional<Duplicate> duplicate_of(store::Reader& reader,
                                      Thing thing,
                                      const std::string& a,
                                      const std::string& b);
// Those that are still asked about.
std::vector<Duplicate> open_duplicates_of(store::Reader& reader, const Subject& subject);

// Open, later or different; a merge says for itself that two are the same.
base::Result<void> answer_duplicate(store::Writer& writer,
                                    std::string_view id,
                                    Duplicate::State state,
                                    identity::Event by);

// When a directory was last looked through.
struct DuplicateSearch {
  std::string done_at;
  std::int64_t records = 0;
  std::int64_t pairs = 0;
  std::string message;
};
std::optional<DuplicateSearch> last_search(store::Reader& reader, Thing thing);

// Looks through all organizations or people, keeps what it finds, and forgets what nobody decided
// and is no candidate any more. Bears to run twice, and beside people who decide.
void look_for_duplicates(store::Database& db, Thing thing, base::Instant now);

// The job that does so: nightly by itself, and when asked.
app::Job duplicates_job();
void enqueue_look(store::Writer& writer, Thing thing, base::Instant now);

}  // namespace enact::network
