// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "accounts/common.h"
#include "base/text.h"
#include "identity/audit.h"
#include "identity/users.h"

namespace enact::accounts {
namespace {

using web::Needs;
using Answer = base::Result<web::Response>;

// GET /account/sessions
Answer list_sessions(app::Visit& visit) {
  const auto open = visit.services.db.read([&](store::Reader& reader) {
    return visit.services.sessions.of(reader, visit.viewer.user_id, visit.now());
  });
  std::vector<web::View> views;
  for (const auto& session : open) {
    web::View view;
    view.set("id", session.id)
        .set("agent", session.agent)
        .set("started", time_html(session.started))
        .set("last_seen", time_html(session.last_seen))
        .set("is_this", session.id == visit.viewer.session_id);
    views.push_back(std::move(view));
  }
  web::View view;
  view.set("has_others", views.size() > 1).set_list("sessions", std::move(views));
  return show(visit, "sessions.html", std::move(view),
              {.title = "Where you are signed in", .section = "account"});
}

// Records how many sessions `end` ended.
template <class End>
std::int64_t end_recorded(const app::Visit& visit, End&& end) {
  return visit.services.db.write([&](store::Writer& writer) {
    const std::int64_t ended = end(writer);
    if (ended > 0) {
      auto event =
          identity::about(own_account(writer, visit), "identity.session.ended", visit.event());
      event.after.set("sessions_ended", ended);
      identity::record(writer, event);
    }
    return ended;
  });
}

// POST /account/sessions/{id}/end
Answer end_session(app::Visit& visit) {
  const auto ended = end_recorded(visit, [&](store::Writer& writer) {
    return identity::Sessions::end(writer, visit.viewer.user_id, visit.id(), visit.now());
  });
  if (ended == 0) return base::not_found("This session is over already.");
  if (visit.id() == visit.viewer.session_id) return web::redirect("/sign-in");
  return app::redirect_with_notice(visit, "/account/sessions", "You are signed out there.");
}

// POST /account/sessions/end-others
Answer end_other_sessions(app::Visit& visit) {
  const auto ended = end_recorded(visit, [&](store::Writer& writer) {
    return identity::Sessions::end_all(writer, visit.viewer.user_id, visit.viewer.session_id,
                                       visit.now());
  });
  return app::redirect_with_notice(
      visit, "/account/sessions",
      fmt::format("{} ended; this one goes on.",
                  base::counted(ended, "other session is", "other sessions are")));
}

}  // namespace

void session_routes(app::Routes& routes) {
  routes.get("/account/sessions", Needs::signed_in, list_sessions);
  routes.post("/account/sessions/end-others", Needs::signed_in, end_other_sessions);
  routes.post("/account/sessions/{id}/end", Needs::signed_in, end_session);
}

}  // namespace enact::accounts
