// SPDX-License-Identifier: Apache-2.0
#include "network/warm_path.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace enact::network {
namespace {

// Ways kept to each person: more than anybody wants to be shown.
constexpr std::size_t kWaysKept = 20;

// Years since somebody was last in touch; the year is all that is sure of a partial date.
std::optional<int> years_since(const std::string& date, base::Day today) {
  if (date.size() < 4) return std::nullopt;
  const auto month = date.size() >= 7 ? date.substr(5, 2) : std::string("12");
  const auto day = date.size() >= 10 ? date.substr(8, 2) : std::string("01");
  const auto then = base::Day::parse(date.substr(0, 4) + "-" + month + "-" + day);
  if (!then) return std::nullopt;
  const auto days = (today.days() - then->days()).count();
  return static_cast<int>(std::max<long long>(days, 0) / 365);
}

auto people_of(const WarmPath& path) {
  std::vector<std::string> people;
  if (!path.steps.empty()) people.push_back(path.steps.front().from);
  for (const auto& step : path.steps) people.push_back(step.to);
  return people;
}

bool visits_nobody_twice(const WarmPath& path) {
  const auto people = people_of(path);
  return std::set(people.begin(), people.end()).size() == people.size();
}

// Whether it visits nobody twice, and nobody on the way from whom it could have begun.
bool is_walkable(const WarmPath& path, const WarmSearch& from_us, const WarmSearch& from_them) {
  const auto people = people_of(path);
  if (people.empty() || !visits_nobody_twice(path)) return false;
  return std::none_of(people.begin() + 1, people.end() - 1, [&](const std::string& between) {
    return from_us.starts_with(between) || from_them.starts_with(between);
  });
}

bool is_warmer(const WarmPath& a, const WarmPath& b) {
  if (a.warmth != b.warmth) return a.warmth > b.warmth;
  return std::tuple(a.degree(), people_of(a)) < std::tuple(b.degree(), people_of(b));
}

// The other search walked from them to here; we walk the other way.
WarmPath joined(WarmPath path, const WarmPath& back) {
  for (auto step = back.steps.rbegin(); step != back.steps.rend(); ++step) {
    auto turned = *step;
    std::swap(turned.from, turned.to);
    path.steps.push_back(std::move(turned));
  }
  path.warmth *= back.warmth;
  return path;
}

}  // namespace

double warmth(const Acquaintance& step, base::Day today) {
  constexpr double kByStrength[] = {0.4, 0.7, 0.9};
  constexpr double kByYears[] = {1.0, 0.85, 0.7, 0.55};  // from the third year on the last
  constexpr double kUnknown = 0.75;
  const auto years = years_since(step.last_contact, today);
  const auto recency = years ? kByYears[std::min(*years, 3)] : kUnknown;
  return kByStrength[static_cast<int>(step.strength) - 1] * recency;
}

WarmSearch::WarmSearch(From side,
                       const std::vector<std::string>& start,
                       const std::vector<std::string>& end)
    : side_(side), end_(end.begin(), end.end()), layers_(1) {
  for (const auto& person : start)
    layers_[0][person] = {{.step = {}, .way_before = 0, .warmth = 1}};
}

std::vector<std::string> WarmSearch::reached(std::size_t depth) const {
  std::vector<std::string> people;
  for (const auto& [person, ways] : layers_[depth]) people.push_back(person);
  std::sort(people.begin(), people.end());
  return people;
}

std::vector<std::string> WarmSearch::all_reached() const {
  std::set<std::string> people;
  for (const auto& layer : layers_)
    for (const auto& [person, ways] : layer) people.insert(person);
  return {people.begin(), people.end()};
}

std::vector<std::string> WarmSearch::frontier(std::size_t most) const {
  auto people = reached(depth());
  if (people.size() <= most) return people;
  const auto& last = layers_.back();
  // The ways to each are sorted: the first is the warmest.
  std::stable_sort(people.begin(), people.end(), [&](const auto& a, const auto& b) {
    return last.at(a).front().warmth > last.at(b).front().warmth;
  });
  people.resize(most);
  return people;
}

void WarmSearch::grow(const std::vector<Acquaintance>& steps, base::Day today) {
  const auto& last = layers_.back();
  Layer next;
  for (const auto& step : steps) {
    const auto from = last.find(step.from);
    // Whoever we begin with needs no introduction, and whoever we want to reach is reached.
    if (from == last.end() || starts_with(step.to)) continue;
    if (depth() > 0 && end_.count(step.from) != 0) continue;
    const auto step_warmth = warmth(step, today);
    for (std::size_t way = 0; way < from->second.size(); ++way)
      next[step.to].push_back({step, way, from->second[way].warmth * step_warmth});
  }
  layers_.push_back(std::move(next));
  for (auto& [person, ways] : layers_.back()) keep_warmest(ways);
  std::erase_if(layers_.back(), [](const auto& reached) { return reached.second.empty(); });
}

// Of the ways over the same one whom we would ask first only the warmest can be the answer.
void WarmSearch::keep_warmest(std::vector<Way>& ways) const {
  std::sort(ways.begin(), ways.end(), [](const Way& a, const Way& b) {
    return std::tie(b.warmth, a.step.from, a.step.link, a.way_before) <
           std::tie(a.warmth, b.step.from, b.step.link, b.way_before);
  });
  std::set<std::pair<std::string, std::string>> asked;
  std::erase_if(ways, [&](const Way& way) {
    if (asked.size() == kWaysKept) return true;
    const auto path = path_of(way, depth());
    return !visits_nobody_twice(path) || !asked.insert(asked_first(path)).second;
  });
}

// Our own end of the path is its beginning, and of a path from them its last step.
std::pair<std::string, std::string> WarmSearch::asked_first(const WarmPath& path) const {
  if (side_ == From::us) return {path.steps.front().from, path.steps.front().to};
  return {path.steps.back().to, path.steps.back().from};
}

WarmPath WarmSearch::path_of(const Way& way, std::size_t depth) const {
  WarmPath path;
  path.warmth = way.warmth;
  const auto* walked = &way;
  for (; depth > 0; --depth) {
    path.steps.push_back(walked->step);
    walked = &layers_[depth - 1].at(walked->step.from)[walked->way_before];
  }
  std::reverse(path.steps.begin(), path.steps.end());
  return path;
}

std::vector<WarmPath> WarmSearch::ways_to(const std::string& person, std::size_t depth) const {
  std::vector<WarmPath> paths;
  const auto found = layers_[depth].find(person);
  if (found == layers_[depth].end()) return paths;
  for (const auto& way : found->second) paths.push_back(path_of(way, depth));
  return paths;
}

std::vector<WarmPath> meet(const WarmSearch& from_us,
                           const WarmSearch& from_them,
                           std::size_t most) {
  std::vector<WarmPath> paths;
  for (std::size_t here = 0; here <= from_us.depth(); ++here)
    for (std::size_t there = 0; there <= from_them.depth(); ++there)
      for (const auto& person : from_them.reached(there))
        for (const auto& path : from_us.ways_to(person, here))
          for (const auto& back : from_them.ways_to(person, there))
            if (auto whole = joined(path, back); is_walkable(whole, from_us, from_them))
              paths.push_back(std::move(whole));
  std::sort(paths.begin(), paths.end(), is_warmer);
  std::set<std::pair<std::string, std::string>> begun;
  std::vector<WarmPath> best;
  for (auto& path : paths) {
    if (best.size() == most) break;
    if (begun.emplace(path.steps.front().from, path.steps.front().to).second)
      best.push_back(std::move(path));
  }
  return best;
}

}  // namespace enact::network
