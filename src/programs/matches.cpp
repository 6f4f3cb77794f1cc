// SPDX-License-Identifier: Apache-2.0
#include "programs/matches.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/id.h"
#include "base/text.h"
#include "programs/checks.h"
#include "programs/needs.h"
#include "programs/plans.h"
#include "programs/queries.h"

namespace enact::programs {
namespace {

Match match_from(const store::Row& row) {
  return {.id = row.text("id"),
          .workspace = row.text("workspace"),
          .need = row.text("need"),
          .need_what = row.text("need_what"),
          .program = row.text("program"),
          .program_name = row.text("program_name"),
          .asset = row.text("asset"),
          .asset_what = row.text("asset_what"),
          .offered_by = row.text("offered_by"),
          .contact = row.text("contact"),
          .amount = static_cast<int>(row.integer("amount")),
          .state = match_state_named(row.text("state")).value_or(MatchState::offered),
          .state_since = row.text("state_since"),
          .why = row.text("why"),
          .outcome = row.text("outcome"),
          .offered_on = row.text("offered_on"),
          .offered_by_name = row.text("offered_by_name"),
          .version = row.integer("version")};
}

std::vector<Match> matches_from(const store::Rows& rows) {
  std::vector<Match> matches;
  for (const auto& row : rows) matches.push_back(match_from(row));
  return matches;
}

identity::Event about(identity::Event by, const Match& match, std::string verb) {
  by.verb = std::move(verb);
  by.subject_kind = "match";
  by.subject_id = match.id;
  by.subject_name = match.need_what + " / " + match.asset_what;
  by.org = match.workspace;
  return by;
}

base::Result<void> check_offer(const Need& need, const Asset& asset, int amount, base::Day today) {
  if (!need.is_waiting())
    return base::conflict("This need is not open any more. Open it again first.");
  if (asset.is_retired())
    return base::conflict(fmt::format("{} is no longer offered.", asset.what));
  if (amount < 1) return base::invalid("amount", "Write how many, at least 1.");
  const auto until = base::Day::parse(asset.free_until);
  if (until && *until < today)
    return base::conflict(fmt::format("{} was offered until {}.", asset.what, until->words()));
  const auto left = left_of(offered(asset));
  if (left && *left < amount)
    return base::invalid(
        "amount",
        *left == 0 ? fmt::format("All {} of “{}” are promised already.", asset.capacity, asset.what)
                   : fmt::format("Only {} of {} of “{}” are not promised yet.", *left,
                                 asset.capacity, asset.what));
  return {};
}

// Where the need stands now that one of its offers moved.
std::optional<NeedState> need_after(const Need& need,
                                    MatchState moved,
                                    const std::vector<Match>& offers) {
  if (moved == MatchState::worked_out) return NeedState::met;
  if (moved == MatchState::agreed) return NeedState::matched;
  const bool is_agreed = std::any_of(offers.begin(), offers.end(), [](const Match& match) {
    return match.state == MatchState::agreed;
  });
  if (need.state == NeedState::matched && !is_agreed) return NeedState::open;
  return std::nullopt;
}

}  // namespace

std::vector<Suggestion> suggestions(store::Reader& reader, const Need& need, base::Day today) {
  const auto all = assets_for(reader, need);
  std::vector<Offered> offers;
  for (const auto& asset : all) offers.push_back(offered(asset));
  std::map<std::string_view, const Asset*> by_id;
  for (const auto& asset : all) by_id[asset.id] = &asset;
  std::vector<Suggestion> found;
  for (auto& fit : fits(wanted(reader, need), offers, today))
    found.push_back({*by_id.at(fit.id), fit});
  return found;
}

std::optional<Match> find_match(store::Reader& reader, std::string_view id) {
  const auto row = reader.one(sql::find_match, {{"id", id}});
  return row ? std::optional(match_from(*row)) : std::nullopt;
}

std::vector<Match> matches_of_need(store::Reader& reader, std::string_view need) {
  return matches_from(reader.all(sql::matches_of_need, {{"need", need}}));
}

std::vector<Match> matches_of_asset(store::Reader& reader, std::string_view asset) {
  return matches_from(reader.all(sql::matches_of_asset, {{"asset", asset}}));
}

base::Result<Match> offer(store::Writer& writer, const NewOffer& wish, identity::Event by) {
  const auto need = find_need(writer, wish.need);
  if (!need) return base::not_found("There is no such need.");
  writer.run(sql::hold_asset, {{"id", wish.asset}});
  const auto asset = find_asset(writer, wish.asset);
  if (!asset || asset->workspace != need->workspace)
    return base::not_found("There is no such asset in this ecosystem.");
  if (auto wrong = check_offer(*need, *asset, wish.amount, by.at.day()); !wrong)
    return tl::unexpected(wrong.error());
  const auto why = fit(wanted(writer, *need), offered(*asset), by.at.day()).words();
  const auto kept = writer.run(sql::keep_match, {{"id", base::new_id()},
                                                 {"need", need->id},
                                                 {"asset", asset->id},
                                                 {"workspace", need->workspace},
                                                 {"amount", wish.amount},
                                                 {"today", by.at.day().iso()},
                                                 {"why", why},
                                                 {"by_name", by.actor_name}});
  if (kept != 1)
    return base::conflict(fmt::format("{} is offered to this need already.", asset->what));
  const auto row = writer.one(sql::match_of, {{"need", need->id}, {"asset", asset->id}});
  const auto match = *find_match(writer, row->text("id"));
  keep_move(writer, "match", match.id, {std::string(name_of(MatchState::offered)), why}, by);
  auto event = about(std::move(by), match, "programs.match.offered");
  event.after = base::Json::object().set("amount", match.amount).set("why", why);
  identity::record(writer, event);
  return match;
}

base::Result<Match> move_match(store::Writer& writer, const MatchMove& move, identity::Event by) {
  const auto match = find_match(writer, move.match);
  if (!match) return base::not_found("There is no such offer.");
  const std::string outcome(base::trim(move.outcome));
  if (outcome.size() > kLongestText) return base::invalid("outcome", "Keep it shorter.");
  if (auto allowed = check_move(match->state, move.to, outcome); !allowed)
    return tl::unexpected(allowed.error());
  const auto moved = writer.run(sql::move_match, {{"id", match->id},
                                                  {"state", name_of(move.to)},
                                                  {"today", by.at.day().iso()},
                                                  {"outcome", outcome},
                                                  {"version", move.version}});
  if (moved != 1)
    return base::conflict("Somebody was quicker and said how this offer stands. Look at it again.");
  keep_move(writer, "match", match->id, {std::string(name_of(move.to)), outcome}, by);
  auto event = about(by, *match, "programs.match.moved");
  event.before = base::Json::object().set("state", name_of(match->state));
  event.after = base::Json::object().set("state", name_of(move.to)).set("outcome", outcome);
  identity::record(writer, event);

  const auto need = *find_need(writer, match->need);
  const auto to = need_after(need, move.to, matches_of_need(writer, need.id));
  if (to && need.is_waiting() && *to != need.state) {
    const auto note = outcome.empty() ? match->asset_what : outcome;
    if (auto done = move_need(writer, {need.id, *to, note, need.version}, by); !done)
      return tl::unexpected(done.error());
  }
  return *find_match(writer, match->id);
}

}  // namespace enact::programs
