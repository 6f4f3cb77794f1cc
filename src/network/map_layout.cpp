// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numeric>

#include "network/relation_map.h"

namespace enact::network {
namespace {

constexpr double kMargin = 16;
constexpr double kLine = 24;
constexpr double kColumn = 320;

struct Point {
  double x = 0;
  double y = 0;
};

// ---- columns --------------------------------------------------------------------------------

using Column = std::vector<std::size_t>;

std::vector<std::vector<std::size_t>> neighbours_of(const RelationMap& map) {
  std::vector<std::vector<std::size_t>> all(map.nodes.size());
  for (const auto& edge : map.edges) {
    all[edge.from].push_back(edge.to);
    all[edge.to].push_back(edge.from);
  }
  return all;
}

// Each node moves to the middle of its neighbours in the columns beside it, a few times over.
void uncross(std::vector<Column>& columns, const RelationMap& map) {
  const auto neighbours = neighbours_of(map);
  std::vector<double> height(map.nodes.size(), 0);
  const auto number = [&](const Column& column) {
    for (std::size_t i = 0; i < column.size(); ++i)
      height[column[i]] = (static_cast<double>(i) + 0.5) / static_cast<double>(column.size());
  };
  for (const auto& column : columns) number(column);
  constexpr int kSweeps = 6;
  for (int sweep = 0; sweep < kSweeps; ++sweep)
    for (auto& column : columns) {
      std::vector<double> wish(map.nodes.size(), 0);
      for (const auto node : column) {
        double sum = 0, count = 0;
        for (const auto other : neighbours[node])
          if (map.nodes[other].distance != map.nodes[node].distance) sum += height[other], ++count;
        wish[node] = count > 0 ? sum / count : height[node];
      }
      std::stable_sort(column.begin(), column.end(),
                       [&](std::size_t a, std::size_t b) { return wish[a] < wish[b]; });
      number(column);
    }
}

void in_columns(RelationMap& map) {
  std::vector<Column> columns;
  for (std::size_t i = 0; i < map.nodes.size(); ++i) {
    columns.resize(std::max(columns.size(), map.nodes[i].distance + 1));
    columns[map.nodes[i].distance].push_back(i);
  }
  uncross(columns, map);
  std::size_t most = 1;
  for (const auto& column : columns) most = std::max(most, column.size());
  map.width = kColumn * static_cast<double>(columns.size()) + kMargin;
  map.height = kLine * static_cast<double>(most) + 2 * kMargin;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const double step = (map.height - 2 * kMargin) / static_cast<double>(columns[c].size());
    for (std::size_t i = 0; i < columns[c].size(); ++i) {
      auto& node = map.nodes[columns[c][i]];
      node.x = kMargin + kColumn * static_cast<double>(c);
      node.y = kMargin + step * (static_cast<double>(i) + 0.5);
    }
  }
}

// ---- springs --------------------------------------------------------------------------------

// Fruchterman and Reingold: everybody pushes everybody away, links pull together, and the steps
// become smaller. The start is a spiral in the order of the nodes, so the picture is always the
// same.
std::vector<Point> with_springs(const RelationMap& map) {
  const auto n = map.nodes.size();
  std::vector<Point> at(n), force(n);
  constexpr double kGoldenAngle = 2.399963229728653;
  for (std::size_t i = 0; i < n; ++i) {
    const double turn = static_cast<double>(i) * kGoldenAngle, far = std::sqrt(i + 0.5);
    at[i] = {far * std::cos(turn), far * std::sin(turn)};
  }
  constexpr int kRounds = 200;
  for (int round = 0; round < kRounds; ++round) {
    std::fill(force.begin(), force.end(), Point{});
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = i + 1; j < n; ++j) {
        const double dx = at[i].x - at[j].x, dy = at[i].y - at[j].y;
        const double push = 1 / std::max(dx * dx + dy * dy, 0.01);
        force[i].x += dx * push, force[i].y += dy * push;
        force[j].x -= dx * push, force[j].y -= dy * push;
      }
    for (const auto& edge : map.edges) {
      const double dx = at[edge.to].x - at[edge.from].x, dy = at[edge.to].y - at[edge.from].y;
      const double pull = std::sqrt(dx * dx + dy * dy);
      force[edge.from].x += dx * pull, force[edge.from].y += dy * pull;
      force[edge.to].x -= dx * pull, force[edge.to].y -= dy * pull;
    }
    const double longest = 0.5 * (1 - static_cast<double>(round) / kRounds) + 0.01;
    for (std::size_t i = 0; i < n; ++i) {
      // Towards the middle, so that what is not connected does not drift away.
      force[i].x -= 0.3 * at[i].x, force[i].y -= 0.3 * at[i].y;
      const double length = std::max(std::hypot(force[i].x, force[i].y), 1e-9);
      const double step = std::min(length, longest) / length;
      at[i].x += force[i].x * step, at[i].y += force[i].y * step;
    }
  }
  return at;
}

// Moves names apart that lie on each other, up and down only: they are wider than high.
void separate(RelationMap& map) {
  constexpr int kRounds = 60;
  for (int round = 0; round < kRounds; ++round) {
    bool is_clear = true;
    for (auto& a : map.nodes)
      for (auto& b : map.nodes) {
        if (&a >= &b) continue;
        const double wide = (width_of(label_of(a)) + width_of(label_of(b))) / 2 + 12;
        const double near = kLine * 1.6 - std::abs(a.y - b.y);
        if (std::abs(a.x - b.x) > wide || near <= 0) continue;
        const double half = near / 2 + 0.5;
        auto &upper = a.y <= b.y ? a : b, &lower = a.y <= b.y ? b : a;
        upper.y -= half, lower.y += half;
        is_clear = false;
      }
    if (is_clear) break;
  }
}

// The parts of the map that hang together, each in the order of the nodes; the largest first.
std::vector<std::vector<std::size_t>> parts_of(const RelationMap& map) {
  const auto neighbours = neighbours_of(map);
  std::vector<std::vector<std::size_t>> parts;
  std::vector<char> seen(map.nodes.size(), 0);
  for (std::size_t i = 0; i < map.nodes.size(); ++i) {
    if (seen[i] != 0) continue;
    std::vector<std::size_t> part{i};
    seen[i] = 1;
    for (std::size_t next = 0; next < part.size(); ++next)
      for (const auto other : neighbours[part[next]])
        if (seen[other] == 0) seen[other] = 1, part.push_back(other);
    std::sort(part.begin(), part.end());
    parts.push_back(std::move(part));
  }
  std::stable_sort(parts.begin(), parts.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return parts;
}

// One part as a map of its own, from its corner.
RelationMap laid_out(const RelationMap& map, const std::vector<std::size_t>& part) {
  RelationMap own;
  std::vector<std::size_t> places(map.nodes.size(), map.nodes.size());
  for (const auto node : part) {
    places[node] = own.nodes.size();
    own.nodes.push_back(map.nodes[node]);
  }
  for (const auto& edge : map.edges)
    if (places[edge.from] < map.nodes.size())
      own.edges.push_back({.link = {}, .from = places[edge.from], .to = places[edge.to]});
  const auto at = with_springs(own);
  constexpr double kWide = 150, kHigh = 85;
  for (std::size_t i = 0; i < at.size(); ++i)
    own.nodes[i].x = at[i].x * kWide, own.nodes[i].y = at[i].y * kHigh;
  separate(own);
  double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
  for (const auto& node : own.nodes) {
    const double half = width_of(label_of(node)) / 2 + kMargin;
    left = std::min(left, node.x - half), right = std::max(right, node.x + half);
    top = std::min(top, node.y - kMargin), bottom = std::max(bottom, node.y + kLine + kMargin);
  }
  for (auto& node : own.nodes) node.x -= left, node.y -= top;
  own.width = right - left;
  own.height = bottom - top;
  return own;
}

// The parts side by side in rows, as words on a page.
void as_springs(RelationMap& map) {
  constexpr double kPage = 1150;
  double x = 0, y = 0, row = 0;
  for (const auto& part : parts_of(map)) {
    const auto own = laid_out(map, part);
    if (x > 0 && x + own.width > kPage) x = 0, y += row, row = 0;
    for (std::size_t i = 0; i < part.size(); ++i)
      map.nodes[part[i]].x = x + own.nodes[i].x, map.nodes[part[i]].y = y + own.nodes[i].y;
    x += own.width;
    row = std::max(row, own.height);
    map.width = std::max(map.width, x);
  }
  map.height = y + row;
}

}  // namespace

void lay_out(RelationMap& map) {
  if (map.nodes.empty()) return;
  if (map.has_middle)
    in_columns(map);
  else
    as_springs(map);
}

}  // namespace enact::network
