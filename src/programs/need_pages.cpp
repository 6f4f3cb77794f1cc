// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "programs/form_fields.h"
#include "programs/match_views.h"
#include "programs/matches.h"
#include "programs/needs.h"
#include "programs/pages.h"
#include "programs/part.h"
#include "programs/plan_views.h"
#include "programs/plans.h"
#include "programs/scopes.h"

namespace enact::programs {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;
using Control = FormField::Control;

constexpr std::size_t kMostSuggested = 10;
constexpr std::size_t kMostInTheWay = 5;

// How many of it one would ask for at first.
int likely_amount(const Need& need, const Asset& asset) {
  const auto left = left_of(offered(asset));
  const int wanted = std::max(1, need.amount);
  return left ? std::clamp(wanted, 1, std::max(1, *left)) : wanted;
}

web::View suggestion_view(const Need& need, const Suggestion& suggestion) {
  const auto& asset = suggestion.asset;
  auto why = suggestion.fit.words();
  if (!why.empty()) why.front() = static_cast<char>(std::toupper(why.front()));
  web::View view;
  view.set("asset", asset.id)
      .set("url", "/support/assets/" + asset.id)
      .set("what", asset.what)
      .set("offered_by", asset.offered_by)
      .set("why", why)
      .set("obstacle", suggestion.fit.obstacle)
      .set("promises", promise_words(asset))
      .set("amount", likely_amount(need, asset))
      .set("has_capacity", asset.capacity > 0)
      .set_maybe("unit", asset.unit)
      .set_maybe("contact", asset.contact)
      .set_maybe("conditions", asset.conditions);
  return view;
}

// Those that are possible, and those with something in the way.
void show_suggestions(web::View& view,
                      store::Reader& reader,
                      const Need& need,
                      const std::vector<Match>& offers,
                      base::Day today) {
  std::vector<web::View> possible, in_the_way;
  for (const auto& suggestion : suggestions(reader, need, today)) {
    const bool is_offered = std::any_of(offers.begin(), offers.end(), [&](const Match& match) {
      return match.asset == suggestion.asset.id &&
             (match.state == MatchState::offered || match.state == MatchState::agreed);
    });
    if (is_offered) continue;
    auto& list = suggestion.fit.is_possible() ? possible : in_the_way;
    const auto most = suggestion.fit.is_possible() ? kMostSuggested : kMostInTheWay;
    if (list.size() < most) list.push_back(suggestion_view(need, suggestion));
  }
  view.set_list("suggestions", std::move(possible));
  view.set_list("in_the_way", std::move(in_the_way));
}

void show_move_form(web::View& view,
                    const Visit& visit,
                    const Need& need,
                    const base::Error* error) {
  FormFields fields(error);
  const auto typed = visit.form().text("state");
  std::vector<Option> states;
  for (const auto state : kNeedStates)
    if (state != need.state || name_of(state) == typed)
      states.push_back({std::string(name_of(state)), std::string(words_of(state))});
  fields.add({.name = "state",
              .label = "It is now",
              .value = typed.empty() ? "met" : typed,
              .control = Control::choice,
              .options = std::move(states)});
  fields.add({.name = "note",
              .label = "Note",
              .value = visit.form().text("note"),
              .help = "What came of it, or why it is not needed any more."});
  auto names = fields.names();
  std::move(fields).show(view, "move_fields");
  names.emplace_back("amount");
  names.emplace_back("outcome");
  app::show_faults(view, names, error);
}

Answer need_page(Visit& visit, const std::string& id, const base::Error* error) {
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto need = find_need(reader, id);
    if (!need) return base::not_found("There is no such need.");
    const auto part = check_part(visit.viewer, need->program, need->workspace);
    if (!part) return tl::unexpected(part.error());
    const bool works_here = *part == Part::ecosystem;
    const auto offers = matches_of_need(reader, need->id);
    auto view = need_view(*need);
    std::vector<web::View> offer_views;
    for (const auto& match : offers) offer_views.push_back(match_view(match));
    view.set_list("offers", std::move(offer_views));
    show_suggestions(view, reader, *need, offers, visit.today());
    show_move_form(view, visit, *need, error);
    set_history(view, moves_of(reader, "need", need->id));
    view.set("need", need->id)
        .set("version", need->version)
        .set("ecosystem", need->workspace)
        .set("is_waiting", need->is_waiting())
        .set("is_matched", need->state == NeedState::matched)
        .set("works_here", works_here);
    return Filled{"need.html",
                  std::move(view),
                  {.title = need->what,
                   .status = error != nullptr ? status_of(*error) : 200,
                   .section = "support"}};
  }));
}

// GET /support/needs/{id}
Answer show_need(Visit& visit) {
  return need_page(visit, visit.id(), nullptr);
}

bool is_for_the_form(const base::Error& error) {
  return error.kind == base::Error::Kind::invalid || error.kind == base::Error::Kind::conflict;
}

// POST /support/needs/{id}/state
Answer move(Visit& visit) {
  const auto to = need_state_named(visit.form().text("state"));
  if (!to) return base::invalid("state", "Choose how the need stands.");
  const auto moved = visit.services.db.write([&](store::Writer& writer) -> base::Result<void> {
    const auto need = find_need(writer, visit.id());
    if (!need) return base::not_found("There is no such need.");
    const auto part = check_part(visit.viewer, need->program, need->workspace);
    if (!part) return tl::unexpected(part.error());
    return move_need(writer, {visit.id(), *to, visit.form().text("note"), version_in(visit)},
                     visit.event());
  });
  if (!moved && is_for_the_form(moved.error())) return need_page(visit, visit.id(), &moved.error());
  if (!moved) return tl::unexpected(moved.error());
  return app::redirect_with_notice(visit, "/support/needs/" + visit.id(), "Noted.");
}

// POST /support/needs/{id}/offers
Answer offer_it(Visit& visit) {
  const NewOffer wish{visit.id(), visit.form().text("asset"), number_in(visit.form(), "amount", 1)};
  const auto made = visit.services.db.write(
      [&](store::Writer& writer) { return offer(writer, wish, visit.event()); });
  if (!made && is_for_the_form(made.error())) return need_page(visit, visit.id(), &made.error());
  if (!made) return tl::unexpected(made.error());
  return app::redirect_with_notice(visit, "/support/needs/" + visit.id(),
                                   "Offered. Put the two in touch, and ask again in a fortnight.");
}

// POST /support/offers/{id}/state
Answer move_offer(Visit& visit) {
  const auto to = match_state_named(visit.form().text("state"));
  if (!to) return base::invalid("state", "Choose what came of the offer.");
  std::string need;
  const auto moved = visit.services.db.write([&](store::Writer& writer) -> base::Result<void> {
    const auto match = find_match(writer, visit.id());
    if (match) need = match->need;
    const auto done = move_match(
        writer, {visit.id(), *to, visit.form().text("outcome"), version_in(visit)}, visit.event());
    if (!done) return tl::unexpected(done.error());
    return {};
  });
  if (!moved && is_for_the_form(moved.error())) return need_page(visit, need, &moved.error());
  if (!moved) return tl::unexpected(moved.error());
  return app::redirect_with_notice(visit, "/support/needs/" + need, "Noted.");
}

}  // namespace

void need_routes(app::Routes& routes) {
  routes.get("/support/needs/{id}", Needs::participant, scopes::need(), show_need);
  routes.post("/support/needs/{id}/state", Needs::participant, scopes::need(), move);
  routes.post("/support/needs/{id}/offers", Needs::contributor, scopes::need(), offer_it);
  routes.post("/support/offers/{id}/state", Needs::contributor, scopes::match(), move_offer);
}

}  // namespace enact::programs
