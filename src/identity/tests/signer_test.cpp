// SPDX-License-Identifier: Apache-2.0
#include "identity/signer.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "cast.h"
#include "identity/sealed.h"

namespace enact::identity {
namespace {

const base::Instant kNow = base::Instant::parse("2026-11-22T09:30:00.000Z").value();

TEST(Signer, GivesBackWhatItSigned) {
  const Signer signer("secret");
  EXPECT_TRUE(rc::check([&](const std::string& payload) {
    const auto token = signer.sign("note", payload, kNow + 1h);
    RC_ASSERT(signer.verify("note", token, kNow).value() == payload);
  }));
}

TEST(Signer, ATokenOpensOnlyItsOwnPurpose) {
  const Signer signer("secret");
  const auto token = signer.sign("run-note", "r1", kNow + 1h);
  EXPECT_FALSE(signer.verify("run-delete", token, kNow));
  EXPECT_FALSE(Signer("other").verify("run-note", token, kNow));
}

TEST(Signer, ATokenRunsOut) {
  const Signer signer("secret");
  const auto token = signer.sign("note", "r1", kNow + 1h);
  EXPECT_TRUE(signer.verify("note", token, kNow + 1h));
  EXPECT_FALSE(signer.verify("note", token, kNow + 1h + 1s));
}

TEST(Signer, AChangedTokenIsRefused) {
  const Signer signer("secret");
  const auto token = signer.sign("note", "r1", kNow + 1h);
  EXPECT_TRUE(rc::check([&] {
    auto changed = token;
    const auto at = *rc::gen::inRange<std::size_t>(0, changed.size());
    changed[at] =
        *rc::gen::suchThat(rc::gen::character<char>(), [&](char c) { return c != token[at]; });
    RC_ASSERT(!signer.verify("note", changed, kNow));
  }));
  for (const auto* nonsense : {"", ".", "..", "a.b.c", "....."})
    EXPECT_FALSE(signer.verify("note", nonsense, kNow));
}

TEST(Signer, DerivedValuesDifferByPurposeAndText) {
  const Signer signer("secret");
  EXPECT_EQ(signer.derive("form", "s1"), signer.derive("form", "s1"));
  EXPECT_NE(signer.derive("form", "s1"), signer.derive("form", "s2"));
  EXPECT_NE(signer.derive("form", "s1"), signer.derive("for", "m s1"));
}

TEST(Seal, OpensOnlyInItsOwnContext) {
  const Signer signer("secret");
  const auto sealed = seal(signer, "totp", "u1", "plain");
  EXPECT_EQ(sealed.find("plain"), std::string::npos);
  EXPECT_EQ(unseal(signer, "totp", "u1", sealed), "plain");
  EXPECT_FALSE(unseal(signer, "totp", "u2", sealed));
  EXPECT_FALSE(unseal(signer, "other", "u1", sealed));
  EXPECT_FALSE(unseal(Signer("other"), "totp", "u1", sealed));
  EXPECT_FALSE(unseal(signer, "totp", "u1", "nonsense"));
  EXPECT_FALSE(unseal(signer, "totp", "u1", ""));
}

using SignerTest = Stage;

TEST_P(SignerTest, EveryProcessLoadsTheSameSecret) {
  const auto again = Signer::load(*database);
  const auto token = signer.sign("note", "r1", now + 1h);
  EXPECT_TRUE(again.verify("note", token, now));
}

TEST_P(SignerTest, ATokenIsUsedOnce) {
  const auto use = [&](const std::string& token) {
    return database->write([&](store::Writer& writer) { return use_once(writer, token, now); });
  };
  EXPECT_TRUE(use("t1"));
  const auto again = use("t1");
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().kind, base::Error::Kind::conflict);
  EXPECT_TRUE(use("t2"));
}

INSTANTIATE_TEST_SUITE_P(Databases,
                         SignerTest,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

}  // namespace
}  // namespace enact::identity
