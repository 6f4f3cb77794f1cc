// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/services.h"
#include "base/result.h"
#include "identity/audit.h"
#include "network/introduction.h"
#include "store/database.h"

namespace enact::network {

// The collection of introductions.

std::optional<Introduction> find_introduction(store::Reader& reader, std::string_view id);
// Those of an ecosystem that the user may see, the latest first.
std::vector<Introduction> introductions_of(store::Reader& reader,
                                           std::string_view workspace,
                                           std::string_view user);
std::vector<IntroductionStep> steps_of(store::Reader& reader, std::string_view introduction);

// How often somebody was asked for introductions within kAskedLately, by whichever ecosystem.
struct AskedLately {
  int times = 0;
  std::string last_on;  // day, or empty

  bool is_often() const { return times >= kAskedOften; }
};
AskedLately asked_lately(store::Reader& reader, std::string_view person, base::Day today);
std::string words_of(const AskedLately& asked);  // "Asked twice in the last 90 days, ..."

// Why this person cannot be asked for an introduction, or be introduced, in a sentence; empty when
// nothing stands in the way.
std::string refusal_of(store::Reader& reader, std::string_view person);

// The person on record with this e-mail address, if there is one and only one.
std::optional<std::string> person_with_email(store::Reader& reader, std::string_view email);

// The day on which this introducer was asked for this target, while that is open; or empty.
std::string asked_already(store::Reader& reader, std::string_view workspace, const WayToAsk& way);

// What is asked, as the form holds it.
struct AskDraft {
  std::string workspace;
  WayToAsk way;
  bool is_private = false;
  Introduction::AskedBy asked_by = Introduction::AskedBy::email;
  std::string subject;
  std::string text;
  bool knows_how_often = false;  // the person said that they know of the earlier asks
  std::string asker_email;
};

// Notes the ask and, by e-mail, sends it to the introducer and a note with links to the asker, in
// one transaction. Whom we want to meet gets nothing yet. `by.actor` is the asker.
base::Result<Introduction> ask_for_introduction(store::Writer& writer,
                                                const app::Services& services,
                                                const AskDraft& draft,
                                                const identity::Event& by);

// Who says how far it has come; `number` is that of the last step which they saw, 0 for whichever
// it is. Tells by e-mail who has to know: the asker, and whom we want to meet once the introduction
// is made, if they have not refused.
struct Move {
  Standing to = Standing::made;
  Party party = Party::colleague;
  std::string note;
};
base::Result<void> move_introduction(store::Writer& writer,
                                     const app::Services& services,
                                     std::string_view id,
                                     const Move& move,
                                     const identity::Event& by);

// Says that the last step was wrong, and why. Tells nobody by e-mail.
base::Result<void> correct_introduction(store::Writer& writer,
                                        std::string_view id,
                                        Standing to,
                                        std::string_view why,
                                        const identity::Event& by);

// "4 asked, 2 made, 1 met": of all that the ecosystem asked for. Empty when it asked for none.
std::string introductions_standing(store::Reader& reader, const std::string& workspace);

}  // namespace enact::network
