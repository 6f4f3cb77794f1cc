// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "app/visit.h"
#include "network/network.h"
#include "playbook/note_link.h"
#include "playbook/run_page.h"
#include "playbook/run_pages.h"
#include "playbook/run_views.h"
#include "playbook/runs.h"

namespace enact::playbook {
namespace {

using app::Visit;
using Answer = base::Result<web::Response>;

web::Response secret_page(const Visit& visit,
                          std::string_view name,
                          web::View view,
                          app::PageOptions options) {
  options.look = app::Look::reading;
  return app::keep_secret(app::page(visit, "playbook", name, std::move(view), std::move(options)));
}

struct Closed {
  std::string heading;
  std::string message;
  web::SafeHtml html = {};
  int status = 200;
};

web::Response closed_page(const Visit& visit, const Closed& closed) {
  web::View view;
  view.set("heading", closed.heading)
      .set("message", closed.message)
      .set("has_html", !closed.html.empty())
      .set("html", closed.html)
      .set_maybe("typed", visit.form().raw("note"));
  app::PageOptions options;
  options.title = closed.heading;
  options.status = closed.status;
  return secret_page(visit, "run_note_over.html", std::move(view), std::move(options));
}

web::Response link_is_over(const Visit& visit, const base::Error& error) {
  return closed_page(visit, {.heading = "This link does not open anything now",
                             .message = error.message,
                             .status = error.kind == base::Error::Kind::conflict ? 409 : 404});
}

web::Response note_form(const Visit& visit, const NoteLink& link, const base::Error* error) {
  web::View view;
  app::PageOptions options;
  options.status = error != nullptr ? 422 : 200;
  const bool is_there = visit.services.db.read([&](store::Reader& reader) {
    const auto run = find_run(reader, link.run);
    if (!run) return false;
    options.title = "A note about " + run->title;
    options.purpose = set_run_head(view, reader, *run);
    return true;
  });
  if (!is_there)
    return closed_page(visit, {.heading = "This link does not open anything now",
                               .message = "The run that it was for is not there any more. Ask " +
                                          link.asked_by + " about it.",
                               .status = 404});
  const auto typed_day = visit.form().text("happened_on");
  view.set("name", link.name)
      .set("asked_by", link.asked_by)
      .set("action", "/note/" + visit.id("token"))
      .set("note", visit.form().raw("note"))
      .set("happened_on", typed_day.empty() ? visit.today().iso() : typed_day)
      .set("is_dirty", error != nullptr);
  app::show_faults(view, {"note", "happened_on"}, error);
  return secret_page(visit, "run_note.html", std::move(view), std::move(options));
}

Answer show_note_link(Visit& visit) {
  const auto& token = visit.id("token");
  const auto note =
      visit.services.db.read([&](store::Reader& reader) { return note_by_link(reader, token); });
  if (note)
    return closed_page(visit, {.heading = "Thank you, " + note->written_by_name,
                               .message = "Your note stands with the run now. The link has done "
                                          "its work and can be thrown away. You wrote:",
                               .html = web::SafeHtml::made_by_us(note->html)});
  const auto link = read_note_link(visit.services.signer, token, visit.now());
  if (!link) return link_is_over(visit, link.error());
  return note_form(visit, *link, nullptr);
}

Answer write_by_link(Visit& visit) {
  const auto& token = visit.id("token");
  const auto link = read_note_link(visit.services.signer, token, visit.now());
  if (!link) return link_is_over(visit, link.error());
  const auto progress = progress_form(visit.form(), visit.today());
  if (!progress) return note_form(visit, *link, &progress.error());
  const auto written = visit.services.db.write([&](store::Writer& writer) {
    return write_note_by_link(writer, *link, {token, progress->note, progress->happened_on},
                              visit.now());
  });
  if (written) return web::redirect("/note/" + token);
  if (written.error().kind == base::Error::Kind::invalid)
    return note_form(visit, *link, &written.error());
  return link_is_over(visit, written.error());
}

Answer ask(Visit& visit) {
  const auto asked = ask_form(visit.form());
  if (!asked) return run_page(visit, &asked.error());
  const auto sent = visit.services.db.write([&](store::Writer& writer) {
    return ask_for_note(writer, visit.services, visit.id(), *asked, visit.event());
  });
  return back_to_run(visit, sent, fmt::format("The link is on its way to {}.", asked->name));
}

}  // namespace

void note_link_routes(app::Routes& routes) {
  using web::Needs;
  routes.post("/runs/{id}/ask", Needs::contributor, of_run(), ask);
  routes.get("/note/{token}", Needs::nothing, show_note_link);
  routes.post("/note/{token}", Needs::nothing, write_by_link);
}

}  // namespace enact::playbook
