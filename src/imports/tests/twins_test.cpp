// SPDX-License-Identifier: Apache-2.0
#include "imports/twins.h"

#include <gtest/gtest.h>

#include "imports/tests/members.h"

namespace enact::imports {
namespace {

std::optional<Twins::Earlier> seen(Twins& twins,
                                   int line,
                                   const Values& values,
                                   const std::string& record = "") {
  const std::vector<std::string> cells{std::to_string(line)};
  return twins.find_and_keep(
      {.position = line - 2, .line = line, .values = values, .cells = cells, .record = record});
}

TEST(Twins, AreToldApartByABetterIdentity) {
  const Members members;
  Twins twins({{"number"}, {"email"}}, members);
  EXPECT_FALSE(seen(twins, 2, {{"number", "1"}, {"email", "a@x.org"}}));
  EXPECT_FALSE(seen(twins, 3, {{"number", "2"}, {"email", "a@x.org"}}));
  const auto found = seen(twins, 4, {{"email", "A@X.org"}});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->line, 2);
  EXPECT_FALSE(found->is_alike);
}

TEST(Twins, AreAboutTheSameRecord) {
  const Members members;
  Twins twins({{"number"}}, members);
  EXPECT_FALSE(seen(twins, 2, {{"number", "1"}}, "r1"));
  EXPECT_TRUE(seen(twins, 3, {{"name", "Ana"}}, "r1"));
  EXPECT_FALSE(seen(twins, 4, {{"name", "Ana"}}, "r2"));
}

}  // namespace
}  // namespace enact::imports
