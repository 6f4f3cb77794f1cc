// SPDX-License-Identifier: Apache-2.0
#include "programs/match_views.h"

#include "programs/pages.h"

namespace enact::programs {

web::View match_view(const Match& match) {
  web::View view;
  view.set("match", match.id)
      .set("match_version", match.version)
      .set("asset_url", "/support/assets/" + match.asset)
      .set("asset_what", match.asset_what)
      .set("offered_by", match.offered_by)
      .set("need_url", "/support/needs/" + match.need)
      .set("need_what", match.need_what)
      .set("program", match.program_name)
      .set("amount", match.amount)
      .set("match_state", words_of(match.state))
      .set("is_offered", match.state == MatchState::offered)
      .set("is_running", match.state == MatchState::offered || match.state == MatchState::agreed)
      .set("by", match.offered_by_name)
      .set_maybe("contact", match.contact)
      .set_maybe("why", match.why)
      .set_maybe("outcome", match.outcome);
  set_day(view, "on", match.offered_on);
  set_day(view, "since", match.state_since);
  return view;
}

}  // namespace enact::programs
