// SPDX-License-Identifier: Apache-2.0
#include "stats/clusters.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "stats/quality.h"

namespace enact::stats {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Rows a, b, c ... as 0, 1, 2 ...
Records letters(int count) {
  Records records({"x"});
  for (int i = 0; i < count; ++i)
    if (!records.add(std::string(1, static_cast<char>('a' + i)), std::vector<std::string_view>{""}))
      throw std::runtime_error("bad row");
  return records;
}

Linkage found(std::vector<Pair> pairs) {
  Linkage linkage;
  linkage.pairs = std::move(pairs);
  return linkage;
}

TEST(Clusters, DoNotChainUnlessTold) {
  const auto chain =
      found({{0, 1, 9, 0.99}, {1, 2, 8, 0.98}, {2, 3, 7, 0.97}, {3, 4, 6, 0.96}, {4, 5, 5, 0.95}});
  EXPECT_THAT(clusters(chain, letters(6), {.least_support = 0}),
              ElementsAre(ElementsAre(0, 1, 2, 3, 4, 5)));
  EXPECT_THAT(clusters(chain, letters(6), {.least_support = 0.5}),
              ElementsAre(ElementsAre(0, 1, 2), ElementsAre(3, 4, 5)));
  EXPECT_THAT(clusters(chain, letters(6), {.least_support = 1}),
              ElementsAre(ElementsAre(0, 1), ElementsAre(2, 3), ElementsAre(4, 5)));
}

TEST(Clusters, TakeOnlyPairsThatAreProbableEnough) {
  const auto pairs = found({{0, 1, 9, 0.99}, {1, 2, 1, 0.6}});
  EXPECT_THAT(clusters(pairs, letters(4), {.least_probability = 0.9, .least_support = 0}),
              ElementsAre(ElementsAre(0, 1)));
  EXPECT_THAT(clusters(found({}), letters(4)), IsEmpty());
}

TEST(PairsWithin, AreAllPairsOfEachGroup) {
  const auto pairs = pairs_within({{0, 1, 2}, {3, 4}});
  ASSERT_EQ(pairs.size(), 4u);
  EXPECT_EQ(pairs[1], (Pair{0, 2, 0, 0}));
}

TEST(OneToOne, GivesEachRowTheBestThatIsFree) {
  // The twin of 0 looks like 0's own row, but has a better one.
  const auto pairs =
      found({{0, 0, 30, 1}, {1, 1, 29, 1}, {0, 1, 20, 0.99}, {1, 0, 20, 0.99}, {2, 0, 5, 0.6}});
  EXPECT_THAT(one_to_one(pairs), ElementsAre(0, 1));
}

TEST(Quality, CountsRightWrongAndMissed) {
  const std::vector<std::string> truth{"x", "x", "x", "y", "y", "z"};
  const auto quality = quality_of_dedupe(std::vector<Pair>{{0, 1, 0, 0}, {0, 5, 0, 0}}, truth);
  EXPECT_EQ(quality.right, 1u);
  EXPECT_EQ(quality.wrong, 1u);
  EXPECT_EQ(quality.missed, 3u);
  EXPECT_DOUBLE_EQ(quality.precision(), 0.5);
  EXPECT_DOUBLE_EQ(quality.recall(), 0.25);
  EXPECT_DOUBLE_EQ(quality.f1(), 1.0 / 3);
  EXPECT_EQ(quality_of_link({}, truth, truth).missed, 9u + 4u + 1u);
  EXPECT_EQ(Quality{}.f1(), 1);
}

}  // namespace
}  // namespace enact::stats
