// SPDX-License-Identifier: Apache-2.0
// How well known matches are found in public files; docs/method/record-linkage.md has the figures.
#include "stats/tests/shared_files.h"

#include <gtest/gtest.h>

#include "stats/clusters.h"
#include "stats/quality.h"

namespace enact::stats {
namespace {

class SharedFiles : public testing::Test {
 protected:
  void SetUp() override {
    const auto found = shared::folder(std::filesystem::path(ENACT_ROOM_DIR) / ".." / "..");
    if (!found)
      GTEST_SKIP() << "The public linkage files are not there; ENACT_SHARED says where they are.";
    folder_ = *found;
  }

  // With fewer pairs drawn than usual, because a debug build is slow.
  static Linkage found_in(const shared::People& people, LinkagePlan plan) {
    plan.sampled_pairs = 100'000;
    plan.threads = 2;
    auto linkage = dedupe(people.records, plan);
    if (!linkage) throw std::runtime_error(sentence(linkage.error()));
    return std::move(*linkage);
  }

  static double f1(const shared::People& people, const LinkagePlan& plan) {
    return quality_of_dedupe(found_in(people, plan).pairs, people.truth).f1();
  }

  std::filesystem::path folder_;
};

TEST_F(SharedFiles, RLdata) {
  EXPECT_GE(f1(shared::rldata(folder_ / "RLdata500.csv"), shared::rldata_plan()), 0.97);
  EXPECT_GE(f1(shared::rldata(folder_ / "RLdata10000.csv"), shared::rldata_plan()), 0.95);
}

TEST_F(SharedFiles, Febrl) {
  EXPECT_GE(f1(shared::febrl(folder_ / "febrl_dataset1.csv"), shared::febrl_plan()), 0.99);
  EXPECT_GE(f1(shared::febrl(folder_ / "febrl_dataset2.csv"), shared::febrl_plan()), 0.99);
  EXPECT_GE(f1(shared::febrl(folder_ / "febrl_dataset3.csv"), shared::febrl_plan()), 0.99);
}

TEST_F(SharedFiles, FebrlOfTwoFilesOneToOne) {
  const auto a = shared::febrl(folder_ / "febrl_dataset4a.csv");
  const auto b = shared::febrl(folder_ / "febrl_dataset4b.csv");
  auto plan = shared::febrl_plan();
  plan.sampled_pairs = 100'000;
  const auto linkage = link(a.records, b.records, plan);
  ASSERT_TRUE(linkage);
  EXPECT_GE(quality_of_link(linkage->pairs, a.truth, b.truth).f1(), 0.99);
  EXPECT_GE(one_to_one(*linkage).size(), 4950u);
}

TEST_F(SharedFiles, Fake1000) {
  const auto people = shared::fake_1000(folder_ / "splink_fake_1000.csv");
  const auto linkage = found_in(people, shared::fake_1000_plan());
  EXPECT_GE(quality_of_dedupe(linkage.pairs, people.truth).f1(), 0.9);
  const auto groups = pairs_within(clusters(linkage, people.records));
  EXPECT_GE(quality_of_dedupe(groups, people.truth).f1(), 0.94);
}

TEST_F(SharedFiles, HistoricalPeople) {
  const auto people = shared::historical(folder_ / "historical_50k.csv", 20'000);
  const auto linkage = found_in(people, shared::historical_plan());
  EXPECT_GE(quality_of_dedupe(linkage.pairs, people.truth).f1(), 0.86);
  const auto groups = pairs_within(clusters(linkage, people.records));
  EXPECT_GE(quality_of_dedupe(groups, people.truth).f1(), 0.92);
}

}  // namespace
}  // namespace enact::stats
