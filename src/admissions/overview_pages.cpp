// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "admissions/commitments.h"
#include "admissions/kinds.h"
#include "admissions/pages.h"
#include "admissions/scopes.h"
#include "base/csv.h"
#include "base/text.h"
#include "network/network.h"

namespace enact::admissions {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

constexpr std::size_t kMostShown = 200;
constexpr std::size_t kMostExported = 100'000;

// What the address asks for. A state or kind that there is not narrows nothing.
struct Asked {
  std::string state;
  std::string kind;
  bool to_review = false;
  std::size_t page = 1;
};

Asked asked_by(const Visit& visit, store::Reader& reader) {
  const auto& request = visit.request;
  Asked asked;
  if (const auto state = state_named(request.query_value("state"))) asked.state = name_of(*state);
  if (const auto kind = find_kind(reader, request.query_value("kind"))) asked.kind = kind->id;
  asked.to_review = request.query_value("review") == "due";
  const auto page = base::to_integer(request.query_value("page")).value_or(1);
  asked.page = static_cast<std::size_t>(std::clamp(page, 1LL, 100'000LL));
  return asked;
}

std::string address(const std::string& ecosystem, const Asked& asked, std::string_view path) {
  std::string parts;
  const auto add = [&](std::string_view name, std::string_view value) {
    if (!value.empty())
      parts += fmt::format("{}{}={}", parts.empty() ? "?" : "&", name, base::url_encode(value));
  };
  add("ecosystem", ecosystem);
  add("state", asked.state);
  add("kind", asked.kind);
  if (asked.to_review) add("review", "due");
  if (asked.page > 1) add("page", std::to_string(asked.page));
  return std::string(path) + parts;
}

web::View choice(std::string_view label, long long count, std::string url, bool is_current) {
  web::View view;
  view.set("label", label).set("count", count).set("url", url).set("is_current", is_current);
  return view;
}

long long number_in(const std::map<std::string, long long>& counts, std::string_view name) {
  const auto found = counts.find(std::string(name));
  return found != counts.end() ? found->second : 0;
}

// Words may name people, so visitors get only addresses.
std::string evidence_for(const CommitmentFilter& filter, const Commitment& commitment) {
  return filter.only_public && !is_link(commitment.evidence) ? "" : commitment.evidence;
}

std::string csv_of(store::Reader& reader, const CommitmentFilter& filter) {
  base::CsvWriter csv({"institution", "office", "kind", "commitment", "details", "programs",
                       "state", "since", "evidence", "review_on", "ecosystem", "shown_to_all"});
  const auto programs = programs_by_commitment(reader, filter.workspace);
  for (const auto& c : commitments(reader, filter)) {
    const auto listed = programs.find(c.id);
    csv.add({c.institution_name, c.institution != c.org ? c.org_name : "", c.kind, c.kind_label,
             c.details, c.for_all || listed == programs.end() ? "all" : listed->second,
             std::string(name_of(c.state)), c.state_since, evidence_for(filter, c), c.review_on,
             c.workspace, c.is_shown_to_all() ? "yes" : ""});
  }
  return csv.text();
}

CommitmentFilter filter_of(const Visit& visit, const Asked& asked) {
  return {.workspace = visit.scope,
          .state = asked.state,
          .kind = asked.kind,
          .review_by = asked.to_review ? visit.today().iso() : "",
          .from = (asked.page - 1) * kMostShown,
          .most = kMostShown};
}

void show_filters(web::View& view, store::Reader& reader, const Visit& visit, const Asked& asked) {
  auto filter = filter_of(visit, asked);
  filter.review_by = visit.today().iso();
  const auto counts = count_commitments(reader, filter);
  const auto link = [&](auto change) {
    Asked other = asked;
    other.page = 1;
    change(other);
    return address(visit.scope, other, "/admissions");
  };
  std::vector<web::View> states, kind_links;
  long long all = 0;
  for (const auto& [name, count] : counts.by_state) all += count;
  states.push_back(choice("All", all, link([](Asked& a) { a.state.clear(), a.to_review = false; }),
                          asked.state.empty() && !asked.to_review));
  for (const auto state : kStates)
    states.push_back(choice(words_of(state), number_in(counts.by_state, name_of(state)),
                            link([&](Asked& a) { a.state = name_of(state), a.to_review = false; }),
                            asked.state == name_of(state)));
  states.push_back(choice("To be looked at", counts.to_review,
                          link([](Asked& a) { a.state.clear(), a.to_review = true; }),
                          asked.to_review));
  kind_links.push_back(
      choice("All", 0, link([](Asked& a) { a.kind.clear(); }), asked.kind.empty()));
  for (const auto& kind : kinds(reader))
    if (const auto count = number_in(counts.by_kind, kind.id); count > 0 || kind.id == asked.kind)
      kind_links.push_back(choice(kind.label, count, link([&](Asked& a) { a.kind = kind.id; }),
                                  asked.kind == kind.id));
  view.set("states", std::move(states)).set("kinds", std::move(kind_links)).set("total", all);
}

// GET /admissions
Answer show_overview(Visit& visit) {
  if (visit.request.format == "csv")
    return web::csv(visit.services.db.read([&](store::Reader& reader) {
      auto filter = filter_of(visit, asked_by(visit, reader));
      filter.from = 0;
      filter.most = kMostExported;
      return csv_of(reader, filter);
    }),
                    "commitments.csv");
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto asked = asked_by(visit, reader);
    auto filter = filter_of(visit, asked);
    filter.most = kMostShown + 1;
    auto found = commitments(reader, filter);
    const bool has_more = found.size() > kMostShown;
    if (has_more) found.pop_back();
    std::vector<web::View> rows;
    for (const auto& commitment : found) rows.push_back(commitment_view(commitment, visit.today()));
    Asked before = asked, after = asked;
    --before.page, ++after.page;
    web::View view;
    show_choice(view, reader, visit, "/admissions");
    show_filters(view, reader, visit, asked);
    view.set_maybe("standing", commitments_standing(reader, visit.scope))
        .set("csv", address(visit.scope, asked, "/admissions.csv"))
        .set("lists", "/prospects" + ecosystem_part(visit))
        .set("may_see_lists",
             !visit.scope.empty() && identity::meets(visit.viewer, Needs::participant, visit.scope))
        .set("is_hub", visit.viewer.is_hub())
        .set("has_before", asked.page > 1)
        .set("before", address(visit.scope, before, "/admissions"))
        .set("has_after", has_more)
        .set("after", address(visit.scope, after, "/admissions"));
    view.set_list("rows", std::move(rows));
    return Filled{
        "admissions.html", std::move(view), {.title = "Admissions", .section = "admissions"}};
  }));
}

// GET /commitments
Answer show_public(Visit& visit) {
  const CommitmentFilter in_force{.workspace = {},
                                  .state = std::string(name_of(State::in_force)),
                                  .only_public = true,
                                  .most = kMostExported};
  if (visit.request.format == "csv")
    return web::csv(
        visit.services.db.read([&](store::Reader& reader) { return csv_of(reader, in_force); }),
        "commitments.csv");
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto kind = find_kind(reader, visit.request.query_value("kind"));
    auto filter = in_force;
    if (kind) filter.kind = kind->id;
    const auto counts = count_commitments(reader, filter).by_kind;
    std::vector<web::View> rows, kind_links;
    long long all = 0;
    for (const auto& [id, count] : counts) all += count;
    kind_links.push_back(choice("All", all, "/commitments", !kind));
    for (const auto& one : kinds(reader))
      if (const auto count = number_in(counts, one.id); count > 0)
        kind_links.push_back(
            choice(one.label, count, "/commitments?kind=" + one.id, kind && kind->id == one.id));
    for (const auto& commitment : commitments(reader, filter))
      rows.push_back(commitment_view(commitment, visit.today()));
    web::View view;
    view.set("total", all).set("kinds", std::move(kind_links));
    view.set_list("rows", std::move(rows));
    return Filled{"commitments.html",
                  std::move(view),
                  {.title = "What colleges have committed to",
                   .description = "Commitments of colleges and universities to students of "
                                  "precollege STEM programs, in force today.",
                   .section = "admissions"}};
  }));
}

}  // namespace

void overview_routes(app::Routes& routes) {
  routes.get("/admissions", Needs::reader, scopes::own_or_all(), show_overview,
             {.formats = {"csv"}});
  routes.get("/commitments", Needs::nothing, show_public, {.formats = {"csv"}});
}

}  // namespace enact::admissions
