// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.h"
#include "network/network.h"
#include "outreach/criteria_sets.h"
#include "outreach/pages.h"
#include "outreach/queries.h"
#include "outreach/scopes.h"

namespace enact::outreach {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;
using Kind = Criterion::Kind;
using Rule = Criterion::Rule;

// Empty rows at the end of the form, for new criteria.
constexpr std::size_t kSpareRows = 2;

void add_option(std::vector<web::View>& options,
                std::string_view value,
                std::string_view label,
                std::string_view chosen) {
  options.emplace_back().set("value", value).set("label", label).set("is_chosen", value == chosen);
}

web::View row_view(const Criterion& criterion,
                   std::size_t number,
                   const std::vector<std::pair<std::string, std::string>>& fields) {
  const bool is_cut = criterion.kind == Kind::cut;
  std::vector<web::View> kinds, field_options, rules;
  add_option(kinds, "score", "gives points", name_of(criterion.kind));
  add_option(kinds, "cut", "cuts", name_of(criterion.kind));
  add_option(field_options, "", "None", criterion.field);
  for (const auto& [id, label] : fields) add_option(field_options, id, label, criterion.field);
  for (const auto rule : {Rule::at_least, Rule::at_most, Rule::is, Rule::includes})
    add_option(rules, name_of(rule), words_of(rule), name_of(criterion.rule));
  web::View view;
  view.set("number", number)
      .set("key", criterion.key)
      .set("label", criterion.label)
      .set("title", criterion.label.empty() ? "Another criterion" : criterion.label)
      .set("kinds", std::move(kinds))
      .set("field_options", std::move(field_options))
      .set("rules", std::move(rules))
      .set("threshold", criterion.threshold)
      .set("weight", criterion.weight)
      .set("levels", base::join(criterion.levels, "\n"))
      .set("source", criterion.source)
      .set("is_cut", is_cut)
      .set("is_new", criterion.label.empty());
  return view;
}

// A row without a label is left out: that is how one is taken away.
std::vector<Criterion> criteria_in(const web::Form& form) {
  std::vector<Criterion> criteria;
  const auto rows = base::to_integer(form.text("rows")).value_or(0);
  for (long long n = 1; n <= std::min(rows, 100LL); ++n) {
    const auto cell = [&](std::string_view name) {
      return std::string(base::trim(form.text(fmt::format("{}-{}", name, n))));
    };
    Criterion criterion{
        .key = cell("key"),
        .label = cell("label"),
        .kind = cell("kind") == "cut" ? Kind::cut : Kind::score,
        .field = cell("field"),
        .rule = rule_named(cell("rule")).value_or(Rule::is),
        .threshold = cell("threshold"),
        .weight = static_cast<int>(std::min(base::to_integer(cell("weight")).value_or(1), 1000LL)),
        .source = cell("source")};
    if (criterion.label.empty()) continue;
    if (criterion.key.empty()) criterion.key = base::slug(criterion.label);
    for (const auto line : base::lines(cell("levels")))
      if (const auto level = base::trim(line); !level.empty()) criterion.levels.emplace_back(level);
    criteria.push_back(std::move(criterion));
  }
  return criteria;
}

Answer criteria_page(Visit& visit, const CriteriaSet* draft, const base::Error* error) {
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto stored = criteria_for(reader, visit.scope);
    const auto& shown = draft != nullptr ? *draft : stored;
    std::vector<std::pair<std::string, std::string>> fields;
    for (const auto& row : reader.all(sql::program_fields, {{"workspace", visit.scope}}))
      fields.emplace_back(row.text("id"), row.text("label"));
    std::vector<web::View> rows;
    for (const auto& criterion : shown.criteria)
      rows.push_back(row_view(criterion, rows.size() + 1, fields));
    for (std::size_t spare = 0; spare < kSpareRows; ++spare)
      rows.push_back(row_view({}, rows.size() + 1, fields));
    web::View view;
    network::show_ecosystem(view, reader, visit, "/shortlist/criteria");
    const bool is_own = stored.version > 0 && stored.workspace == visit.scope;
    view.set("row_count", rows.size())
        .set("rows", std::move(rows))
        .set("goal", shown.goal)
        .set("version", is_own ? stored.version : 0)
        .set("is_own", is_own)
        .set("is_networks", stored.version > 0 && !is_own)
        .set("made_by", stored.made_by)
        .set("csv", "/shortlist/criteria.csv?ecosystem=" + visit.scope)
        .set("may_edit", identity::meets(visit.viewer, Needs::lead, visit.scope));
    app::show_faults(view, {}, error);
    return Filled{"criteria.html",
                  std::move(view),
                  {.title = "Criteria for programs",
                   .status = error != nullptr ? status_of(*error) : 200,
                   .section = "shortlist"}};
  }));
}

// GET /shortlist/criteria
Answer show_criteria(Visit& visit) {
  if (visit.request.format == "csv")
    return web::csv(visit.services.db.read([&](store::Reader& reader) {
      return write_criteria(criteria_for(reader, visit.scope).criteria);
    }),
                    "criteria.csv");
  return criteria_page(visit, nullptr, nullptr);
}

// POST /shortlist/criteria
Answer save(Visit& visit) {
  const auto& form = visit.form();
  const CriteriaSet draft{
      .workspace = visit.scope,
      .version = static_cast<int>(base::to_integer(form.text("version")).value_or(0)),
      .goal =
          static_cast<int>(std::min(base::to_integer(form.text("goal")).value_or(0), 100'000LL)),
      .criteria = criteria_in(form)};
  const auto saved = visit.services.db.write(
      [&](store::Writer& writer) { return save_criteria(writer, draft, visit.event()); });
  if (!saved) return criteria_page(visit, &draft, &saved.error());
  return app::redirect_with_notice(visit, "/shortlist/criteria?ecosystem=" + visit.scope,
                                   fmt::format("Version {} is in use.", saved->version));
}

}  // namespace

void criteria_routes(app::Routes& routes) {
  routes.get("/shortlist/criteria", Needs::participant,
             network::ecosystem_scope(Needs::participant), show_criteria, {.formats = {"csv"}});
  routes.post("/shortlist/criteria", Needs::lead, network::ecosystem_scope(Needs::lead), save);
}

}  // namespace enact::outreach
