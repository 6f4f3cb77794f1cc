// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/csv.h"
#include "base/text.h"
#include "network/network.h"
#include "programs/needs.h"
#include "programs/pages.h"
#include "programs/part.h"
#include "programs/plan_views.h"

namespace enact::programs {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

constexpr std::size_t kMostShown = 100;
constexpr std::size_t kMostInFile = 100'000;
constexpr std::string_view kAll = "all";

// Who leads a program sees the needs of that one; nothing where they lead none here.
std::optional<NeedFilter> filter_of(store::Reader& reader, const Visit& visit) {
  const auto& request = visit.request;
  NeedFilter filter{.workspace = visit.scope,
                    .state = request.query_value("state"),
                    .kind = request.query_value("kind"),
                    .program = request.query_value("program"),
                    .words = request.query_value("q")};
  if (filter.state.empty()) filter.state = "waiting";
  if (filter.state == kAll) filter.state.clear();
  if (!kind_named(filter.kind)) filter.kind.clear();
  if (works_for(visit.viewer, visit.scope)) return filter;
  for (const auto& grant : visit.viewer.grants) {
    const bool is_asked = filter.program.empty() || filter.program == grant.org;
    const auto org = is_asked ? network::find_org(reader, grant.org) : std::nullopt;
    if (!org || org->kind != "pcsp") continue;
    if (part_in(visit.viewer, grant.org, visit.scope) == Part::none) continue;
    filter.program = grant.org;
    return filter;
  }
  return std::nullopt;
}

std::string csv_of(const std::vector<Need>& needs) {
  base::CsvWriter csv({"id", "program", "program_name", "kind", "what", "amount", "needed_from",
                       "needed_by", "urgency", "state", "since", "noted_by", "noted_on"});
  for (const auto& need : needs)
    csv.add({need.id, need.program, need.program_name, std::string(name_of(need.kind)), need.what,
             need.amount > 0 ? std::to_string(need.amount) : "", need.needed_from, need.needed_by,
             std::string(words_of(need.urgency)), std::string(name_of(need.state)),
             need.state_since, need.noted_by_name, need.noted_on});
  return csv.text();
}

// The address of the list with another state or kind.
std::string with(const NeedFilter& filter, std::string_view state, std::string_view kind) {
  return address("/support/needs", {{"ecosystem", filter.workspace},
                                    {"state", std::string(state)},
                                    {"kind", std::string(kind)},
                                    {"program", filter.program},
                                    {"q", filter.words}});
}

void show_filters(web::View& view, store::Reader& reader, const NeedFilter& filter) {
  auto counts = count_needs(reader, filter);
  const std::string state = filter.state.empty() ? std::string(kAll) : filter.state;
  int all = 0;
  for (const auto& [each, count] : counts) all += count;
  std::vector<web::View> states, kinds;
  states.push_back(filter_link("Waiting", counts[NeedState::open] + counts[NeedState::matched],
                               with(filter, "", filter.kind), state == "waiting"));
  for (const auto each : kNeedStates)
    states.push_back(filter_link(words_of(each), counts[each],
                                 with(filter, name_of(each), filter.kind), state == name_of(each)));
  states.push_back(filter_link("All", all, with(filter, kAll, filter.kind), state == kAll));
  kinds.push_back(filter_link("Any", 0, with(filter, state, ""), filter.kind.empty()));
  for (const auto each : kKinds)
    kinds.push_back(filter_link(words_of(each), 0, with(filter, state, name_of(each)),
                                filter.kind == name_of(each)));
  view.set("states", std::move(states)).set("kinds", std::move(kinds));
  view.set("state", state).set("kind", filter.kind).set("words", filter.words);
  view.set("program", filter.program)
      .set_maybe("program_name",
                 filter.program.empty() ? "" : network::org_name(reader, filter.program));
}

// GET /support/needs
Answer show_needs(Visit& visit) {
  if (visit.request.format == "csv")
    return web::csv(visit.services.db.read([&](store::Reader& reader) {
      const auto filter = filter_of(reader, visit);
      return csv_of(filter ? needs(reader, *filter, 0, kMostInFile) : std::vector<Need>{});
    }),
                    "needs.csv");
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto found = filter_of(reader, visit);
    const auto filter = found.value_or(NeedFilter{.workspace = visit.scope});
    const auto from = from_in(visit);
    auto shown = found ? needs(reader, filter, from, kMostShown + 1) : std::vector<Need>{};
    const bool has_more = shown.size() > kMostShown;
    if (has_more) shown.resize(kMostShown);
    std::vector<web::View> rows;
    for (const auto& need : shown) rows.push_back(need_view(need));
    const std::string state = filter.state.empty() ? std::string(kAll) : filter.state;
    const auto page_at = [&](std::size_t at) {
      return with(filter, state, filter.kind) + "&from=" + std::to_string(at);
    };
    web::View view;
    network::show_ecosystem(view, reader, visit, "/support/needs");
    show_filters(view, reader, filter);
    view.set("works_here", works_for(visit.viewer, visit.scope))
        .set("csv", base::replace_all(with(filter, state, filter.kind), "/needs?", "/needs.csv?"))
        .set_maybe("before", from > 0 ? page_at(from - std::min(from, kMostShown)) : "")
        .set_maybe("after", has_more ? page_at(from + kMostShown) : "")
        .set_list("rows", std::move(rows));
    return Filled{
        "needs.html", std::move(view), {.title = "Needs of programs", .section = "support"}};
  }));
}

}  // namespace

void need_list_routes(app::Routes& routes) {
  routes.get("/support/needs", Needs::participant, network::ecosystem_scope(Needs::participant),
             show_needs, {.formats = {"csv"}});
}

}  // namespace enact::programs
