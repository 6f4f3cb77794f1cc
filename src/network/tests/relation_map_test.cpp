// SPDX-License-Identifier: Apache-2.0
#include "network/relation_map.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

#include "network/map_drawing.h"

namespace enact::network {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

Link knows(const std::string& a, const std::string& b) {
  Link link;
  link.id = a + b;
  link.from = {Thing::person, a};
  link.to = {Thing::person, b};
  link.from_name = "Name " + a;
  link.to_name = "Name " + b;
  return link;
}

std::vector<std::string> drawn_in(const RelationMap& map) {
  std::vector<std::string> ids;
  for (const auto& node : map.nodes) ids.push_back(node.subject.id);
  return ids;
}

std::vector<Link> many(int people, int links) {
  std::mt19937 dice(7);
  std::vector<Link> all;
  for (int i = 0; i < links; ++i) {
    const auto a = dice() % people, b = dice() % people;
    if (a != b) all.push_back(knows("p" + std::to_string(a), "p" + std::to_string(b)));
  }
  return all;
}

TEST(RelationMap, BeginsInTheMiddleAndGoesOutwards) {
  const auto map = map_of({knows("a", "b"), knows("b", "c"), knows("c", "d"), knows("x", "y")},
                          Subject{Thing::person, "a"});
  EXPECT_THAT(drawn_in(map), ElementsAre("a", "b", "c", "d"));
  EXPECT_EQ(map.nodes[3].distance, 3U);
  EXPECT_EQ(map.nodes_left_out, 2U);
  EXPECT_EQ(map.edges_left_out, 1U);
  EXPECT_LT(map.nodes[0].x, map.nodes[1].x);
}

TEST(RelationMap, ShowsWhoHasMostLinksWhereThereIsNoMiddle) {
  const auto map =
      map_of({knows("a", "b"), knows("b", "c"), knows("b", "d"), knows("c", "d")}, std::nullopt, 3);
  EXPECT_THAT(drawn_in(map), ElementsAre("b", "c", "d"));
  EXPECT_EQ(map.nodes_left_out, 1U);
  EXPECT_EQ(map.edges_left_out, 1U);
}

TEST(RelationMap, IsTheSameWhateverTheOrderOfTheLinks) {
  auto links = many(60, 120);
  const auto first = map_of(links, std::nullopt);
  std::shuffle(links.begin(), links.end(), std::mt19937(3));
  const auto again = map_of(links, std::nullopt);
  ASSERT_EQ(drawn_in(first), drawn_in(again));
  for (std::size_t i = 0; i < first.nodes.size(); ++i) {
    EXPECT_EQ(first.nodes[i].x, again.nodes[i].x);
    EXPECT_EQ(first.nodes[i].y, again.nodes[i].y);
  }
}

TEST(RelationMap, LaysNoNameOnAnother) {
  for (const bool has_middle : {false, true}) {
    const auto links = many(120, 200);
    const auto middle = has_middle ? std::optional(links.front().from) : std::nullopt;
    const auto map = map_of(links, middle, 80);
    int on_another = 0;
    for (std::size_t i = 0; i < map.nodes.size(); ++i)
      for (std::size_t j = i + 1; j < map.nodes.size(); ++j) {
        const auto &a = map.nodes[i], &b = map.nodes[j];
        const double wide = (width_of(label_of(a)) + width_of(label_of(b))) / 2;
        if (std::abs(a.x - b.x) < wide && std::abs(a.y - b.y) < 14) ++on_another;
      }
    EXPECT_EQ(on_another, 0) << (has_middle ? "around a middle" : "without a middle");
    for (const auto& node : map.nodes) {
      EXPECT_GE(node.x, 0);
      EXPECT_LE(node.x, map.width);
      EXPECT_LE(node.y, map.height);
    }
  }
}

TEST(RelationMap, HasNothingAroundSomebodyWhoIsNotConnected) {
  const auto map = map_of({knows("a", "b")}, Subject{Thing::person, "z"});
  EXPECT_TRUE(map.nodes.empty());
  EXPECT_TRUE(map.edges.empty());
}

TEST(RelationMap, IsDrawnWithALinkForEachNodeAndEscapesNames) {
  auto link = knows("a", "b");
  link.to_name = "<b>Bo & Co</b>";
  const auto svg = drawing(map_of({link}, std::nullopt), [](const RelationMap::Node& node) {
    return "/people/" + node.subject.id + "?a=1&b=2";
  });
  EXPECT_THAT(svg.text(), HasSubstr("href=\"/people/a?a=1&amp;b=2\""));
  EXPECT_THAT(svg.text(), HasSubstr("&lt;b&gt;Bo &amp; Co"));
  EXPECT_THAT(svg.text(), Not(HasSubstr("<b>")));
  EXPECT_THAT(svg.text(), HasSubstr("<title"));
  EXPECT_THAT(svg.text(), HasSubstr("<desc"));
}

}  // namespace
}  // namespace enact::network
