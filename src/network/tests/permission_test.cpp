// SPDX-License-Identifier: Apache-2.0
#include "network/permission.h"

#include <gmock/gmock.h>

#include "network/people.h"
#include "network/permissions.h"
#include "world.h"

namespace enact::network {
namespace {

using Answer = Permission::Answer;

const base::Day kToday = *base::Day::parse("2026-11-22");

Permission said(Channel channel, Answer answer, std::string on) {
  return {.channel = channel, .answer = answer, .said_on = std::move(on), .how = "asked"};
}

TEST(Permission, StandsAsItWasLastSaidWhateverWasNotedLast) {
  const std::vector<Permission> history{said(Channel::email, Answer::no, "2026-05-01"),
                                        said(Channel::email, Answer::yes, "2025-05-01"),
                                        said(Channel::phone, Answer::yes, "2026-06-01")};
  EXPECT_EQ(standing_on(history, Channel::email)->answer, Answer::no);
  EXPECT_EQ(standing_on(history, Channel::phone)->answer, Answer::yes);
  EXPECT_EQ(standing_on(history, Channel::post), nullptr) << "never asked is no answer";
}

TEST(Permission, OfOneDayStandsAsItWasNotedLast) {
  auto first = said(Channel::email, Answer::no, "2026-05-01");
  auto second = said(Channel::email, Answer::yes, "2026-05-01");
  first.noted_at = "2026-05-02T10:00:00.000Z";
  second.noted_at = "2026-05-02T09:00:00.000Z";
  EXPECT_EQ(standing_on({first, second}, Channel::email)->answer, Answer::no);
}

TEST(Permission, NeedsADayThatHasComeAndHowItIsKnown) {
  EXPECT_TRUE(faults_of(said(Channel::email, Answer::yes, "2026-11-22"), kToday).empty());
  EXPECT_EQ(faults_of(said(Channel::email, Answer::yes, "2026-11-23"), kToday)[0].field, "said_on");
  EXPECT_EQ(faults_of(said(Channel::email, Answer::yes, "2026-11"), kToday)[0].field, "said_on");
  auto without = said(Channel::email, Answer::yes, "2026-11-22");
  without.how.clear();
  EXPECT_EQ(faults_of(without, kToday)[0].field, "how");
}

class Permissions : public testing::TestWithParam<support::Backend> {};
INSTANTIATE_TEST_SUITE_P(Backends,
                         Permissions,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

TEST_P(Permissions, KeepEveryAnswerThatWasEverGiven) {
  World world{GetParam()};
  const auto ana = world.write(
      [&](store::Writer& w) { return *add_person(w, person_called("Ana"), world.by("Hana")); });
  const auto note = [&](Permission draft) {
    draft.person = ana.id;
    return world.write(
        [&](store::Writer& w) { return note_permission(w, draft, kToday, world.by("Ben")); });
  };
  ASSERT_TRUE(note(said(Channel::email, Answer::yes, "2026-01-05")));
  ASSERT_TRUE(note(said(Channel::email, Answer::no, "2026-02-05")));
  EXPECT_FALSE(note(said(Channel::email, Answer::yes, "tomorrow")));

  const auto history = world.read([&](store::Reader& r) { return permissions_of(r, ana.id); });
  ASSERT_EQ(history.size(), 2U);
  EXPECT_EQ(history[0].said_on, "2026-02-05");
  EXPECT_EQ(history[1].answer, Answer::yes);
  EXPECT_EQ(history[1].noted_by, "Ben");
}

}  // namespace
}  // namespace enact::network
