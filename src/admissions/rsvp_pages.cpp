// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "admissions/invitations.h"
#include "admissions/pages.h"
#include "network/network.h"

namespace enact::admissions {
namespace {

using app::Visit;
using Answer = base::Result<web::Response>;

web::Response secret_page(const Visit& visit, web::View view, app::PageOptions options) {
  options.look = app::Look::reading;
  return app::keep_secret(
      app::page(visit, "admissions", "rsvp.html", std::move(view), std::move(options)));
}

struct Invited {
  Prospect prospect;
  ProspectList list;
  std::string ecosystem;
};

base::Result<Invited> invited(Visit& visit) {
  return visit.services.db.read([&](store::Reader& reader) -> base::Result<Invited> {
    auto prospect = read_reply_link(reader, visit.services.signer, visit.id("token"), visit.now());
    if (!prospect) return tl::unexpected(prospect.error());
    auto list = find_list(reader, prospect->list);
    if (!list) return base::not_found("The invitation that it was for is not there any more.");
    auto ecosystem = network::org_name(reader, list->workspace);
    return Invited{*std::move(prospect), *std::move(list), std::move(ecosystem)};
  });
}

web::Response link_is_over(const Visit& visit, const base::Error& error) {
  web::View view;
  view.set("is_open", false).set("message", error.message);
  return secret_page(visit, std::move(view),
                     {.title = "This link does not open anything now", .status = 404});
}

web::Response reply_page(const Visit& visit, const Invited& invited, const base::Error* error) {
  const auto& [prospect, list, ecosystem] = invited;
  const auto answer = error != nullptr ? visit.form().text("answer") : prospect.reply;
  web::View view;
  view.set("is_open", true)
      .set("name", prospect.name)
      .set("event", list.name)
      .set("ecosystem", ecosystem)
      .set("action", "/rsvp/" + visit.id("token"))
      .set("has_answered", !prospect.reply.empty())
      .set("says_yes", answer == "yes")
      .set("says_maybe", answer == "maybe")
      .set("says_no", answer == "no")
      .set("refuses", prospect.refuses)
      .set("wants_no_mail", visit.form().text("no_mail") == "yes")
      .set_maybe("whereabouts", list.whereabouts);
  set_date(view, "held", list.held_on);
  app::show_faults(view, {"answer"}, error);
  return secret_page(visit, std::move(view),
                     {.title = "Will you come to " + list.name + "?",
                      .status = error != nullptr ? status_of(*error) : 200});
}

// GET /rsvp/{token}
Answer show_reply(Visit& visit) {
  const auto found = invited(visit);
  if (!found) return link_is_over(visit, found.error());
  return reply_page(visit, *found, nullptr);
}

// POST /rsvp/{token}
Answer reply(Visit& visit) {
  const auto found = invited(visit);
  if (!found) return link_is_over(visit, found.error());
  const Reply answer{.answer = visit.form().text("answer"),
                     .wants_no_mail = visit.form().text("no_mail") == "yes"};
  const auto kept = visit.services.db.write([&](store::Writer& writer) {
    return reply_by_link(writer, found->prospect, answer, visit.now());
  });
  if (!kept) return reply_page(visit, *found, &kept.error());
  return app::redirect_with_notice(visit, "/rsvp/" + visit.id("token"),
                                   "Thank you. Your answer is with " + found->ecosystem + ".");
}

}  // namespace

void rsvp_routes(app::Routes& routes) {
  routes.get("/rsvp/{token}", web::Needs::nothing, show_reply);
  routes.post("/rsvp/{token}", web::Needs::nothing, reply);
}

}  // namespace enact::admissions
