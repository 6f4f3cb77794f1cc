// SPDX-License-Identifier: Apache-2.0
#include "identity/sign_in.h"

#include <array>
#include <atomic>
#include <thread>

#include "base/text.h"
#include "cast.h"
#include "identity/attempts.h"
#include "identity/second_factor.h"
#include "identity/totp.h"

namespace enact::identity {
namespace {

using Kind = base::Error::Kind;

class SignInTest : public Stage {
 protected:
  std::vector<std::string> turn_on(const User& user) {
    return database->write([&](store::Writer& writer) {
      return turn_on_second_factor(writer, signer, user, secret, totp_code(secret, totp_step(now)),
                                   by_hub())
          .value();
    });
  }

  // The token that a mail would carry, or "" when nothing was sent.
  std::string ask(const std::string& email) {
    std::string token;
    const auto asked = sign_in.ask_for_link(
        email, door(), [&](store::Writer&, const User&, const std::string& made) { token = made; });
    EXPECT_TRUE(asked);
    return token;
  }

  std::string code() const { return totp_code(secret, totp_step(now)); }

  const std::string secret = new_totp_secret();
};

TEST_P(SignInTest, TheRightPasswordBeginsASession) {
  const auto ana = add("ana@lakeside.example");
  const auto entry = sign_in.with_password(" Ana@Lakeside.example", kPassword, door());
  ASSERT_TRUE(entry);
  EXPECT_FALSE(entry->wants_code());
  EXPECT_EQ(sessions.find(entry->session_secret, now)->user_id, ana.id);
  EXPECT_EQ(verbs({.limit = 1}), (std::vector<std::string>{"identity.session.begun"}));
}

TEST_P(SignInTest, EveryFailureReadsTheSame) {
  add("ana@lakeside.example");
  add("ben@lakeside.example", "");
  const auto cleo = add("cleo@lakeside.example");
  database->write([&](store::Writer& writer) { return disable_user(writer, cleo, by_hub()); });

  const auto wrong = sign_in.with_password("ana@lakeside.example", "four wet otters", door());
  const auto without = sign_in.with_password("ben@lakeside.example", "", door());
  const auto closed = sign_in.with_password("cleo@lakeside.example", kPassword, door());
  const auto unknown = sign_in.with_password("dora@lakeside.example", kPassword, door());
  const auto nonsense = sign_in.with_password("'; drop table", kPassword, door());

  for (const auto* entry : {&wrong, &without, &closed, &unknown, &nonsense}) {
    ASSERT_FALSE(*entry);
    EXPECT_EQ(entry->error().kind, Kind::invalid);
    EXPECT_EQ(entry->error().message, wrong.error().message);
  }
}

TEST_P(SignInTest, FiveFailuresCloseTheDoorForFifteenMinutes) {
  add("ana@lakeside.example");
  for (int i = 0; i < 5; ++i)
    EXPECT_EQ(sign_in.with_password("ana@lakeside.example", "wrong", door()).error().kind,
              Kind::invalid);

  const auto right = sign_in.with_password("ANA@lakeside.example", kPassword, door());
  ASSERT_FALSE(right);
  EXPECT_EQ(right.error().kind, Kind::too_many);
  EXPECT_NE(right.error().message.find("15 minutes"), std::string::npos);

  now = now + 15min;
  EXPECT_TRUE(sign_in.with_password("ana@lakeside.example", kPassword, door()));
}

TEST_P(SignInTest, AnUnknownAddressIsLimitedAlike) {
  for (int i = 0; i < 5; ++i) sign_in.with_password("dora@lakeside.example", "wrong", door());
  EXPECT_EQ(sign_in.with_password("dora@lakeside.example", "wrong", door()).error().kind,
            Kind::too_many);
}

TEST_P(SignInTest, SuccessForgivesWhatWentBefore) {
  add("ana@lakeside.example");
  for (int round = 0; round < 2; ++round) {
    for (int i = 0; i < 4; ++i) sign_in.with_password("ana@lakeside.example", "wrong", door());
    EXPECT_TRUE(sign_in.with_password("ana@lakeside.example", kPassword, door()));
  }
}

TEST_P(SignInTest, OneNetworkAddressTriesThirtyTimes) {
  const auto limits = std::array{limit_of_address("password", "2001:db8::1")};
  const auto attempt = [&](const AttemptLimit& limit) {
    return database->write([&](store::Writer& writer) {
      return count_attempt(writer, std::span(&limit, 1), now).has_value();
    });
  };
  for (int i = 0; i < 30; ++i) EXPECT_TRUE(attempt(limits[0]));
  EXPECT_FALSE(attempt(limit_of_address("password", "2001:db8::ffff")));
  EXPECT_TRUE(attempt(limit_of_address("password", "2001:db8:0:1::1")));
  EXPECT_TRUE(attempt(limit_of_address("link", "2001:db8::1")));
  EXPECT_NE(limit_of_address("password", "::ffff:192.0.2.1").bucket,
            limit_of_address("password", "::ffff:192.0.2.2").bucket);
}

TEST_P(SignInTest, ManyAtOnceGetNoFurtherThanOneAfterTheOther) {
  add("ana@lakeside.example");
  std::atomic<int> refused = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&] {
      const auto entry = sign_in.with_password("ana@lakeside.example", "wrong", door());
      if (entry.error().kind == Kind::too_many) ++refused;
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(refused, 3);
}

TEST_P(SignInTest, ALinkIsLookedAtOftenAndUsedOnce) {
  const auto ana = add("ana@lakeside.example", "");
  const auto token = ask("ana@lakeside.example");
  EXPECT_TRUE(sign_in.holder_of_link(token, door()));
  EXPECT_TRUE(sign_in.holder_of_link(token, door()));

  const auto entry = sign_in.with_link(token, door());
  ASSERT_TRUE(entry);
  EXPECT_EQ(sessions.find(entry->session_secret, now)->user_id, ana.id);
  EXPECT_FALSE(sign_in.with_link(token, door()));
  EXPECT_FALSE(sign_in.holder_of_link(token, door()));
}

TEST_P(SignInTest, NobodyLearnsWhichAddressesHaveAccounts) {
  const auto ben = add("ben@lakeside.example");
  database->write([&](store::Writer& writer) { return disable_user(writer, ben, by_hub()); });
  EXPECT_EQ(ask("dora@lakeside.example"), "");
  EXPECT_EQ(ask("ben@lakeside.example"), "");
}

TEST_P(SignInTest, ALinkRunsOut) {
  add("ana@lakeside.example");
  const auto token = ask("ana@lakeside.example");
  now = now + kLinkLife;
  EXPECT_FALSE(sign_in.with_link(token, door()));
}

TEST_P(SignInTest, ANewPasswordMakesWaitingLinksWorthless) {
  const auto ana = add("ana@lakeside.example");
  const auto token = ask("ana@lakeside.example");
  database->write(
      [&](store::Writer& writer) { change_password(writer, ana, password_hash(), by_hub()); });
  EXPECT_FALSE(sign_in.with_link(token, door()));
}

TEST_P(SignInTest, LinksAreSentFiveTimesInFifteenMinutes) {
  for (int i = 0; i < 5; ++i) ask("dora@lakeside.example");
  const auto sixth = sign_in.ask_for_link("dora@lakeside.example", door(), nullptr);
  ASSERT_FALSE(sixth);
  EXPECT_EQ(sixth.error().kind, Kind::too_many);
}

TEST_P(SignInTest, WithASecondFactorThePasswordLeadsHalfWay) {
  const auto ana = add("ana@lakeside.example");
  turn_on(ana);
  now = now + 1min;
  const auto first = sign_in.with_password("ana@lakeside.example", kPassword, door());
  ASSERT_TRUE(first);
  ASSERT_TRUE(first->wants_code());
  EXPECT_TRUE(sign_in.is_half_way(first->half_way, now));
  EXPECT_FALSE(sessions.find(first->half_way, now));

  const auto entry = sign_in.with_code(first->half_way, code(), door());
  ASSERT_TRUE(entry);
  EXPECT_EQ(sessions.find(entry->session_secret, now)->user_id, ana.id);
}

TEST_P(SignInTest, ALinkLeadsNoFurtherThanAPassword) {
  const auto ana = add("ana@lakeside.example");
  turn_on(ana);
  const auto entry = sign_in.with_link(ask("ana@lakeside.example"), door());
  ASSERT_TRUE(entry);
  EXPECT_TRUE(entry->wants_code());
}

TEST_P(SignInTest, ACodeWorksOnce) {
  turn_on(add("ana@lakeside.example"));
  now = now + 1min;
  const auto half_way = [&] {
    return sign_in.with_password("ana@lakeside.example", kPassword, door())->half_way;
  };
  const auto first = half_way();
  const auto second = half_way();
  ASSERT_TRUE(sign_in.with_code(first, code(), door()));
  EXPECT_FALSE(sign_in.with_code(second, code(), door()));
  now = now + 30s;
  EXPECT_FALSE(sign_in.with_code(first, code(), door())) << "the first step was used before";
}

TEST_P(SignInTest, CodesAreTriedFiveTimes) {
  turn_on(add("ana@lakeside.example"));
  now = now + 1min;
  const auto half_way = sign_in.with_password("ana@lakeside.example", kPassword, door())->half_way;
  for (int i = 0; i < 5; ++i)
    EXPECT_EQ(sign_in.with_code(half_way, "000000x", door()).error().field, "code");
  EXPECT_EQ(sign_in.with_code(half_way, code(), door()).error().kind, Kind::too_many);
}

TEST_P(SignInTest, TheHalfWayTokenRunsOutAndIsNotForged) {
  turn_on(add("ana@lakeside.example"));
  now = now + 1min;
  const auto half_way = sign_in.with_password("ana@lakeside.example", kPassword, door())->half_way;
  EXPECT_FALSE(sign_in.with_code("", code(), door()));
  EXPECT_FALSE(sign_in.with_code(half_way + "x", code(), door()));
  now = now + kHalfWayLife + 1s;
  EXPECT_FALSE(sign_in.with_code(half_way, code(), door()));
}

TEST_P(SignInTest, EachRecoveryCodeOpensOnce) {
  const auto ana = add("ana@lakeside.example");
  const auto codes = turn_on(ana);
  ASSERT_EQ(codes.size(), static_cast<std::size_t>(kRecoveryCodes));
  const auto enter = [&](const std::string& typed) {
    const auto half_way =
        sign_in.with_password("ana@lakeside.example", kPassword, door())->half_way;
    return sign_in.with_code(half_way, typed, door()).has_value();
  };
  EXPECT_TRUE(enter(codes[0]));
  EXPECT_FALSE(enter(codes[0]));
  EXPECT_TRUE(enter(base::replace_all(codes[1], "-", " ")));
  database->read([&](store::Reader& reader) {
    EXPECT_EQ(unused_recovery_codes(reader, ana.id), kRecoveryCodes - 2);
  });
}

TEST_P(SignInTest, FreshRecoveryCodesReplaceTheOldOnes) {
  const auto ana = add("ana@lakeside.example");
  const auto old = turn_on(ana);
  database->write(
      [&](store::Writer& writer) { return new_recovery_codes(writer, signer, ana, by_hub()); });
  const auto used = database->write([&](store::Writer& writer) {
    return use_second_factor(writer, signer, ana, old[0], by_hub());
  });
  EXPECT_FALSE(used);
}

TEST_P(SignInTest, TheSecondFactorIsNotTurnedOnByAWrongCode) {
  const auto ana = add("ana@lakeside.example");
  const auto on = database->write([&](store::Writer& writer) {
    return turn_on_second_factor(writer, signer, ana, secret, "12345", by_hub());
  });
  ASSERT_FALSE(on);
  EXPECT_EQ(on.error().field, "code");
  EXPECT_FALSE(sign_in.with_password("ana@lakeside.example", kPassword, door())->wants_code());
}

TEST_P(SignInTest, ProvingAgainTakesThePasswordOrAFreshLink) {
  const auto ana = add("ana@lakeside.example");
  const auto by_password = sign_in.with_password("ana@lakeside.example", kPassword, door());
  const auto by_link = sign_in.with_link(ask("ana@lakeside.example"), door());
  const auto id = [&](const Entry& entry) {
    return sessions.find(entry.session_secret, now)->session_id;
  };
  const auto password_session = id(*by_password);
  const auto link_session = id(*by_link);

  EXPECT_TRUE(sign_in.prove_again(ana, password_session, kPassword, door()));
  EXPECT_FALSE(sign_in.prove_again(ana, password_session, "", door()));
  EXPECT_TRUE(sign_in.prove_again(ana, link_session, "", door()));
  now = now + kLinkLife;
  EXPECT_FALSE(sign_in.prove_again(ana, link_session, "", door()));
  EXPECT_EQ(sign_in.prove_again(ana, link_session, "", door()).error().field, "current_password");
}

TEST_P(SignInTest, TidyingForgetsOldAttempts) {
  for (int i = 0; i < 5; ++i) ask("dora@lakeside.example");
  now = now + 25h;
  database->write([&](store::Writer& writer) { tidy(writer, now); });
  ask("dora@lakeside.example");
}

INSTANTIATE_TEST_SUITE_P(Databases,
                         SignInTest,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

}  // namespace
}  // namespace enact::identity
