// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "admissions/choosing.h"
#include "admissions/invitations.h"
#include "admissions/pages.h"
#include "admissions/scopes.h"
#include "base/text.h"
#include "network/network.h"

namespace enact::admissions {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

std::vector<web::View> names_of(const std::vector<Prospect>& prospects) {
  std::vector<web::View> names;
  for (const auto& p : prospects)
    names.emplace_back().set("name", p.name).set("address", p.address);
  return names;
}

// The page shows whom the message would reach and whom not, before anything is sent. What was
// ticked comes along in hidden fields.
Answer invitation_page(Visit& visit, const Invitation* typed, const base::Error* error) {
  const auto& form = visit.form();
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto list = find_list(reader, visit.id());
    if (!list) return base::not_found("There is no such list.");
    const auto all = addressees(prospects_of(reader, list->id), chosen_by(form));
    const auto invitation =
        typed != nullptr ? *typed
                         : proposed_invitation(*list, network::org_name(reader, list->workspace));
    std::vector<web::View> ticked;
    for (const auto& id : form.all("row")) ticked.emplace_back().set("id", id);
    web::View view;
    view.set("url", "/prospects/" + list->id)
        .set("name", list->name)
        .set("ecosystem", list->workspace)
        .set("ticked", std::move(ticked))
        .set("all", form.text("all"))
        .set("group", form.text("group"))
        .set("first_words",
             base::counted(static_cast<long long>(all.first.size()), "person", "people"))
        .set("again_words",
             base::counted(static_cast<long long>(all.again.size()), "person has", "people have"))
        .set("refuse_words", base::counted(static_cast<long long>(all.refuse.size()),
                                           "person wants", "people want"))
        .set("without_words",
             base::counted(static_cast<long long>(all.without.size()), "name has", "names have"))
        .set("is_nobody", all.nobody())
        .set("subject", invitation.subject)
        .set("text", invitation.text)
        .set("is_again", invitation.repeat == Repeat::as_well);
    view.set_list("first", names_of(all.first))
        .set_list("again", names_of(all.again))
        .set_list("refuse", names_of(all.refuse))
        .set_list("without", names_of(all.without));
    app::show_faults(view, {"subject", "text", "rows"}, error);
    return Filled{"prospect_invite.html",
                  std::move(view),
                  {.title = "Invite to " + list->name,
                   .status = error != nullptr ? status_of(*error) : 200,
                   .section = "admissions"}};
  }));
}

// POST /prospects/{id}/invitation
Answer look_at_it(Visit& visit) {
  return invitation_page(visit, nullptr, nullptr);
}

// POST /prospects/{id}/invitations
Answer send(Visit& visit) {
  const auto& form = visit.form();
  const Invitation invitation{
      .subject = form.text("subject"),
      .text = form.raw("text"),
      .repeat = form.text("again") == "yes" ? Repeat::as_well : Repeat::never};
  const auto sent = visit.services.db.write([&](store::Writer& writer) {
    return send_invitations(writer, visit.services, visit.id(), chosen_by(form), invitation,
                            visit.event());
  });
  if (!sent) return invitation_page(visit, &invitation, &sent.error());
  return app::redirect_with_notice(
      visit, "/prospects/" + visit.id(),
      base::counted(static_cast<long long>(*sent), "invitation is", "invitations are") +
          " on the way.");
}

}  // namespace

void inviting_routes(app::Routes& routes) {
  routes.post("/prospects/{id}/invitation", Needs::lead, scopes::list(), look_at_it);
  routes.post("/prospects/{id}/invitations", Needs::lead, scopes::list(), send);
}

}  // namespace enact::admissions
