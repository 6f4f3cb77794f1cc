// SPDX-License-Identifier: Apache-2.0
#include "web/negotiation.h"

#include <gtest/gtest.h>

namespace enact::web {
namespace {

TEST(AcceptsGzip, OnlyWhenItIsNamedAndNotRefused) {
  for (const auto* header : {"", "identity", "br", "gzip;q=0", "gzip; q=0.000", "gzip;Q=0, br",
                             "*;q=0", "gzip;q=0, *", "notgzip", "gzipx", ",,;", "br;gzip"})
    EXPECT_FALSE(accepts_gzip(header)) << header;
  for (const auto* header :
       {"gzip", "GZip", "x-gzip", "br, gzip", "deflate,gzip;q=0.5", "*", "br;q=1, *;q=0.1",
        "gzip;q=0.001", "gzip, *;q=0", "identity;q=1, gzip"})
    EXPECT_TRUE(accepts_gzip(header)) << header;
}

TEST(EntityTag, FollowsTheBytes) {
  EXPECT_EQ(entity_tag("a"), entity_tag("a"));
  EXPECT_NE(entity_tag("a"), entity_tag("b"));
  // SHA-256 of nothing begins with e3b0c442 98fc1c14 9afbf4c8 996fb924.
  EXPECT_EQ(entity_tag(""), "\"47DEQpj8HBSa-_TImW-5JA\"");
}

TEST(MatchingTag, IsNoneWhereNoTagIsTheSame) {
  for (const auto* header : {"", "abc", "\"ab\"", "\"abcd\"", "W/\"x\", \"y\"", "\"abc", "\"\"",
                             "\"abc-gzz\"", "*, \"x\"", "abc\"", "\"a\"b\"c\""})
    EXPECT_EQ(matching_tag(header, "\"abc\""), "") << header;
}

TEST(MatchingTag, IsFoundWeakStrongZippedAndInAList) {
  EXPECT_EQ(matching_tag("\"abc\"", "\"abc\""), "\"abc\"");
  EXPECT_EQ(matching_tag("W/\"abc\"", "\"abc\""), "\"abc\"");
  EXPECT_EQ(matching_tag("\"abc\"", "W/\"abc\""), "\"abc\"");
  EXPECT_EQ(matching_tag("\"x,y\" , W/\"z\",\"abc-gz\"", "\"abc\""), "\"abc-gz\"");
  EXPECT_EQ(matching_tag(" * ", "\"abc\""), "\"abc\"");
}

TEST(GzipTag, DiffersFromThePlainOneAndMatchesIt) {
  const auto plain = entity_tag("a");
  EXPECT_NE(gzip_tag(plain), plain);
  EXPECT_EQ(matching_tag(gzip_tag(plain), plain), gzip_tag(plain));
}

}  // namespace
}  // namespace enact::web
