// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "network/link.h"

namespace enact::network {

// Who is connected with whom, as a picture and its table show it.
struct RelationMap {
  // Somebody or something that is drawn, and where: in units of the picture.
  struct Node {
    Subject subject;
    std::string name;
    std::size_t links = 0;     // of those that are drawn
    std::size_t distance = 0;  // in steps from the middle
    double x = 0;
    double y = 0;
  };
  // A link between two nodes, by their places in `nodes`.
  struct Edge {
    Link link;
    std::size_t from = 0;
    std::size_t to = 0;
  };

  std::vector<Node> nodes;  // the middle first, then by distance; else who has most links first
  std::vector<Edge> edges;
  bool has_middle = false;
  std::size_t nodes_left_out = 0;
  std::size_t edges_left_out = 0;
  double width = 0;
  double height = 0;
};

// More cannot be told apart in a picture.
inline constexpr std::size_t kMostDrawn = 200;

// The map of `links`, around the record in the middle or, without one, of those with most links.
// What is left out is counted. The order of the links does not matter.
RelationMap map_of(std::vector<Link> links,
                   const std::optional<Subject>& middle,
                   std::size_t most = kMostDrawn);

// Sets the places and the size. Around a middle: a column for each step away from it, ordered so
// that few lines cross. Else: as if the links were springs, from a start that is always the same.
void lay_out(RelationMap& map);

// How much room a name takes: a guess, since letters differ.
double width_of(const std::string& name);
std::string label_of(const RelationMap::Node& node);

}  // namespace enact::network
