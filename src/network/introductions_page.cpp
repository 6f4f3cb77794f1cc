// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "base/csv.h"
#include "base/text.h"
#include "network/form_views.h"
#include "network/introductions.h"
#include "network/links.h"
#include "network/network.h"
#include "network/pages.h"
#include "network/scopes.h"

namespace enact::network {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

// What the list is narrowed to: a state, those that wait long, or nothing.
constexpr std::string_view kWaiting = "waiting";

bool is_shown(const Introduction& one, std::string_view filter, base::Day today) {
  if (filter.empty()) return true;
  if (filter == kWaiting) return waits_long(one, today);
  return name_of(one.standing) == filter;
}

// Whoever stands in an introduction may belong to no ecosystem, and then has no page for its
// people; the map around them they may see.
std::string map_url(const Introduction& one, const std::string& person) {
  return fmt::format("/network/map?ecosystem={}&around=people/{}", one.workspace, person);
}

web::View row_of(const Introduction& one, base::Day today) {
  web::View row;
  row.set("url", "/introductions/" + one.id)
      .set("target", one.target_name)
      .set("introducer", one.introducer_name)
      .set("introducer_url", map_url(one, one.introducer))
      .set("asker", one.asker_name)
      .set("standing", words_of(one.standing))
      .set("mark", mark_of(one.standing))
      .set("is_private", one.is_private)
      .set("waits", waits_long(one, today));
  row.set_maybe("via", one.via_name);
  set_date(row, "asked_on", one.asked_on);
  set_date(row, "since", one.since.day().iso());
  return row;
}

std::string csv_of(const std::vector<Introduction>& all) {
  base::CsvWriter csv(
      {"asked_on", "asked_by", "asker", "introducer", "over", "to_meet", "state", "since"});
  for (const auto& one : all)
    csv.add({one.asked_on, std::string(name_of(one.asked_by)), one.asker_name, one.introducer_name,
             one.via_name, one.target_name, std::string(name_of(one.standing)),
             one.since.day().iso()});
  return csv.text();
}

std::vector<web::View> filter_views(const std::vector<Introduction>& all,
                                    const Visit& visit,
                                    const std::string& chosen) {
  std::vector<web::View> filters;
  const auto add = [&](std::string_view name, std::string_view label) {
    const auto count = std::count_if(all.begin(), all.end(), [&](const Introduction& one) {
      return is_shown(one, name, visit.today());
    });
    filters.emplace_back()
        .set("label", label)
        .set("count", static_cast<long>(count))
        .set("is_current", chosen == name)
        .set("url", fmt::format("/introductions?ecosystem={}{}{}", base::url_encode(visit.scope),
                                name.empty() ? "" : "&state=", name));
  };
  add("", "All");
  add(kWaiting, "Waiting for two weeks or more");
  for (const auto standing : kStandings) add(name_of(standing), words_of(standing));
  return filters;
}

// GET /introductions?ecosystem=&state=
Answer show_introductions(Visit& visit) {
  const auto filter = visit.request.query_value("state");
  if (visit.request.format == "csv")
    return web::csv(visit.services.db.read([&](store::Reader& reader) {
      auto all = introductions_of(reader, visit.scope, visit.viewer.user_id);
      std::erase_if(all, [&](const auto& one) { return !is_shown(one, filter, visit.today()); });
      return csv_of(all);
    }),
                    "introductions.csv");
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto all = introductions_of(reader, visit.scope, visit.viewer.user_id);
    std::vector<web::View> rows;
    for (const auto& one : all)
      if (is_shown(one, filter, visit.today())) rows.push_back(row_of(one, visit.today()));
    web::View view;
    show_ecosystem(view, reader, visit, "/introductions");
    view.set("standing", introductions_standing(reader, visit.scope))
        .set("is_empty", all.empty())
        .set("filters", filter_views(all, visit, filter))
        .set("map", "/network/map?ecosystem=" + base::url_encode(visit.scope))
        .set("csv", fmt::format("/introductions.csv?ecosystem={}&state={}",
                                base::url_encode(visit.scope), base::url_encode(filter)));
    view.set_list("rows", std::move(rows));
    return Filled{
        "introductions.html", std::move(view), {.title = "Introductions", .section = "network"}};
  }));
}

std::string step_words(const IntroductionStep& step) {
  constexpr std::string_view kHow[] = {"", " by a link in an e-mail", " by a link in an e-mail",
                                       ""};
  if (step.is_correction) return "corrected by " + step.by_name;
  return "said by " + step.by_name + std::string(kHow[static_cast<std::size_t>(step.party)]);
}

// Whether somebody noted already that the two know each other.
bool is_linked(store::Reader& reader, const Introduction& one, std::string_view viewer) {
  const auto links = links_of(reader, {Thing::person, one.target});
  return std::any_of(links.begin(), links.end(), [&](const Link& link) {
    return !link.has_ended && link.is_seen_by(viewer) && from_of(link.kind) == Thing::person &&
           (link.from.id == one.asker_person || link.to.id == one.asker_person);
  });
}

struct Posted {
  const base::Error* error = nullptr;
};

Answer introduction_page(Visit& visit, const Posted& posted) {
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto one = find_introduction(reader, visit.id());
    if (!one) return base::not_found("There is no introduction at this address.");
    const bool may_edit = identity::meets(visit.viewer, Needs::contributor, visit.scope);
    std::vector<web::View> steps, moves, corrections;
    for (const auto& step : steps_of(reader, one->id)) {
      auto& shown = steps.emplace_back();
      shown.set("words", words_of(step.standing))
          .set("mark", mark_of(step.standing))
          .set("by", step_words(step))
          .set_maybe("note", step.note);
      set_date(shown, "on", step.at.day().iso());
    }
    if (may_edit)
      for (const auto to : moves_of(one->standing, Party::colleague))
        moves.emplace_back().set("to", name_of(to)).set("label", words_of(to));
    for (const auto to : kStandings)
      if (to != one->standing)
        corrections.emplace_back().set("to", name_of(to)).set("label", words_of(to));
    const bool may_link = may_edit && one->standing == Standing::met &&
                          !one->asker_person.empty() &&
                          !is_linked(reader, *one, visit.viewer.user_id);
    web::View view = row_of(*one, visit.today());
    view.set("ecosystem", one->workspace)
        .set("ecosystem_name", org_name(reader, one->workspace))
        .set("list", "/introductions?ecosystem=" + one->workspace)
        .set("target_url", map_url(*one, one->target))
        .set("is_by_mail", one->asked_by == Introduction::AskedBy::email)
        .set("may_edit", may_edit)
        .set("may_link", may_link)
        .set("met_on", one->since.day().iso())
        .set("steps", std::move(steps))
        .set("corrections", std::move(corrections))
        .set("number", one->steps);
    view.set_list("moves", std::move(moves));
    app::show_faults(view, {"why", "to", "last_contact"}, posted.error);
    view.set("why", visit.form().text("why"));
    return Filled{"introduction.html",
                  std::move(view),
                  {.title = fmt::format("{} to {}", one->introducer_name, one->target_name),
                   .status = posted.error != nullptr ? status_of(*posted.error) : 200,
                   .section = "network"}};
  }));
}

// GET /introductions/{id}
Answer show_introduction(Visit& visit) {
  return introduction_page(visit, {});
}

Answer after(Visit& visit, const base::Result<void>& done, std::string_view notice) {
  if (done) return app::redirect_with_notice(visit, "/introductions/" + visit.id(), notice);
  if (done.error().kind == base::Error::Kind::not_found) return tl::unexpected(done.error());
  return introduction_page(visit, {&done.error()});
}

// POST /introductions/{id}/move
Answer move(Visit& visit) {
  const auto to = standing_named(visit.form().text("to"));
  if (!to) return after(visit, base::invalid("to", "Choose how it went."), {});
  const auto moved = visit.services.db.write([&](store::Writer& writer) -> base::Result<void> {
    const auto one = find_introduction(writer, visit.id());
    const auto party = one && one->asker == visit.viewer.user_id ? Party::asker : Party::colleague;
    return move_introduction(writer, visit.services, visit.id(),
                             {.to = *to, .party = party, .note = visit.form().text("note")},
                             visit.event());
  });
  return after(visit, moved, "Noted.");
}

// POST /introductions/{id}/correct
Answer correct(Visit& visit) {
  const auto to = standing_named(visit.form().text("to"));
  if (!to) return after(visit, base::invalid("to", "Choose what is right."), {});
  const auto corrected = visit.services.db.write([&](store::Writer& writer) {
    return correct_introduction(writer, visit.id(), *to, visit.form().text("why"), visit.event());
  });
  return after(visit, corrected, "Corrected; the earlier steps stay on record.");
}

// POST /introductions/{id}/link: the asker knows whom they met.
Answer note_that_they_know(Visit& visit) {
  const auto noted = visit.services.db.write([&](store::Writer& writer) -> base::Result<void> {
    const auto one = find_introduction(writer, visit.id());
    if (!one || one->asker_person.empty()) return base::not_found("There is nobody to link.");
    if (one->standing != Standing::met)
      return base::conflict("They have not met yet: say so first.");
    Link link;
    link.from = {Thing::person, one->asker_person};
    link.to = {Thing::person, one->target};
    link.last_contact = visit.form().text("last_contact");
    link.from_date = link.last_contact.substr(0, 7);
    link.workspace = one->workspace;
    link.is_private = one->is_private;
    link.source = "Introduced by " + one->introducer_name;
    const auto done = note_link(writer, link, visit.event());
    if (!done) return tl::unexpected(done.error());
    return {};
  });
  return after(visit, noted, "Noted: they know each other now.");
}

}  // namespace

void introductions_routes(app::Routes& routes) {
  introduction_ask_routes(routes);
  introduction_answer_routes(routes);
  const auto& one = scopes::introduction();
  routes.get("/introductions", Needs::participant, ecosystem_scope(Needs::participant),
             show_introductions, {.formats = {"csv"}});
  routes.get("/introductions/{id}", Needs::participant, one, show_introduction);
  routes.post("/introductions/{id}/move", Needs::contributor, one, move);
  routes.post("/introductions/{id}/correct", Needs::contributor, one, correct);
  routes.post("/introductions/{id}/link", Needs::contributor, one, note_that_they_know);
}

}  // namespace enact::network
