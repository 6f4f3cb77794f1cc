// SPDX-License-Identifier: Apache-2.0
#include "stats/blocking.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "stats/tests/simulated.h"

namespace enact::stats {
namespace {

using testing::ElementsAre;
using Pairs = std::set<std::pair<Row, Row>>;

Records names_and_years() {
  Records records({"name", "born"});
  const std::vector<std::vector<std::string_view>> rows{
      {"smith", "20040311"}, {"smithe", "20041225"}, {"smith", "19990101"},
      {"", "20040311"},      {"jones", "20040101"},  {"smith", ""}};
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (!records.add(std::to_string(i), rows[i])) throw std::runtime_error("bad row");
  return records;
}

Pairs pairs_of(const Blocks& blocks) {
  Pairs pairs;
  for (const auto& block : blocks.blocks())
    blocks.for_each_pair(block, [&](Row a, Row b) { pairs.emplace(a, b); });
  return pairs;
}

TEST(Blocks, HoldPairsThatShareAllKeysAndLeaveOutWhatIsMissing) {
  const auto records = names_and_years();
  const auto blocks =
      Blocks::make({&records}, {{BlockingKey::sound("name"), BlockingKey::year("born")}}, 1000);
  ASSERT_TRUE(blocks);
  EXPECT_EQ(pairs_of(*blocks), (Pairs{{0, 1}}));
  EXPECT_EQ(blocks->key(3), 0u);
  EXPECT_EQ(blocks->key(5), 0u);
}

TEST(Blocks, HoldEveryPairWhenNothingIsAsked) {
  const auto records = names_and_years();
  const auto blocks = Blocks::make({&records}, {}, 1000);
  ASSERT_TRUE(blocks);
  EXPECT_EQ(pairs_of(*blocks).size(), 15u);
  EXPECT_EQ(blocks->count().pairs, 15u);
}

TEST(Blocks, OfTwoFilesHoldPairsAcrossThemOnly) {
  const auto records = names_and_years();
  const auto blocks = Blocks::make({&records, 2}, {{BlockingKey::whole("name")}}, 1000);
  ASSERT_TRUE(blocks);
  EXPECT_EQ(pairs_of(*blocks), (Pairs{{0, 2}, {0, 5}}));
}

TEST(Blocks, LeaveOutALargeBlockAndSaySo) {
  const auto records = names_and_years();
  const auto blocks = Blocks::make({&records}, {{BlockingKey::whole("name")}}, 2);
  ASSERT_TRUE(blocks);
  EXPECT_THAT(pairs_of(*blocks), testing::IsEmpty());
  EXPECT_EQ(blocks->count().blocks_left_out, 1u);
  EXPECT_EQ(blocks->count().pairs_left_out, 3u);
  EXPECT_EQ(blocks->count().largest_block, 3u);
  EXPECT_FALSE(share_block(std::span(&*blocks, 1), 0, 2)) << "other rules may have the pair";
}

TEST(Blocks, NameAColumnThatIsNotThere) {
  const auto records = names_and_years();
  const auto blocks = Blocks::make({&records}, {{BlockingKey::whole("town")}}, 2);
  ASSERT_FALSE(blocks);
  EXPECT_EQ(sentence(blocks.error()), "The rows have no column \"town\".");
}

TEST(BlockingKey, TakesPartsOfTextsByTheirCharacters) {
  EXPECT_EQ(BlockingKey::first(2, "x").part("Émile"), "Ém");
  EXPECT_EQ(BlockingKey::last(2, "x").part("André"), "ré");
  EXPECT_EQ(BlockingKey::last(9, "x").part("André"), "André");
  EXPECT_EQ(BlockingKey::year("x").part("2004-03-11"), "2004");
  EXPECT_EQ((BlockingRule{{BlockingKey::sound("name"), BlockingKey::year("born")}}.words()),
            "sound of name and year of born");
}

}  // namespace
}  // namespace enact::stats
