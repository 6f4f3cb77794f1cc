// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "base/csv.h"
#include "base/date.h"
#include "base/text.h"
#include "network/network.h"
#include "outreach/criteria_sets.h"
#include "outreach/pages.h"
#include "outreach/scopes.h"
#include "outreach/shortlist.h"

namespace enact::outreach {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

constexpr std::size_t kMostShown = 100;

std::string points_words(const Assessment& a) {
  if (a.known == 0) return "not scored yet";
  auto words = fmt::format("{} of {}", a.points, a.possible);
  if (a.unknown > 0) words += fmt::format(", {} unknown", a.unknown);
  return words;
}

// The first cut that fails, in words.
std::string cut_reason(const std::vector<Criterion>& criteria, const Assessment& assessment) {
  std::size_t cut = 0;
  for (const auto& criterion : criteria)
    if (criterion.kind == Criterion::Kind::cut && assessment.cuts[cut++] == Verdict::fails)
      return "Not " + cut_words(criterion);
  return {};
}

std::string doubt_words(const std::vector<Criterion>& criteria, const std::vector<Verdict>& cuts) {
  std::vector<std::string> words;
  std::size_t cut = 0;
  for (const auto& criterion : criteria)
    if (criterion.kind == Criterion::Kind::cut && cuts[cut++] == Verdict::unknown)
      words.push_back(base::lower(criterion.label));
  return words.empty() ? "" : "unknown: " + base::join(words, ", ");
}

web::View row_of(const Ranked& ranked, const std::vector<Criterion>& criteria) {
  const auto& candidate = ranked.candidate;
  web::View row;
  row.set("name", candidate.program_name)
      .set("url", "/shortlist/candidates/" + candidate.id)
      .set("stage", words_of(candidate.stage))
      .set("points", points_words(ranked.assessment))
      .set_maybe("rank", ranked.rank > 0 ? std::to_string(ranked.rank) : "")
      .set_maybe("doubt", doubt_words(criteria, ranked.assessment.cuts))
      .set_maybe("reason", is_out(candidate.stage) ? candidate.reason
                                                   : cut_reason(criteria, ranked.assessment));
  return row;
}

std::string csv_of(const std::vector<Ranked>& all, const std::vector<Criterion>& criteria) {
  base::CsvWriter csv({"rank", "program", "name", "stage", "since", "points", "possible", "unknown",
                       "first_cut", "reason"});
  for (const auto& ranked : all) {
    const auto& a = ranked.assessment;
    const auto cut = a.is_cut() ? "fails" : (a.is_in_doubt() ? "unknown" : "meets");
    csv.add({ranked.rank > 0 ? std::to_string(ranked.rank) : "", ranked.candidate.program,
             ranked.candidate.program_name, std::string(name_of(ranked.candidate.stage)),
             ranked.candidate.stage_since, std::to_string(a.points), std::to_string(a.possible),
             std::to_string(a.unknown), cut,
             is_out(ranked.candidate.stage) ? ranked.candidate.reason : cut_reason(criteria, a)});
  }
  return csv.text();
}

// GET /shortlist
Answer show_shortlist(Visit& visit) {
  if (visit.request.format == "csv")
    return web::csv(visit.services.db.read([&](store::Reader& reader) {
      const auto set = criteria_for(reader, visit.scope);
      return csv_of(shortlist(reader, visit.scope, set.criteria), set.criteria);
    }),
                    "candidates.csv");
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto set = criteria_for(reader, visit.scope);
    const auto all = shortlist(reader, visit.scope, set.criteria);
    const auto count = count_of(all);
    std::vector<web::View> ranked, unknown, aside;
    for (const auto& one : all) {
      const bool is_aside = is_out(one.candidate.stage) || one.assessment.is_cut();
      auto& group = one.rank > 0 ? ranked : (is_aside ? aside : unknown);
      group.push_back(row_of(one, set.criteria));
    }
    web::View view;
    network::show_ecosystem(view, reader, visit, "/shortlist");
    view.set("running", count.running)
        .set("goal", set.goal)
        .set("is_enough", count.running >= set.goal)
        .set("scored", count.scored)
        .set("is_empty", all.empty())
        .set("has_criteria", set.version > 0)
        .set("csv", "/shortlist.csv?ecosystem=" + visit.scope)
        .set("may_edit", identity::meets(visit.viewer, Needs::contributor, visit.scope));
    view.set_list("ranked", std::move(ranked))
        .set_list("unknown", std::move(unknown))
        .set_list("aside", std::move(aside));
    return Filled{
        "shortlist.html", std::move(view), {.title = "Candidate programs", .section = "shortlist"}};
  }));
}

enum class Shown { meets, unknown, fails };

Shown group_of(const Found& found) {
  const auto has = [&](Verdict v) {
    return std::find(found.cuts.begin(), found.cuts.end(), v) != found.cuts.end();
  };
  return has(Verdict::fails) ? Shown::fails
                             : (has(Verdict::unknown) ? Shown::unknown : Shown::meets);
}

// GET /shortlist/find
Answer find_programs(Visit& visit) {
  const auto asked = visit.request.query_value("cut");
  const auto wanted =
      asked == "fails" ? Shown::fails : (asked == "unknown" ? Shown::unknown : Shown::meets);
  const auto words = base::lower(base::trim(visit.request.query_value("q")));
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto set = criteria_for(reader, visit.scope);
    std::size_t counts[3] = {0, 0, 0};
    std::vector<web::View> rows;
    for (const auto& found : programs_beside(reader, visit.scope, set.criteria)) {
      if (base::lower(found.name + " " + found.region).find(words) == std::string::npos) continue;
      const auto group = group_of(found);
      ++counts[static_cast<int>(group)];
      if (group != wanted || rows.size() == kMostShown) continue;
      rows.emplace_back()
          .set("program", found.program)
          .set("name", found.name)
          .set("url", "/orgs/" + found.program)
          .set_maybe("region", found.region)
          .set_maybe("doubt", doubt_words(set.criteria, found.cuts));
    }
    std::vector<web::View> cuts, groups;
    for (const auto& criterion : set.criteria)
      if (criterion.kind == Criterion::Kind::cut)
        cuts.emplace_back().set("cut", cut_words(criterion)).set_maybe("source", criterion.source);
    for (const auto& [group, name, label] : {std::tuple{Shown::meets, "meets", "Meet them"},
                                             {Shown::unknown, "unknown", "Not known"},
                                             {Shown::fails, "fails", "Fail"}})
      groups.emplace_back()
          .set("label", label)
          .set("count", counts[static_cast<int>(group)])
          .set("is_current", group == wanted)
          .set("url", fmt::format("/shortlist/find?ecosystem={}&cut={}&q={}", visit.scope, name,
                                  base::url_encode(words)));
    web::View view;
    network::show_ecosystem(view, reader, visit, "/shortlist/find");
    view.set("words", words)
        .set("cut", asked)
        .set("groups", std::move(groups))
        .set("is_cut_short", counts[static_cast<int>(wanted)] > kMostShown)
        .set("most", kMostShown)
        .set("may_edit", identity::meets(visit.viewer, Needs::contributor, visit.scope));
    view.set_list("rows", std::move(rows)).set_list("cuts", std::move(cuts));
    return Filled{"find_programs.html",
                  std::move(view),
                  {.title = "Programs that may fit", .section = "shortlist"}};
  }));
}

// POST /shortlist
Answer add(Visit& visit) {
  const auto added = visit.services.db.write([&](store::Writer& writer) {
    return add_candidate(writer, visit.scope, visit.form().text("program"), visit.event());
  });
  if (!added) return tl::unexpected(added.error());
  return app::redirect_with_notice(visit, "/shortlist?ecosystem=" + visit.scope,
                                   added->program_name + " is on the list.");
}

}  // namespace

void shortlist_routes(app::Routes& routes) {
  routes.get("/shortlist", Needs::participant, network::ecosystem_scope(Needs::participant),
             show_shortlist, {.formats = {"csv"}});
  routes.post("/shortlist", Needs::contributor, network::ecosystem_scope(Needs::contributor), add);
  routes.get("/shortlist/find", Needs::participant, network::ecosystem_scope(Needs::participant),
             find_programs);
}

}  // namespace enact::outreach
