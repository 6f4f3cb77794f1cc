// SPDX-License-Identifier: Apache-2.0
#include "base/id.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <set>
#include <thread>
#include <unordered_set>
#include <vector>

namespace enact::base {
namespace {

TEST(NewId, IsTwentyFiveSmallLettersAndDigits) {
  EXPECT_THAT(new_id(), testing::MatchesRegex("[0-9a-z]+"));
  EXPECT_EQ(new_id().size(), 25u);
}

TEST(NewId, IsUniqueAlsoAmongThreads) {
  constexpr int kEach = 5000;
  std::vector<std::vector<std::string>> made(4);
  std::vector<std::thread> threads;
  for (auto& mine : made)
    threads.emplace_back([&mine] {
      for (int i = 0; i < kEach; ++i) mine.push_back(new_id());
    });
  for (auto& thread : threads) thread.join();
  std::set<std::string> all;
  for (const auto& mine : made) all.insert(mine.begin(), mine.end());
  EXPECT_EQ(all.size(), made.size() * kEach);
}

TEST(NewId, SortsByTheMillisecondInWhichItWasMade) {
  const auto tick = [] {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::system_clock::now().time_since_epoch());
  };
  const auto early = new_id();
  for (const auto start = tick(); tick() <= start;) std::this_thread::yield();
  EXPECT_LT(early, new_id());
}

TEST(Id, IsAValueOfItsOwnType) {
  using PlayId = Id<struct PlayTag>;
  using RunId = Id<struct RunTag>;
  static_assert(!std::is_convertible_v<PlayId, RunId>);
  EXPECT_LT(PlayId{"a"}, PlayId{"b"});
  EXPECT_TRUE(PlayId{}.empty());
  EXPECT_TRUE((std::unordered_set<PlayId>{{"a"}}.contains(PlayId{"a"})));
}

}  // namespace
}  // namespace enact::base
