// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "base/csv.h"
#include "base/text.h"
#include "network/network.h"
#include "programs/overview.h"
#include "programs/pages.h"
#include "programs/part.h"
#include "programs/reminders.h"

namespace enact::programs {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

constexpr std::size_t kMostShown = 100;

web::View row_of(const Supported& one, const Visit& visit) {
  const auto& standing = one.standing;
  web::View row;
  row.set("name", one.name)
      .set("url", plan_url(one.program))
      .set("check_in_url", "/support/programs/" + one.program + "/check-in")
      .set("plan", plan_words(standing))
      .set("is_agreed", one.is_agreed)
      .set("is_waiting", standing.has_plan && standing.steps > 0 && !one.is_agreed)
      .set("last", check_in_words(standing, visit.today()))
      .set("is_late", is_check_in_due(standing, visit.today()))
      .set("may_check_in", works_for(visit.viewer, visit.scope))
      .set_maybe("needs", standing.open_needs > 0
                              ? base::counted(standing.open_needs, "need", "needs") + " open"
                              : "")
      .set("needs_url",
           address("/support/needs", {{"ecosystem", visit.scope}, {"program", one.program}}))
      .set_maybe("calls", base::join(calls_of(standing, visit.today()), ", "));
  set_day(row, "next",
          standing.rhythm_days > 0 && standing.last_check_in
              ? check_in_due(standing, visit.today())->iso()
              : "");
  return row;
}

std::string csv_of(const std::vector<Supported>& all, base::Day today) {
  base::CsvWriter csv({"program", "name", "calls", "last_check_in", "next_by", "rhythm_days",
                       "steps", "steps_done", "steps_overdue", "agreed", "open_needs",
                       "urgent_needs"});
  const auto iso = [](std::optional<base::Day> day) { return day ? day->iso() : std::string(); };
  for (const auto& one : all) {
    const auto& s = one.standing;
    csv.add({one.program, one.name, base::join(calls_of(s, today), "; "), iso(s.last_check_in),
             s.last_check_in ? iso(check_in_due(s, today)) : "", std::to_string(s.rhythm_days),
             std::to_string(s.steps), std::to_string(s.done), std::to_string(s.overdue),
             one.is_agreed ? "yes" : "no", std::to_string(s.open_needs),
             std::to_string(s.urgent_needs)});
  }
  return csv.text();
}

// What the viewer may see of it: who leads a program sees that one.
std::vector<Supported> seen(store::Reader& reader, const Visit& visit) {
  auto all = overview(reader, visit.scope, visit.today());
  std::erase_if(all, [&](const Supported& one) {
    return part_in(visit.viewer, one.program, visit.scope) == Part::none;
  });
  return all;
}

// GET /support
Answer show_overview(Visit& visit) {
  if (visit.request.format == "csv")
    return web::csv(visit.services.db.read([&](store::Reader& reader) {
      return csv_of(seen(reader, visit), visit.today());
    }),
                    "programs.csv");
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto all = seen(reader, visit);
    const auto count = count_of(all, visit.today());
    const auto from = std::min(from_in(visit), all.size());
    const auto until = std::min(from + kMostShown, all.size());
    std::vector<web::View> rows;
    for (std::size_t i = from; i < until; ++i) rows.push_back(row_of(all[i], visit));
    const auto page_at = [&](std::size_t at) {
      return address("/support", {{"ecosystem", visit.scope}, {"from", std::to_string(at)}});
    };
    web::View view;
    network::show_ecosystem(view, reader, visit, "/support");
    view.set("programs", base::counted(std::ssize(all), "program", "programs"))
        .set("due", count.due)
        .set("open_needs", base::counted(count.open_needs, "need", "needs"))
        .set("works_here", works_for(visit.viewer, visit.scope))
        .set("may_switch", identity::meets(visit.viewer, Needs::lead, visit.scope))
        .set("is_reminded", is_reminded(reader, visit.scope))
        .set("csv", address("/support.csv", {{"ecosystem", visit.scope}}))
        .set_maybe("before", from > 0 ? page_at(from - std::min(from, kMostShown)) : "")
        .set_maybe("after", until < all.size() ? page_at(until) : "")
        .set_list("rows", std::move(rows));
    return Filled{
        "support.html", std::move(view), {.title = "Support for programs", .section = "support"}};
  }));
}

// POST /support/reminders
Answer switch_them(Visit& visit) {
  const bool is_on = visit.form().text("reminders") == "on";
  visit.services.db.write(
      [&](store::Writer& writer) { switch_reminders(writer, visit.scope, is_on, visit.event()); });
  return app::redirect_with_notice(visit, "/support?ecosystem=" + visit.scope,
                                   is_on ? "The weekly message is on." : "No weekly message.");
}

}  // namespace

void overview_routes(app::Routes& routes) {
  routes.get("/support", Needs::participant, network::ecosystem_scope(Needs::participant),
             show_overview, {.formats = {"csv"}});
  routes.post("/support/reminders", Needs::lead, network::ecosystem_scope(Needs::lead),
              switch_them);
}

}  // namespace enact::programs
