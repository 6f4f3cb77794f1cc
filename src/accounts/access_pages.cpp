// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "accounts/common.h"
#include "accounts/invite_form.h"
#include "accounts/mails.h"
#include "base/text.h"
#include "identity/access.h"
#include "identity/invitations.h"
#include "identity/users.h"

namespace enact::accounts {
namespace {

using web::Needs;
using Answer = base::Result<web::Response>;

const std::vector<std::string> kFields{"email", "role", "org"};

std::string page_of(const std::string& ecosystem) {
  if (ecosystem.empty()) return "/people-with-access";
  return "/people-with-access?workspace=" + base::url_encode(ecosystem);
}

web::View role_view(store::Reader& reader,
                    const app::Visit& visit,
                    const identity::HeldRole& held) {
  web::View view;
  view.set("id", held.id)
      .set("words", role_words(reader, held))
      .set("since", time_html(held.since))
      .set("can_take_back", identity::may_give(visit.viewer, held.role, held.workspace));
  return view;
}

web::View person_view(const app::Visit& visit,
                      const std::string& id,
                      const std::string& name,
                      const std::string& email,
                      bool is_disabled) {
  web::View view;
  view.set("id", id)
      .set("name", name)
      .set("email", email)
      .set("is_disabled", is_disabled)
      .set("can_disable", visit.viewer.is_hub() && !is_disabled && id != visit.viewer.user_id)
      .set("can_enable", visit.viewer.is_hub() && is_disabled);
  return view;
}

// Everybody once, with all roles that they hold here; at the hub's look over the whole network
// also those who hold none.
std::vector<web::View> people(store::Reader& reader, const app::Visit& visit) {
  const auto held = identity::held_roles(reader, visit.scope);
  std::vector<web::View> views;
  for (auto first = held.begin(); first != held.end();) {
    const auto next = std::find_if(
        first, held.end(), [&](const auto& role) { return role.user_id != first->user_id; });
    auto view = person_view(visit, first->user_id, first->user_name, first->user_email,
                            first->user_is_disabled);
    std::vector<web::View> roles;
    for (; first != next; ++first) roles.push_back(role_view(reader, visit, *first));
    view.set("roles", std::move(roles));
    views.push_back(std::move(view));
  }
  if (visit.scope.empty())
    for (const auto& user : identity::users_without_role(reader)) {
      auto view = person_view(visit, user.id, user.name, user.email, user.is_disabled());
      view.set("roles", std::vector<web::View>{});
      views.push_back(std::move(view));
    }
  return views;
}

std::vector<web::View> invitations(store::Reader& reader, const app::Visit& visit) {
  std::vector<web::View> views;
  for (const auto& open : identity::open_invitations(reader, visit.scope)) {
    web::View view;
    view.set("id", open.id)
        .set("email", open.email)
        .set("role", role_words(reader, open.grant))
        .set("by", open.invited_by_name)
        .set("is_over", open.is_over(visit.now()))
        .set("expires", time_html(open.expires_at))
        .set("can_change", identity::may_give(visit.viewer, open.grant.role, open.grant.workspace));
    views.push_back(std::move(view));
  }
  return views;
}

void fill_form(store::Reader& reader, const app::Visit& visit, web::View& view) {
  const auto& form = visit.form();
  std::vector<web::View> roles;
  for (const auto role : identity::roles_to_give(visit.viewer)) {
    web::View option;
    option.set("id", identity::name_of(role))
        .set("words", identity::words_for(role))
        .set("is_chosen", identity::name_of(role) == form.text("role"));
    roles.push_back(std::move(option));
  }
  std::vector<web::View> orgs;
  for (const auto& org : orgs_to_offer(reader, visit.services, visit.viewer, visit.scope)) {
    web::View option;
    option.set("id", org.id)
        .set("words", org.name)
        .set("is_chosen", org.id == (form.has("org") ? form.text("org") : visit.scope));
    orgs.push_back(std::move(option));
  }
  view.set("typed_email", form.text("email"))
      .set("role_options", std::move(roles))
      .set("org_options", std::move(orgs))
      .set("is_hub", visit.viewer.is_hub());
}

web::Response access_page(const app::Visit& visit, const base::Error* error = nullptr) {
  auto view = visit.services.db.read([&](store::Reader& reader) {
    web::View filled;
    filled
        .set("where", visit.scope.empty() ? visit.network : network::org_name(reader, visit.scope))
        .set("workspace", visit.scope)
        .set_list("ecosystems", ecosystem_links(reader, visit, "/people-with-access?workspace="))
        .set_list("people", people(reader, visit))
        .set_list("invitations", invitations(reader, visit));
    fill_form(reader, visit, filled);
    return filled;
  });
  app::show_faults(view, kFields, error);
  return show(visit, "access.html", std::move(view),
              {.title = "People with access",
               .status = error != nullptr ? status_for(*error) : 200,
               .section = "account.people"});
}

base::Failure not_yours() {
  return base::forbidden(
      "Only the hub changes this role. You can change those of the people who work with your own "
      "ecosystem.");
}

// GET /people-with-access
Answer show_access(app::Visit& visit) {
  return access_page(visit);
}

// POST /people-with-access/invitations
Answer send_invitation(app::Visit& visit) {
  const Mails mails(visit);
  const auto sent =
      visit.services.db.write([&](store::Writer& writer) -> base::Result<std::string> {
        const auto offer =
            read_offer(writer, visit.services, visit.viewer, visit.form(), visit.scope);
        if (!offer) return tl::unexpected(offer.error());
        const auto made = identity::invite(writer, offer->email, offer->grant, visit.event());
        if (!made) return tl::unexpected(made.error());
        mails.invitation(writer, *made);
        return made->invitation.email;
      });
  if (!sent) return access_page(visit, &sent.error());
  return app::redirect_with_notice(visit, page_of(visit.scope),
                                   "The invitation to " + *sent + " is on its way.");
}

base::Result<identity::Invitation> invitation_named(store::Reader& reader,
                                                    const app::Visit& visit) {
  auto found = identity::find_invitation(reader, visit.id());
  if (!found) return base::not_found("There is no such invitation.");
  return *std::move(found);
}

app::Scope of_invitation() {
  return {"the invitation's ecosystem", [](app::Visit& visit) -> base::Result<std::string> {
            return visit.services.db.read([&](store::Reader& reader) -> base::Result<std::string> {
              const auto found = invitation_named(reader, visit);
              if (!found) return tl::unexpected(found.error());
              return found->grant.workspace;
            });
          }};
}

// POST /people-with-access/invitations/{id}/resend
Answer send_invitation_again(app::Visit& visit) {
  const Mails mails(visit);
  const auto sent =
      visit.services.db.write([&](store::Writer& writer) -> base::Result<std::string> {
        const auto found = invitation_named(writer, visit);
        if (!found) return tl::unexpected(found.error());
        if (!identity::may_give(visit.viewer, found->grant.role, found->grant.workspace))
          return not_yours();
        const auto renewed = identity::renew(writer, *found, visit.event());
        if (!renewed) return tl::unexpected(renewed.error());
        mails.invitation(writer, *renewed);
        return renewed->invitation.email;
      });
  if (!sent) return tl::unexpected(sent.error());
  return app::redirect_with_notice(
      visit, page_of(visit.scope),
      "The invitation to " + *sent + " is on its way again; the link sent before no longer works.");
}

// POST /people-with-access/invitations/{id}/revoke
Answer withdraw_invitation(app::Visit& visit) {
  const auto done = visit.services.db.write([&](store::Writer& writer) -> base::Result<void> {
    const auto found = invitation_named(writer, visit);
    if (!found) return tl::unexpected(found.error());
    if (!identity::may_give(visit.viewer, found->grant.role, found->grant.workspace))
      return not_yours();
    return identity::revoke(writer, *found, visit.event());
  });
  if (!done) return tl::unexpected(done.error());
  return app::redirect_with_notice(visit, page_of(visit.scope), "The invitation is withdrawn.");
}

base::Result<identity::HeldRole> role_named(store::Reader& reader, const app::Visit& visit) {
  auto found = identity::find_held_role(reader, visit.id());
  if (!found) return base::not_found("Nobody holds this role any more.");
  return *std::move(found);
}

app::Scope of_role() {
  return {"the role's ecosystem", [](app::Visit& visit) -> base::Result<std::string> {
            return visit.services.db.read([&](store::Reader& reader) -> base::Result<std::string> {
              const auto found = role_named(reader, visit);
              if (!found) return tl::unexpected(found.error());
              return found->workspace;
            });
          }};
}

// POST /people-with-access/roles/{id}/take-back
Answer take_role_back(app::Visit& visit) {
  const auto done = visit.services.db.write([&](store::Writer& writer) -> base::Result<void> {
    const auto held = role_named(writer, visit);
    if (!held) return tl::unexpected(held.error());
    if (!identity::may_give(visit.viewer, held->role, held->workspace)) return not_yours();
    return identity::take_role_back(writer, *held, visit.event());
  });
  if (!done) return tl::unexpected(done.error());
  return app::redirect_with_notice(visit, page_of(visit.scope), "The role is taken back.");
}

base::Result<identity::User> user_named(store::Reader& reader, const app::Visit& visit) {
  auto user = identity::find_user(reader, visit.id());
  if (!user) return base::not_found("There is no such account.");
  return *std::move(user);
}

// POST /people-with-access/users/{id}/disable
Answer disable(app::Visit& visit) {
  if (visit.id() == visit.viewer.user_id)
    return base::conflict("You cannot close your own account. Ask somebody else of the hub.");
  const auto done = visit.services.db.write([&](store::Writer& writer) -> base::Result<void> {
    const auto user = user_named(writer, visit);
    if (!user) return tl::unexpected(user.error());
    return identity::disable_user(writer, *user, visit.event());
  });
  if (!done) return tl::unexpected(done.error());
  return app::redirect_with_notice(visit, "/people-with-access",
                                   "The account is closed, and all its sessions are over.");
}

// POST /people-with-access/users/{id}/enable
Answer enable(app::Visit& visit) {
  const auto done = visit.services.db.write([&](store::Writer& writer) -> base::Result<void> {
    const auto user = user_named(writer, visit);
    if (!user) return tl::unexpected(user.error());
    identity::enable_user(writer, *user, visit.event());
    return {};
  });
  if (!done) return tl::unexpected(done.error());
  return app::redirect_with_notice(visit, "/people-with-access", "The account is open again.");
}

}  // namespace

void access_routes(app::Routes& routes) {
  const std::string base = "/people-with-access";
  routes.get(base, Needs::lead, ecosystem_looked_at(), show_access);
  routes.post(base + "/invitations", Needs::lead, ecosystem_looked_at(), send_invitation);
  routes.post(base + "/invitations/{id}/resend", Needs::lead, of_invitation(),
              send_invitation_again);
  routes.post(base + "/invitations/{id}/revoke", Needs::lead, of_invitation(), withdraw_invitation);
  routes.post(base + "/roles/{id}/take-back", Needs::lead, of_role(), take_role_back);
  routes.post(base + "/users/{id}/disable", Needs::hub, disable);
  routes.post(base + "/users/{id}/enable", Needs::hub, enable);
}

}  // namespace enact::accounts
