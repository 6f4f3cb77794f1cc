// SPDX-License-Identifier: Apache-2.0
#include "base/digest.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

namespace enact::base {
namespace {

TEST(Sha256, GivesTheNumbersOfTheStandard) {  // FIPS 180-4, examples
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Hmac, GivesTheNumbersOfTheStandardForShortAndLongKeys) {  // RFC 4231, cases 2 and 6
  EXPECT_EQ(hmac("Jefe", "what do ya want for nothing?"),
            "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM");
  EXPECT_EQ(
      hmac(std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First"),
      "YOQxWR7gtn8Niiaqy_W3f44LxiE3KMUUBUYEDw7jf1Q");
}

TEST(Base64Url, OfNonsenseIsEmpty) {
  for (const auto* text : {"a", "ab=", "ab==", "a b", "a+b/", "ab\n", "\xFF"})
    EXPECT_EQ(from_base64url(text), "") << text;
}

RC_GTEST_PROP(Base64Url, IsUndoneByDecoding, (const std::string& bytes)) {
  RC_ASSERT(from_base64url(base64url(bytes)) == bytes);
  RC_ASSERT(base64url(bytes).find_first_of("+/=") == std::string::npos);
}

TEST(EqualInConstantTime, ComparesWholeTexts) {
  EXPECT_FALSE(equal_in_constant_time("abc", "abd"));
  EXPECT_FALSE(equal_in_constant_time("abc", "ab"));
  EXPECT_FALSE(equal_in_constant_time("", "a"));
  EXPECT_TRUE(equal_in_constant_time("", ""));
  EXPECT_TRUE(equal_in_constant_time(std::string("a\0b", 3), std::string("a\0b", 3)));
  EXPECT_FALSE(equal_in_constant_time(std::string("a\0b", 3), std::string("a\0c", 3)));
}

TEST(RandomToken, IsThirtyTwoCharactersAndNeverTheSame) {
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) seen.insert(random_token());
  EXPECT_EQ(seen.size(), 1000u);
  EXPECT_EQ(seen.begin()->size(), 32u);
  EXPECT_EQ(random_bytes(0), "");
}

}  // namespace
}  // namespace enact::base
