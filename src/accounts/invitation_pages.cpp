// SPDX-License-Identifier: Apache-2.0
#include "accounts/common.h"
#include "identity/invitations.h"
#include "identity/password.h"
#include "identity/users.h"

namespace enact::accounts {
namespace {

using web::Needs;
using Answer = base::Result<web::Response>;

const std::vector<std::string> kFields{"name", "password"};

struct Offered {
  identity::Invitation invitation;
  bool has_account = false;
  std::string role;
};

base::Result<Offered> offered(const app::Visit& visit) {
  return visit.services.db.read([&](store::Reader& reader) -> base::Result<Offered> {
    auto found = identity::invitation_for(reader, visit.id("token"), visit.now());
    if (!found) return tl::unexpected(found.error());
    const bool has_account = identity::find_user_by_email(reader, found->email).has_value();
    const auto role = role_words(reader, found->grant);
    return Offered{*std::move(found), has_account, role};
  });
}

web::Response invitation_page(const app::Visit& visit,
                              const Offered& offer,
                              const base::Error* error = nullptr) {
  web::View view;
  view.set("network", visit.network)
      .set("by", offer.invitation.invited_by_name)
      .set("role", offer.role)
      .set("email", offer.invitation.email)
      .set("has_account", offer.has_account)
      .set("name", visit.form().text("name"));
  app::show_faults(view, kFields, error);
  return show(visit, "invitation.html", std::move(view),
              {.title = "An invitation",
               .look = app::Look::reading,
               .status = error != nullptr ? status_for(*error) : 200});
}

// What is wrong with name and password of a new account, all together.
base::Result<void> check(const app::Visit& visit, const Offered& offer) {
  std::vector<base::Fault> faults;
  const auto add = [&](const base::Error& error) {
    faults.push_back({.field = error.field, .message = error.message, .file = {}});
  };
  const auto name = identity::person_name(visit.form().text("name"));
  if (!name) add(name.error());
  const auto password = visit.form().raw("password");
  if (!password.empty()) {
    const auto good = identity::check_new_password(
        password, own_words(visit.network, visit.form().text("name"), offer.invitation.email));
    if (!good) add(good.error());
  }
  if (!faults.empty()) return base::invalid(std::move(faults));
  return {};
}

// GET /invitations/{token}
Answer show_invitation(app::Visit& visit) {
  const auto offer = offered(visit);
  if (!offer) return tl::unexpected(offer.error());
  return invitation_page(visit, *offer);
}

// POST /invitations/{token}
Answer accept_invitation(app::Visit& visit) {
  const auto offer = offered(visit);
  if (!offer) return tl::unexpected(offer.error());
  identity::Acceptance acceptance;
  if (!offer->has_account) {
    if (const auto good = check(visit, *offer); !good)
      return invitation_page(visit, *offer, &good.error());
    acceptance.name = visit.form().text("name");
    const auto password = visit.form().raw("password");
    if (!password.empty()) acceptance.password_hash = identity::hash_password(password);
  }
  const auto entry =
      visit.services.db.write([&](store::Writer& writer) -> base::Result<identity::Entry> {
        const auto user = identity::accept(writer, offer->invitation, acceptance, visit.now());
        if (!user) return tl::unexpected(user.error());
        return sign_in(visit).enter(writer, *user, identity::Proof::link, door(visit));
      });
  if (!entry) return tl::unexpected(entry.error());
  return welcome(visit, *entry, "/");
}

}  // namespace

void invitation_routes(app::Routes& routes) {
  routes.get("/invitations/{token}", Needs::nothing, show_invitation);
  routes.post("/invitations/{token}", Needs::nothing, accept_invitation);
}

}  // namespace enact::accounts
