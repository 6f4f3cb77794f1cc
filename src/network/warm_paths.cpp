// SPDX-License-Identifier: Apache-2.0
#include "network/warm_paths.h"

#include <algorithm>

#include "base/json.h"
#include "base/text.h"
#include "network/queries.h"

namespace enact::network {
namespace {

std::string json_of(const std::vector<std::string>& ids) {
  auto json = base::Json::array();
  for (const auto& id : ids) json.add(id);
  return json.dump();
}

// Somebody who knows more people than this would drown the search: of their acquaintances only the
// warmest lead on, so many of those that were noted from their side and so many from the other's.
// Nothing is lost of who knows fewer.
constexpr int kMostOfOne = 100;
// And of a layer so many people are followed, again the warmest.
constexpr std::size_t kMostFollowed = 1'000;
constexpr std::size_t kMostFollowedLast = 300;

// What is read when a side grows, as far as can be known before. Whoever others know knows more
// people than others do: a friend's list is ten times as long as anybody's.
std::size_t cost_of(const WarmSearch& side) {
  return side.frontier().size() * (side.depth() == 0 ? 1 : 10);
}

// Those of `people`; only who is among `towards`, when the search ends with them.
std::vector<Acquaintance> acquaintances(store::Reader& reader,
                                        const std::vector<std::string>& people,
                                        const WarmPathQuery& query,
                                        const std::vector<std::string>* towards) {
  std::vector<Acquaintance> steps;
  if (people.empty()) return steps;
  const auto ecosystems = "|" + base::join(query.workspaces, "|") + "|";
  const auto rows = towards == nullptr
                        ? reader.all(sql::acquaintances, {{"people", json_of(people)},
                                                          {"viewer", query.viewer},
                                                          {"everywhere", query.everywhere},
                                                          {"workspaces", ecosystems},
                                                          {"most", kMostOfOne}})
                        : reader.all(sql::acquaintances_towards, {{"people", json_of(people)},
                                                                  {"towards", json_of(*towards)},
                                                                  {"viewer", query.viewer},
                                                                  {"everywhere", query.everywhere},
                                                                  {"workspaces", ecosystems},
                                                                  {"most", kMostOfOne}});
  steps.reserve(rows.size());
  for (const auto& row : rows)
    steps.push_back(
        {.from = row.text("near"),
         .to = row.text("far"),
         .strength = static_cast<Strength>(std::clamp<std::int64_t>(row.integer("strength"), 1, 3)),
         .last_contact = row.text("last_contact"),
         .link = row.text("id"),
         .workspace = row.text("workspace"),
         .is_private = row.truth("is_private")});
  return steps;
}

}  // namespace

std::vector<WarmPath> warm_paths(store::Reader& reader,
                                 const WarmPathQuery& query,
                                 base::Day today) {
  WarmSearch from_us(WarmSearch::From::us, query.from, query.to),
      from_them(WarmSearch::From::them, query.to, query.from);
  for (std::size_t degree = 0; degree < query.degree; ++degree) {
    // The side of which less is read grows: it stays small however far it goes.
    const bool is_ours = cost_of(from_us) <= cost_of(from_them);
    auto& growing = is_ours ? from_us : from_them;
    const auto& other = is_ours ? from_them : from_us;
    // The last step leads to somebody whom the other side has reached, or nowhere.
    const bool is_last = degree + 1 == query.degree;
    const auto people = growing.frontier(is_last ? kMostFollowedLast : kMostFollowed);
    const auto reached = is_last ? other.all_reached() : std::vector<std::string>();
    growing.grow(acquaintances(reader, people, query, is_last ? &reached : nullptr), today);
  }
  return meet(from_us, from_them, query.most);
}

std::vector<std::string> people_at(store::Reader& reader, std::string_view org) {
  std::vector<std::string> people;
  for (const auto& row : reader.all(sql::people_at_org, {{"org", org}}))
    people.push_back(row.text("person"));
  return people;
}

std::vector<std::string> people_at_any(store::Reader& reader,
                                       const AnyOffice& office,
                                       std::size_t most) {
  std::vector<std::string> people;
  for (const auto& row :
       reader.all(sql::people_of_kind,
                  {{"kind", office.kind}, {"state", office.state}, {"most", int(most)}}))
    people.push_back(row.text("person"));
  return people;
}

std::size_t count_of(store::Reader& reader, const AnyOffice& office) {
  const auto row =
      reader.one(sql::orgs_of_kind_in_state, {{"kind", office.kind}, {"state", office.state}});
  return static_cast<std::size_t>(row->integer("orgs"));
}

}  // namespace enact::network
