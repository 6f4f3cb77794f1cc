// SPDX-License-Identifier: Apache-2.0
#include "identity/totp.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "identity/qr.h"

namespace enact::identity {
namespace {

using namespace std::chrono_literals;

base::Instant at_second(long long seconds) {
  return base::Instant(base::Instant::Point(std::chrono::seconds(seconds)));
}

// RFC 6238 appendix B, SHA-1; its eight digits end in our six.
const std::string kRfcSecret = base32("12345678901234567890");

struct Vector {
  long long second;
  const char* code;
};
constexpr Vector kVectors[] = {{59, "287082"},         {1111111109, "081804"},
                               {1111111111, "050471"}, {1234567890, "005924"},
                               {2000000000, "279037"}, {20000000000, "353130"}};

TEST(Totp, GivesTheCodesOfTheRfc) {
  for (const auto& vector : kVectors)
    EXPECT_EQ(totp_code(kRfcSecret, totp_step(at_second(vector.second))), vector.code);
}

TEST(Totp, ACodeIsGoodForItsStepAndOneBesideIt) {
  const auto now = at_second(1234567890);
  const auto step = totp_step(now);
  EXPECT_EQ(matching_step(kRfcSecret, "005924", now, 0), step);
  EXPECT_EQ(matching_step(kRfcSecret, " 005 924 ", now, 0), step);
  EXPECT_EQ(matching_step(kRfcSecret, "005924", now + 30s, 0), step);
  EXPECT_EQ(matching_step(kRfcSecret, "005924", now - 30s, 0), step);
  EXPECT_FALSE(matching_step(kRfcSecret, "005924", now + 60s, 0));
  EXPECT_FALSE(matching_step(kRfcSecret, "005924", now - 60s, 0));
}

TEST(Totp, AStepIsUsedOnce) {
  const auto now = at_second(1234567890);
  EXPECT_FALSE(matching_step(kRfcSecret, "005924", now, totp_step(now)));
}

TEST(Totp, NonsenseMatchesNothing) {
  const auto now = at_second(1234567890);
  for (const auto* code : {"", "00592", "0059244", "abcdef", "-05924"})
    EXPECT_FALSE(matching_step(kRfcSecret, code, now, 0)) << code;
  EXPECT_FALSE(matching_step("not base 32!", "", now, 0));
  EXPECT_FALSE(matching_step("", "", now, 0));
}

TEST(Totp, SecretsHave160Bits) {
  const auto secret = new_totp_secret();
  EXPECT_EQ(secret.size(), 32U);
  EXPECT_EQ(from_base32(secret).size(), 20U);
  EXPECT_NE(secret, new_totp_secret());
}

TEST(Totp, AddressEscapesItsParts) {
  EXPECT_EQ(totp_address("Great Rivers", "ana@lakeside.example", "ABC"),
            "otpauth://totp/Great%20Rivers:ana%40lakeside.example?secret=ABC&issuer=Great%20Rivers"
            "&algorithm=SHA1&digits=6&period=30");
}

TEST(Base32, GivesTheTextsOfTheRfc) {
  EXPECT_EQ(base32(""), "");
  EXPECT_EQ(base32("f"), "MY");
  EXPECT_EQ(base32("fo"), "MZXQ");
  EXPECT_EQ(base32("foobar"), "MZXW6YTBOI");
  EXPECT_EQ(from_base32("mzxw 6ytb-oi"), "foobar");
  EXPECT_EQ(from_base32("MZXW1"), "");
}

TEST(Base32, ReadsBackWhatItWrote) {
  EXPECT_TRUE(
      rc::check([](const std::string& bytes) { RC_ASSERT(from_base32(base32(bytes)) == bytes); }));
}

TEST(Qr, IsOneDrawingWithATitle) {
  const auto svg = qr_svg("otpauth://totp/x", "A <code>").text();
  EXPECT_TRUE(svg.starts_with("<svg role=\"img\""));
  EXPECT_NE(svg.find("<title>A &lt;code&gt;</title>"), std::string::npos);
  EXPECT_EQ(svg.find("style="), std::string::npos);
  EXPECT_THROW(qr_svg(std::string(1001, 'x'), ""), std::length_error);
}

}  // namespace
}  // namespace enact::identity
