// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "accounts/accounts.h"
#include "accounts/common.h"
#include "accounts/mails.h"
#include "base/text.h"
#include "identity/access.h"
#include "identity/audit.h"
#include "identity/users.h"

namespace enact::accounts {
namespace {

using web::Needs;
using Answer = base::Result<web::Response>;

const std::vector<std::string> kFields{"email", "password"};
const std::vector<std::string> kCodeFields{"code"};
constexpr std::size_t kShownInDemo = 8;

bool is_secure(const app::Visit& visit) {
  return visit.services.config.is_secure();
}

// Where the person wanted to go, if that is a page of ours.
std::string next_of(const app::Visit& visit) {
  auto next = visit.form().text("next");
  if (next.empty()) next = visit.request.query_value("next");
  return web::is_local_address(next) ? next : "/";
}

std::string with_next(const std::string& path, const std::string& next) {
  return next == "/" ? path : path + "?next=" + base::url_encode(next);
}

// Whom one can be in the demo.
std::vector<web::View> demo_accounts(const app::Visit& visit) {
  std::vector<web::View> views;
  if (!visit.services.config.demo) return views;
  visit.services.db.read([&](store::Reader& reader) {
    std::string last;
    for (const auto& held : identity::held_roles(reader, "")) {
      if (views.size() == kShownInDemo || held.user_id == last || held.user_is_disabled) continue;
      last = held.user_id;
      web::View view;
      view.set("email", held.user_email).set("role", role_words(reader, held));
      views.push_back(std::move(view));
    }
  });
  return views;
}

web::Response sign_in_page(const app::Visit& visit,
                           const std::string& email = {},
                           const base::Error* error = nullptr) {
  web::View view;
  view.set("email", email)
      .set("next", next_of(visit))
      .set("demo_password", kDemoPassword)
      .set_list("demo_accounts", demo_accounts(visit));
  app::show_faults(view, kFields, error);
  return show(visit, "sign_in.html", std::move(view),
              {.title = "Sign in",
               .look = app::Look::reading,
               .status = error != nullptr ? status_for(*error) : 200});
}

// A session from before ends here, so that nobody stays signed in as two people.
void end_own_session(const app::Visit& visit) {
  if (!visit.viewer.is_signed_in()) return;
  visit.services.db.write([&](store::Writer& writer) {
    const auto user = own_account(writer, visit);
    identity::Sessions::end(writer, user.id, visit.viewer.session_id, visit.now());
    record(writer, identity::about(user, "identity.session.ended", event_by(user, visit)));
  });
}

web::Response code_page(const app::Visit& visit, const base::Error* error = nullptr) {
  web::View view;
  view.set("next", next_of(visit));
  app::show_faults(view, kCodeFields, error);
  return show(visit, "code.html", std::move(view),
              {.title = "Your code",
               .look = app::Look::reading,
               .status = error != nullptr ? status_for(*error) : 200});
}

// GET /sign-in
Answer show_sign_in(app::Visit& visit) {
  if (visit.viewer.is_signed_in()) return web::redirect(next_of(visit));
  return sign_in_page(visit);
}

// POST /sign-in
Answer sign_in_with_password(app::Visit& visit) {
  const auto email = visit.form().text("email");
  const auto entry = sign_in(visit).with_password(email, visit.form().raw("password"), door(visit));
  if (!entry) return sign_in_page(visit, email, &entry.error());
  return welcome(visit, *entry, next_of(visit));
}

// POST /sign-in/link
Answer ask_for_link(app::Visit& visit) {
  const auto email = visit.form().text("email");
  const auto next = next_of(visit);
  const Mails mails(visit);
  const auto asked = sign_in(visit).ask_for_link(
      email, door(visit),
      [&](store::Writer& writer, const identity::User& user, const std::string& token) {
        mails.link(writer, user,
                   full_address(visit.services, with_next("/sign-in/link/" + token, next)));
      });
  if (!asked) return sign_in_page(visit, email, &asked.error());
  web::View view;
  view.set("email", email).set("demo", visit.services.config.demo);
  return show(visit, "link_sent.html", std::move(view),
              {.title = "Look into your mailbox", .look = app::Look::reading});
}

// GET /sign-in/link/{token}: only shows a button, since mail scanners open what they find.
Answer show_link(app::Visit& visit) {
  const auto holder = sign_in(visit).holder_of_link(visit.id("token"), door(visit));
  if (!holder) return sign_in_page(visit, {}, &holder.error());
  web::View view;
  view.set("name", holder->name).set("email", holder->email).set("next", next_of(visit));
  return show(visit, "link.html", std::move(view),
              {.title = "Sign in", .look = app::Look::reading});
}

// POST /sign-in/link/{token}
Answer sign_in_with_link(app::Visit& visit) {
  const auto entry = sign_in(visit).with_link(visit.id("token"), door(visit));
  if (!entry) return sign_in_page(visit, {}, &entry.error());
  return welcome(visit, *entry, next_of(visit));
}

std::string half_way_token(const app::Visit& visit) {
  return std::string(visit.request.cookie(identity::half_way_cookie_name(is_secure(visit))));
}

// GET /sign-in/code
Answer show_code(app::Visit& visit) {
  if (!sign_in(visit).is_half_way(half_way_token(visit), visit.now()))
    return web::redirect(with_next("/sign-in", next_of(visit)));
  return code_page(visit);
}

// POST /sign-in/code
Answer sign_in_with_code(app::Visit& visit) {
  const auto entry =
      sign_in(visit).with_code(half_way_token(visit), visit.form().text("code"), door(visit));
  if (entry) return welcome(visit, *entry, next_of(visit));
  if (entry.error().kind == base::Error::Kind::conflict)
    return sign_in_page(visit, {}, &entry.error());
  return code_page(visit, &entry.error());
}

// POST /sign-out
Answer sign_out(app::Visit& visit) {
  end_own_session(visit);
  auto response = app::redirect_with_notice(visit, "/", "You are signed out.");
  response.header("Set-Cookie", identity::ended_session_cookie(is_secure(visit)));
  return response;
}

}  // namespace

web::Response welcome(const app::Visit& visit,
                      const identity::Entry& entry,
                      const std::string& next) {
  const bool secure = is_secure(visit);
  if (entry.wants_code()) {
    auto response = web::redirect(with_next("/sign-in/code", next));
    response.header("Set-Cookie", identity::half_way_cookie(entry.half_way, secure));
    return response;
  }
  end_own_session(visit);
  auto response = web::redirect(next);
  response.header("Set-Cookie",
                  identity::session_cookie(entry.session_secret, secure,
                                           visit.services.sessions.limits().absolute));
  response.header("Set-Cookie", identity::ended_half_way_cookie(secure));
  return response;
}

void sign_in_routes(app::Routes& routes) {
  routes.get("/sign-in", Needs::nothing, show_sign_in);
  routes.post("/sign-in", Needs::nothing, sign_in_with_password);
  routes.post("/sign-in/link", Needs::nothing, ask_for_link);
  routes.get("/sign-in/link/{token}", Needs::nothing, show_link);
  routes.post("/sign-in/link/{token}", Needs::nothing, sign_in_with_link);
  routes.get("/sign-in/code", Needs::nothing, show_code);
  routes.post("/sign-in/code", Needs::nothing, sign_in_with_code);
  routes.post("/sign-out", Needs::nothing, sign_out);
}

}  // namespace enact::accounts
