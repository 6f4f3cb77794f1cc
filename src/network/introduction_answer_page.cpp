// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "app/visit.h"
#include "network/introduction_mail.h"
#include "network/introductions.h"
#include "network/network.h"
#include "network/pages.h"

namespace enact::network {
namespace {

using app::Visit;
using Answer = base::Result<web::Response>;

struct Opened {
  AnswerLink link;
  Introduction introduction;
  std::string ecosystem;
};

base::Result<Opened> open(const Visit& visit) {
  const auto link = read_answer(visit.services.signer, visit.id("token"), visit.now());
  if (!link) return tl::unexpected(link.error());
  return visit.services.db.read([&](store::Reader& reader) -> base::Result<Opened> {
    const auto introduction = find_introduction(reader, link->introduction);
    if (!introduction) return base::not_found("What this link is about is not on record any more.");
    return Opened{*link, *introduction, org_name(reader, introduction->workspace)};
  });
}

web::Response secret_page(const Visit& visit, web::View view, app::PageOptions options) {
  options.look = app::Look::reading;
  return app::keep_secret(
      app::page(visit, "network", "introduction_answer.html", std::move(view), std::move(options)));
}

struct Closed {
  std::string heading;
  std::string message;
  int status = 200;
};

web::Response closed_page(const Visit& visit, const Closed& closed) {
  web::View view;
  view.set("is_open", false).set("heading", closed.heading).set("message", closed.message);
  app::PageOptions options;
  options.title = closed.heading;
  options.status = closed.status;
  return secret_page(visit, std::move(view), std::move(options));
}

web::Response link_is_over(const Visit& visit, const base::Error& error) {
  return closed_page(visit, {.heading = "There is nothing to do here now",
                             .message = error.message,
                             .status = error.kind == base::Error::Kind::conflict ? 409 : 404});
}

std::string name_of_party(const Opened& opened) {
  const auto& i = opened.introduction;
  return opened.link.party == Party::asker        ? i.asker_name
         : opened.link.party == Party::introducer ? i.introducer_name
                                                  : i.target_name;
}

// GET /introduction/{token}: changes nothing, since programs that look through mail open it too.
Answer show_answer(Visit& visit) {
  const auto opened = open(visit);
  if (!opened) return link_is_over(visit, opened.error());
  const auto& [link, introduction, ecosystem] = *opened;
  if (introduction.standing == link.to)
    return closed_page(
        visit, {.heading = "Thank you",
                .message = fmt::format("It is on record: {}.", answer_words(introduction, link))});
  if (auto may = may_move(introduction.standing, link.party, link.to); !may)
    return link_is_over(visit, may.error());
  web::View view;
  view.set("is_open", true)
      .set("heading", answer_words(introduction, link))
      .set("name", name_of_party(*opened))
      .set("asker", introduction.asker_name)
      .set("introducer", introduction.introducer_name)
      .set("target", introduction.target_name)
      .set("ecosystem_name", ecosystem)
      .set("is_decline", link.to == Standing::declined)
      .set("is_made", link.to == Standing::made)
      .set("is_target", link.party == Party::target)
      .set("action", "/introduction/" + visit.id("token"));
  app::PageOptions options;
  options.title = answer_words(introduction, link);
  return secret_page(visit, std::move(view), std::move(options));
}

// POST /introduction/{token}
Answer answer(Visit& visit) {
  const auto opened = open(visit);
  if (!opened) return link_is_over(visit, opened.error());
  identity::Event by;
  by.actor_name = name_of_party(*opened);
  by.actor =
      opened->link.party == Party::asker ? opened->introduction.asker : "link:" + by.actor_name;
  by.at = visit.now();
  const auto moved = visit.services.db.write([&](store::Writer& writer) {
    return move_introduction(
        writer, visit.services, opened->introduction.id,
        {.to = opened->link.to, .party = opened->link.party, .note = visit.form().text("note")},
        by);
  });
  if (!moved && opened->introduction.standing != opened->link.to)
    return link_is_over(visit, moved.error());
  return web::redirect("/introduction/" + visit.id("token"));
}

}  // namespace

void introduction_answer_routes(app::Routes& routes) {
  using web::Needs;
  routes.get("/introduction/{token}", Needs::nothing, show_answer);
  routes.post("/introduction/{token}", Needs::nothing, answer);
}

}  // namespace enact::network
