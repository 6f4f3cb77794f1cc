// SPDX-License-Identifier: Apache-2.0
#include "accounts/common.h"
#include "accounts/mails.h"
#include "base/text.h"
#include "identity/access.h"
#include "identity/password.h"
#include "identity/users.h"

namespace enact::accounts {
namespace {

using web::Needs;
using Answer = base::Result<web::Response>;

const std::vector<std::string> kFields{"name", "current_password", "password"};

std::vector<web::View> role_list(store::Reader& reader, const identity::User& user) {
  std::vector<web::View> views;
  for (const auto& held : identity::roles_of(reader, user.id)) {
    web::View view;
    view.set("words", role_words(reader, held)).set("since", time_html(held.since));
    views.push_back(std::move(view));
  }
  return views;
}

// `error` is what was wrong with the form that was sent; the name is kept as typed.
web::Response account_page(const app::Visit& visit, const base::Error* error = nullptr) {
  auto view = visit.services.db.read([&](store::Reader& reader) {
    const auto user = own_account(reader, visit);
    web::View filled;
    filled.set("current_name", user.name)
        .set("email", user.email)
        .set("name", visit.form().has("name") ? visit.form().text("name") : user.name)
        .set("has_password", user.has_password)
        .set("has_second_factor", user.has_second_factor)
        .set_list("roles", role_list(reader, user));
    return filled;
  });
  app::show_faults(view, kFields, error);
  return show(visit, "account.html", std::move(view),
              {.title = "Your account",
               .status = error != nullptr ? status_for(*error) : 200,
               .section = "account"});
}

// GET /account
Answer show_account(app::Visit& visit) {
  return account_page(visit);
}

// POST /account/name
Answer change_name(app::Visit& visit) {
  const auto changed = visit.services.db.write([&](store::Writer& writer) {
    return identity::rename_user(writer, own_account(writer, visit), visit.form().text("name"),
                                 visit.event());
  });
  if (!changed) return account_page(visit, &changed.error());
  return app::redirect_with_notice(visit, "/account", "Your name is changed.");
}

// POST /account/password
Answer change_own_password(app::Visit& visit) {
  const auto& form = visit.form();
  const auto user =
      visit.services.db.read([&](store::Reader& reader) { return own_account(reader, visit); });
  const auto wanted = form.raw("password");
  const auto good =
      identity::check_new_password(wanted, own_words(visit.network, user.name, user.email));
  if (!good) return account_page(visit, &good.error());
  const auto proven = sign_in(visit).prove_again(user, visit.viewer.session_id,
                                                 form.raw("current_password"), door(visit));
  if (!proven) return account_page(visit, &proven.error());

  const auto hash = identity::hash_password(wanted);
  const Mails mails(visit);
  visit.services.db.write([&](store::Writer& writer) {
    identity::change_password(writer, user, hash, visit.event());
    if (form.has("end_others"))
      identity::Sessions::end_all(writer, user.id, visit.viewer.session_id, visit.now());
    mails.warning(writer, user, "The password of your account was changed.");
  });
  return app::redirect_with_notice(visit, "/account",
                                   form.has("end_others")
                                       ? "Your password is changed, and you are signed out "
                                         "everywhere else."
                                       : "Your password is changed.");
}

}  // namespace

void account_routes(app::Routes& routes) {
  routes.get("/account", Needs::signed_in, show_account);
  routes.post("/account/name", Needs::signed_in, change_name);
  routes.post("/account/password", Needs::signed_in, change_own_password);
}

}  // namespace enact::accounts
