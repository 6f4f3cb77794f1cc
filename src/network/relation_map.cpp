// SPDX-License-Identifier: Apache-2.0
#include "network/relation_map.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/text.h"

namespace enact::network {
namespace {

using Key = std::pair<Thing, std::string>;

Key key_of(const Subject& subject) {
  return {subject.thing, subject.id};
}

struct Known {
  std::string name;
  std::set<Key> neighbours;
  std::size_t links = 0;
};

using Everybody = std::map<Key, Known>;

Everybody everybody_in(const std::vector<Link>& links) {
  Everybody all;
  const auto add = [&](const Subject& one, const std::string& name, const Subject& other) {
    auto& known = all[key_of(one)];
    known.name = name;
    known.neighbours.insert(key_of(other));
    ++known.links;
  };
  for (const auto& link : links) {
    add(link.from, link.from_name, link.to);
    add(link.to, link.to_name, link.from);
  }
  return all;
}

// Who has most links first, then by name.
void sort_by_links(std::vector<Key>& keys, const Everybody& all) {
  std::sort(keys.begin(), keys.end(), [&](const Key& a, const Key& b) {
    const auto &x = all.at(a), &y = all.at(b);
    return std::tie(y.links, x.name, a) < std::tie(x.links, y.name, b);
  });
}

// In the order of the picture, each with its distance from the middle.
std::vector<std::pair<Key, std::size_t>> around(const Key& middle, const Everybody& all) {
  std::vector<std::pair<Key, std::size_t>> found{{middle, 0}};
  std::set<Key> seen{middle};
  std::vector<Key> layer{middle};
  for (std::size_t distance = 1; !layer.empty(); ++distance) {
    std::set<Key> next;
    for (const auto& key : layer)
      for (const auto& other : all.at(key).neighbours)
        if (seen.count(other) == 0) next.insert(other);
    layer.assign(next.begin(), next.end());
    sort_by_links(layer, all);
    for (const auto& key : layer) found.emplace_back(key, distance);
    seen.insert(layer.begin(), layer.end());
  }
  return found;
}

std::vector<std::pair<Key, std::size_t>> by_links(const Everybody& all) {
  std::vector<Key> keys;
  for (const auto& [key, known] : all) keys.push_back(key);
  sort_by_links(keys, all);
  std::vector<std::pair<Key, std::size_t>> found;
  for (auto& key : keys) found.emplace_back(std::move(key), 0);
  return found;
}

bool is_before(const Link& a, const Link& b) {
  return std::tie(a.from_name, a.to_name, a.kind, a.id) <
         std::tie(b.from_name, b.to_name, b.kind, b.id);
}

}  // namespace

RelationMap map_of(std::vector<Link> links,
                   const std::optional<Subject>& middle,
                   std::size_t most) {
  std::sort(links.begin(), links.end(), is_before);
  const auto all = everybody_in(links);
  RelationMap map;
  map.has_middle = middle && all.count(key_of(*middle)) != 0;
  if (middle && !map.has_middle) return map;
  auto found = map.has_middle ? around(key_of(*middle), all) : by_links(all);
  map.nodes_left_out = all.size() - std::min(found.size(), most);
  if (found.size() > most) found.resize(most);
  std::map<Key, std::size_t> places;
  for (const auto& [key, distance] : found) {
    places.emplace(key, map.nodes.size());
    map.nodes.push_back(
        {.subject = {key.first, key.second}, .name = all.at(key).name, .distance = distance});
  }
  for (auto& link : links) {
    const auto from = places.find(key_of(link.from)), to = places.find(key_of(link.to));
    if (from == places.end() || to == places.end()) {
      ++map.edges_left_out;
      continue;
    }
    ++map.nodes[from->second].links;
    ++map.nodes[to->second].links;
    map.edges.push_back({std::move(link), from->second, to->second});
  }
  lay_out(map);
  return map;
}

std::string label_of(const RelationMap::Node& node) {
  return base::shorten(node.name, 30);
}

double width_of(const std::string& name) {
  constexpr double kLetter = 7;
  return kLetter * static_cast<double>(name.size());
}

}  // namespace enact::network
