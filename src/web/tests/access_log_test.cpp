// SPDX-License-Identifier: Apache-2.0
#include "web/access_log.h"

#include <gtest/gtest.h>

namespace enact::web {
namespace {

TEST(AccessLog, NamesThePartOfTheProgramAndNothingAPersonTyped) {
  EXPECT_EQ(loggable_part("/plays/ana-lopez/notes", 200), "plays");
  EXPECT_EQ(loggable_part("/", 200), "-");
  EXPECT_EQ(loggable_part("", 400), "-");
  EXPECT_EQ(loggable_part("/ana@example.org", 403), "-");
  EXPECT_EQ(loggable_part("/ana-lopez", 404), "-");
}

}  // namespace
}  // namespace enact::web
