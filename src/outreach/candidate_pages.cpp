// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "base/date.h"
#include "base/text.h"
#include "outreach/criteria_sets.h"
#include "outreach/pages.h"
#include "outreach/scopes.h"
#include "outreach/shortlist.h"

namespace enact::outreach {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

// What a form gave for a criterion, or what is kept.
struct Answered {
  std::string points;  // empty: unknown
  std::string note;
  std::string by;
};
using Answers = std::map<std::string, Answered>;

Answers kept(const std::vector<Score>& scores) {
  Answers answers;
  for (const auto& s : scores) answers[s.key] = {std::to_string(s.points), s.note, s.scored_by};
  return answers;
}

Answers posted(const web::Form& form, const std::vector<Criterion>& criteria) {
  Answers answers;
  for (const auto& c : criteria)
    answers[c.key] = {form.text("points-" + c.key), form.text("note-" + c.key), ""};
  return answers;
}

web::View score_view(const Criterion& criterion, const Answered& answered) {
  std::vector<web::View> levels;
  levels.emplace_back()
      .set("value", "")
      .set("label", "Unknown")
      .set("is_chosen", answered.points.empty());
  for (int points = 0; points <= criterion.most_points(); ++points)
    levels.emplace_back()
        .set("value", points)
        .set("label", fmt::format("{}: {}", points, criterion.levels[std::size_t(points)]))
        .set("is_chosen", answered.points == std::to_string(points));
  web::View view;
  view.set("key", criterion.key)
      .set("label", criterion.label)
      .set("levels", std::move(levels))
      .set("note", answered.note)
      .set("is_heavy", criterion.weight > 1)
      .set("weight", criterion.weight);
  view.set_maybe("by", answered.by);
  return view;
}

std::vector<web::View> cut_views(const std::vector<Criterion>& criteria, const Known& known) {
  std::vector<web::View> views;
  for (const auto& criterion : criteria) {
    if (criterion.kind != Criterion::Kind::cut) continue;
    const auto value = known.find(criterion.field);
    const std::string text = value != known.end() ? value->second : "";
    views.emplace_back()
        .set("cut", cut_words(criterion))
        .set("verdict", name_of(verdict(criterion, text)))
        .set_maybe("known", text);
  }
  return views;
}

std::vector<web::View> stage_views(Stage now) {
  std::vector<web::View> views;
  for (const auto stage : kStages)
    views.emplace_back()
        .set("value", name_of(stage))
        .set("label", words_of(stage))
        .set("is_chosen", stage == now);
  return views;
}

struct Trouble {
  const base::Error* error = nullptr;
  const Answers* answers = nullptr;
};

Answer candidate_page(Visit& visit, const Trouble& trouble) {
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto candidate = find_candidate(reader, visit.id());
    if (!candidate) return base::not_found("There is no such candidate.");
    const auto set = criteria_for(reader, candidate->workspace);
    const auto known = known_of(reader, candidate->program, set.criteria);
    const auto answers =
        trouble.answers != nullptr ? *trouble.answers : kept(scores_of(reader, candidate->id));
    std::vector<web::View> scores;
    for (const auto& criterion : set.criteria) {
      if (criterion.kind != Criterion::Kind::score) continue;
      const auto answered = answers.find(criterion.key);
      scores.push_back(
          score_view(criterion, answered != answers.end() ? answered->second : Answered{}));
    }
    web::View view;
    view.set("name", candidate->program_name)
        .set("url", "/shortlist/candidates/" + candidate->id)
        .set("program_url", "/orgs/" + candidate->program)
        .set("ecosystem", candidate->workspace)
        .set("version", candidate->version)
        .set("stage", words_of(candidate->stage))
        .set("since", base::partial_date_words(candidate->stage_since))
        .set("since_iso", candidate->stage_since)
        .set("stages", stage_views(candidate->stage))
        .set("posted_reason", visit.form().text("reason"))
        .set("may_edit", identity::meets(visit.viewer, Needs::contributor, visit.scope));
    view.set_maybe("reason", candidate->reason);
    view.set_list("scores", std::move(scores)).set_list("cuts", cut_views(set.criteria, known));
    app::show_faults(view, {"reason"}, trouble.error);
    return Filled{"candidate.html",
                  std::move(view),
                  {.title = candidate->program_name,
                   .status = trouble.error != nullptr ? status_of(*trouble.error) : 200,
                   .section = "shortlist"}};
  }));
}

// GET /shortlist/candidates/{id}
Answer show_candidate(Visit& visit) {
  return candidate_page(visit, {});
}

std::int64_t version_in(const Visit& visit) {
  return base::to_integer(visit.form().text("version")).value_or(0);
}

// POST /shortlist/candidates/{id}/scores
Answer score(Visit& visit) {
  Answers answers;
  const auto scored = visit.services.db.write([&](store::Writer& writer) -> base::Result<void> {
    const auto set = criteria_for(writer, visit.scope);
    answers = posted(visit.form(), set.criteria);
    std::vector<Score> scores;
    for (const auto& [key, answered] : answers)
      if (const auto points = base::to_integer(answered.points))
        scores.push_back({.key = key,
                          .points = static_cast<int>(std::clamp<long long>(*points, -1, 1000)),
                          .note = std::string(base::trim(answered.note))});
    return score_candidate(writer, visit.id(), scores, set.criteria, version_in(visit),
                           visit.event());
  });
  if (!scored) return candidate_page(visit, {&scored.error(), &answers});
  return app::redirect_with_notice(visit, "/shortlist/candidates/" + visit.id(), "Scored.");
}

// POST /shortlist/candidates/{id}/stage
Answer move(Visit& visit) {
  const auto to = stage_named(visit.form().text("stage"));
  if (!to) return base::invalid("stage", "Choose a stage of the list.");
  const auto moved = visit.services.db.write([&](store::Writer& writer) {
    return move_candidate(writer, visit.id(), *to, visit.form().text("reason"), version_in(visit),
                          visit.event());
  });
  if (!moved) return candidate_page(visit, {&moved.error(), nullptr});
  return app::redirect_with_notice(visit, "/shortlist/candidates/" + visit.id(),
                                   fmt::format("{}.", words_of(*to)));
}

}  // namespace

void candidate_routes(app::Routes& routes) {
  routes.get("/shortlist/candidates/{id}", Needs::participant, scopes::candidate(), show_candidate);
  routes.post("/shortlist/candidates/{id}/scores", Needs::contributor, scopes::candidate(), score);
  routes.post("/shortlist/candidates/{id}/stage", Needs::contributor, scopes::candidate(), move);
}

}  // namespace enact::outreach
