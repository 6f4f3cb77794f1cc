// SPDX-License-Identifier: Apache-2.0
#include "cast.h"

#include "base/digest.h"

namespace enact::identity {
namespace {

using SessionsTest = Stage;

std::string begin(support::TestDatabase& database,
                  const Sessions& sessions,
                  const User& user,
                  base::Instant now) {
  return database->write(
      [&](store::Writer& writer) { return sessions.begin(writer, user.id, "Firefox/1", now); });
}

TEST_P(SessionsTest, AStrangersSecretFindsNobody) {
  EXPECT_FALSE(sessions.find("", now));
  EXPECT_FALSE(sessions.find("unknown", now));
}

TEST_P(SessionsTest, TheSecretFindsTheUserWithTheirGrants) {
  const auto ana = add("ana@lakeside.example");
  give(ana, {Role::ecosystem_lead, "lakeside", "lakeside"});
  give(ana, {Role::reviewer, "", ""});
  const auto secret = begin(database, sessions, ana, now);

  const auto viewer = sessions.find(secret, now);

  ASSERT_TRUE(viewer);
  EXPECT_EQ(viewer->user_id, ana.id);
  EXPECT_EQ(viewer->email, "ana@lakeside.example");
  ASSERT_EQ(viewer->grants.size(), 2U);
  EXPECT_TRUE(meets(*viewer, web::Needs::lead, "lakeside"));
  EXPECT_FALSE(viewer->csrf.empty());
}

TEST_P(SessionsTest, SomebodyWithoutARoleComesInToo) {
  const auto secret = begin(database, sessions, add("ben@lakeside.example"), now);
  const auto viewer = sessions.find(secret, now);
  ASSERT_TRUE(viewer);
  EXPECT_TRUE(viewer->grants.empty());
}

TEST_P(SessionsTest, EachSessionHasItsOwnFormToken) {
  const auto ana = add("ana@lakeside.example");
  const auto one = sessions.find(begin(database, sessions, ana, now), now);
  const auto two = sessions.find(begin(database, sessions, ana, now), now);
  EXPECT_NE(one->csrf, two->csrf);
  EXPECT_NE(one->session_id, two->session_id);
}

TEST_P(SessionsTest, AnUnusedSessionIsOverAfterAWeek) {
  const auto secret = begin(database, sessions, add("ana@lakeside.example"), now);
  EXPECT_FALSE(sessions.find(secret, now + 24h * 7));
  EXPECT_TRUE(sessions.find(secret, now + 24h * 7 - 1s));
}

TEST_P(SessionsTest, UseKeepsItForThirtyDaysAndNoLonger) {
  const auto secret = begin(database, sessions, add("ana@lakeside.example"), now);
  for (auto day = 24h; day < 24h * 30; day += 24h * 5)
    EXPECT_TRUE(sessions.find(secret, now + day));
  EXPECT_TRUE(sessions.find(secret, now + 24h * 30 - 1s));
  EXPECT_FALSE(sessions.find(secret, now + 24h * 30));
}

TEST_P(SessionsTest, UseIsNotedAtMostOnceInFiveMinutes) {
  const auto ana = add("ana@lakeside.example");
  const auto secret = begin(database, sessions, ana, now);
  const auto last_seen = [&] {
    return database->read(
        [&](store::Reader& reader) { return sessions.of(reader, ana.id, now).front().last_seen; });
  };
  sessions.find(secret, now + 5min);
  EXPECT_EQ(last_seen(), now);
  sessions.find(secret, now + 6min);
  EXPECT_EQ(last_seen(), now + 6min);
}

TEST_P(SessionsTest, NobodyEndsSomebodyElsesSession) {
  const auto ana = add("ana@lakeside.example");
  const auto ben = add("ben@lakeside.example");
  const auto secret = begin(database, sessions, ana, now);
  const auto id = sessions.find(secret, now)->session_id;

  const auto ended = database->write(
      [&](store::Writer& writer) { return Sessions::end(writer, ben.id, id, now); });

  EXPECT_EQ(ended, 0);
  EXPECT_TRUE(sessions.find(secret, now));
}

TEST_P(SessionsTest, AnEndedSessionFindsNobody) {
  const auto ana = add("ana@lakeside.example");
  const auto secret = begin(database, sessions, ana, now);
  const auto id = sessions.find(secret, now)->session_id;
  database->write([&](store::Writer& writer) { Sessions::end(writer, ana.id, id, now); });
  EXPECT_FALSE(sessions.find(secret, now));
}

TEST_P(SessionsTest, EndingAllOthersKeepsThisOne) {
  const auto ana = add("ana@lakeside.example");
  const auto here = begin(database, sessions, ana, now);
  const auto there = begin(database, sessions, ana, now);
  const auto id = sessions.find(here, now)->session_id;
  const auto ended = database->write(
      [&](store::Writer& writer) { return Sessions::end_all(writer, ana.id, id, now); });
  EXPECT_EQ(ended, 1);
  EXPECT_TRUE(sessions.find(here, now));
  EXPECT_FALSE(sessions.find(there, now));
}

TEST_P(SessionsTest, DisablingAUserEndsTheirSessions) {
  const auto ana = add("ana@lakeside.example");
  const auto secret = begin(database, sessions, ana, now);
  const auto disabled =
      database->write([&](store::Writer& writer) { return disable_user(writer, ana, by_hub()); });
  ASSERT_TRUE(disabled);
  EXPECT_FALSE(sessions.find(secret, now));
}

TEST_P(SessionsTest, TheDatabaseHoldsNoSecret) {
  const auto ana = add("ana@lakeside.example");
  const auto secret = begin(database, sessions, ana, now);
  EXPECT_FALSE(sessions.find(base::sha256_hex(secret), now));
}

INSTANTIATE_TEST_SUITE_P(Databases,
                         SessionsTest,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

}  // namespace
}  // namespace enact::identity
