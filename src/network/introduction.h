// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "network/warm_path.h"

namespace enact::network {

// How far an introduction has come. Never change the names: in the database.
enum class Standing { asked, made, met, declined };
inline constexpr std::array kStandings{Standing::asked, Standing::made, Standing::met,
                                       Standing::declined};
std::string_view name_of(Standing standing);
std::string_view words_of(Standing standing);  // "Asked", "They have met"
std::string_view mark_of(Standing standing);
std::optional<Standing> standing_named(std::string_view name);

// Who can say how far it has come: the three whom it is about, or somebody of the ecosystem who
// heard of it.
enum class Party { asker, introducer, target, colleague };
std::string_view name_of(Party party);
std::optional<Party> party_named(std::string_view name);

// One step: who said what, and when.
struct IntroductionStep {
  int number = 1;
  Standing standing = Standing::asked;
  Party party = Party::asker;
  std::string by_id;
  std::string by_name;
  base::Instant at;
  std::string note;
  bool is_correction = false;
};

// `asker` would like to meet `target`, and asked `introducer` to bring them together, perhaps over
// somebody whom the introducer knows.
struct Introduction {
  enum class AskedBy { email, told };  // told: in person or by telephone

  std::string id;
  std::string workspace;
  std::string asker;  // user id
  std::string asker_name;
  std::string asker_person;  // id, or empty where the asker is not on record as a person
  std::string introducer;    // ids of people
  std::string via;           // or empty
  std::string target;
  bool is_private = false;  // only the asker sees it
  AskedBy asked_by = AskedBy::email;
  std::string asked_on;  // day

  // Filled by reading.
  std::string introducer_name;
  std::string via_name;
  std::string target_name;
  Standing standing = Standing::asked;  // what the last step says
  int steps = 1;
  base::Instant since;

  bool is_seen_by(std::string_view user) const { return !is_private || asker == user; }
};

std::string_view name_of(Introduction::AskedBy asked_by);

// After so many days without an answer an open ask stands among those to remember.
inline constexpr std::chrono::days kWaitsLong{14};
bool waits_long(const Introduction& introduction, base::Day today);

// Who was asked so often within this span is asked again only by somebody who says that they know
// it: people who are asked for favors all the time stop answering.
inline constexpr std::chrono::days kAskedLately{90};
inline constexpr int kAskedOften = 3;

// Whether `party` may say that it now stands at `to`; a sentence when not. It only goes forward:
// asked, made, met; or declined, from where nobody has met yet. Whom we want to meet has no say
// before the introduction is made, since they do not know of it before.
base::Result<void> may_move(Standing from, Party party, Standing to);
std::vector<Standing> moves_of(Standing from, Party party);

// What is asked of whom, to walk a way: the first contact, to introduce us to its end.
struct WayToAsk {
  std::string introducer;
  std::string via;
  std::string target;
};
WayToAsk way_to_ask(const WarmPath& path);

// Whether telling an ecosystem of the way tells it something that is not its own knowledge.
bool is_private_to(const WarmPath& path, std::string_view workspace);

}  // namespace enact::network
