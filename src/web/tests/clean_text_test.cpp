// SPDX-License-Identifier: Apache-2.0
#include "web/clean_text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace enact::web {
namespace {

TEST(CleanText, ReplacesOneByteAtATime) {
  EXPECT_EQ(with_valid_utf8("a\xFF\xFE z"), "a\uFFFD\uFFFD z");
  EXPECT_EQ(with_valid_utf8("\xC3\xA9\xC3"), "\u00e9\uFFFD");
  EXPECT_EQ(with_valid_utf8(std::string("a\0b\0", 4)), "a\uFFFDb\uFFFD");
}

RC_GTEST_PROP(CleanText, IsCleanAfterRepairAndUntouchedWhenItWas, (const std::string& bytes)) {
  const auto repaired = with_valid_utf8(bytes);
  RC_ASSERT(is_clean_text(repaired));
  RC_ASSERT(with_valid_utf8(repaired) == repaired);
  if (is_clean_text(bytes)) RC_ASSERT(repaired == bytes);
}

RC_GTEST_PROP(CleanText, HoldsNoCarriageReturnAfterwards, ()) {
  const auto text = *rc::gen::container<std::string>(rc::gen::element('\r', '\n', 'a'));
  const auto result = with_lf(text);
  RC_ASSERT(result.find('\r') == std::string::npos);
  RC_ASSERT(with_lf(result) == result);
}

}  // namespace
}  // namespace enact::web
