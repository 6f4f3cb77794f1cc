// SPDX-License-Identifier: Apache-2.0
#include "web/heading_ids.h"

#include <gtest/gtest.h>

namespace enact::web {
namespace {

TEST(HeadingIds, AreNeverTheSameTwice) {
  HeadingIds ids;
  EXPECT_EQ(ids.make("Who takes part?"), "who-takes-part");
  EXPECT_EQ(ids.make("Who takes part"), "who-takes-part-2");
  EXPECT_EQ(ids.make("Who takes part 3"), "who-takes-part-3");
  EXPECT_EQ(ids.make("Who takes part"), "who-takes-part-4");
}

TEST(HeadingIds, ExistForWordsThatHaveNoPlainLetters) {
  HeadingIds ids;
  EXPECT_EQ(ids.make("\u4f60\u597d"), "section");
  EXPECT_EQ(ids.make(""), "section-2");
}

}  // namespace
}  // namespace enact::web
