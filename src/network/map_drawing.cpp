// SPDX-License-Identifier: Apache-2.0
#include "network/map_drawing.h"

#include <fmt/format.h>

#include <cmath>

#include "base/text.h"

namespace enact::network {
namespace {

constexpr double kDot = 5;

int at(double place) {
  return static_cast<int>(std::lround(place));
}

bool is_between_people(const Link& link) {
  return link.from.thing == Thing::person && link.to.thing == Thing::person;
}

// From the end of the name to the next column, or around the left of a column of one's own.
std::string line_in_columns(const RelationMap& map, const RelationMap::Edge& edge) {
  const auto &a = map.nodes[edge.from], &b = map.nodes[edge.to];
  if (a.distance == b.distance) {
    const double out = std::min(14 + std::abs(a.y - b.y) / 8, 60.0);
    return fmt::format("M{} {}C{} {} {} {} {} {}", at(a.x - kDot), at(a.y), at(a.x - out), at(a.y),
                       at(a.x - out), at(b.y), at(b.x - kDot), at(b.y));
  }
  const auto &left = a.x < b.x ? a : b, &right = a.x < b.x ? b : a;
  const double from = left.x + 2 * kDot + width_of(label_of(left)) + 6, to = right.x - kDot - 2;
  const double bend = (from + to) / 2;
  return fmt::format("M{} {}C{} {} {} {} {} {}", at(from), at(left.y), at(bend), at(left.y),
                     at(bend), at(right.y), at(to), at(right.y));
}

std::string line(const RelationMap& map, const RelationMap::Edge& edge) {
  const auto &a = map.nodes[edge.from], &b = map.nodes[edge.to];
  const auto path = map.has_middle
                        ? line_in_columns(map, edge)
                        : fmt::format("M{} {}L{} {}", at(a.x), at(a.y), at(b.x), at(b.y));
  const bool is_people = is_between_people(edge.link);
  return fmt::format("<path d=\"{}\" stroke-width=\"{}\"{}><title>{}</title></path>\n", path,
                     is_people ? static_cast<int>(edge.link.strength) : 1,
                     is_people ? "" : " stroke-dasharray=\"5 3\"",
                     base::escape_html(link_words(edge.link)));
}

std::string shape(const RelationMap::Node& node) {
  if (node.subject.thing == Thing::person)
    return fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"/>", at(node.x), at(node.y), kDot);
  return fmt::format("<rect x=\"{0}\" y=\"{1}\" width=\"{2}\" height=\"{2}\"/>", at(node.x - kDot),
                     at(node.y - kDot), 2 * kDot);
}

std::string drawn(const RelationMap& map, std::size_t place, const std::string& address) {
  const auto& node = map.nodes[place];
  const auto what = node.subject.thing == Thing::person ? "person" : "organization";
  const bool is_middle = map.has_middle && place == 0;
  const auto where = map.has_middle
                         ? fmt::format("x=\"{}\" y=\"{}\"", at(node.x + 2 * kDot), at(node.y + 4))
                         : fmt::format("x=\"{}\" y=\"{}\" text-anchor=\"middle\"", at(node.x),
                                       at(node.y + kDot + 13));
  return fmt::format("<a href=\"{}\" aria-label=\"{}, {}, {}\"{}>{}<text {}{}>{}</text></a>\n",
                     base::escape_html(address), base::escape_html(node.name), what,
                     base::counted(static_cast<long long>(node.links), "connection", "connections"),
                     is_middle ? " aria-current=\"true\"" : "", shape(node), where,
                     is_middle ? " font-weight=\"700\"" : "", base::escape_html(label_of(node)));
}

}  // namespace

std::string link_words(const Link& link) {
  auto words = fmt::format("{} {} {}", link.from_name, words_of(link.kind), link.to_name);
  if (is_between_people(link)) words += fmt::format(": {}", words_of(link.strength));
  return words;
}

web::SafeHtml drawing(const RelationMap& map,
                      const std::function<std::string(const RelationMap::Node&)>& address_of) {
  std::string lines, nodes;
  for (const auto& edge : map.edges) lines += line(map, edge);
  for (std::size_t place = 0; place < map.nodes.size(); ++place)
    nodes += drawn(map, place, address_of(map.nodes[place]));
  return web::SafeHtml::made_by_us(fmt::format(
      "<svg class=\"map\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" role=\"group\" "
      "aria-labelledby=\"map-title map-desc\" font-size=\"13\">\n"
      "<title id=\"map-title\">Who is connected with whom</title>\n"
      "<desc id=\"map-desc\">People are discs, organizations squares. The better two people know "
      "each other, the thicker their line; dashed lines are about organizations. The table below "
      "says the same.</desc>\n"
      "<g fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.5\">\n{2}</g>\n"
      "<g fill=\"currentColor\">\n{3}</g>\n</svg>\n",
      at(map.width), at(map.height), lines, nodes));
}

}  // namespace enact::network
