// SPDX-License-Identifier: Apache-2.0
#include "network/introduction.h"

#include <gmock/gmock.h>

#include "network/short_ask.h"

namespace enact::network {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using enum Standing;

TEST(Introduction, GoesForwardOnly) {
  EXPECT_TRUE(may_move(asked, Party::introducer, made));
  EXPECT_TRUE(may_move(asked, Party::colleague, met));
  EXPECT_TRUE(may_move(made, Party::target, declined));
  EXPECT_FALSE(may_move(made, Party::asker, asked));
  EXPECT_FALSE(may_move(met, Party::asker, declined));
  EXPECT_FALSE(may_move(declined, Party::introducer, made));
  EXPECT_FALSE(may_move(made, Party::asker, made));
}

TEST(Introduction, IsNothingThatTheTargetHasASayInBeforeItIsMade) {
  EXPECT_THAT(moves_of(asked, Party::target), IsEmpty());
  EXPECT_THAT(moves_of(made, Party::target), ElementsAre(met, declined));
  EXPECT_THAT(moves_of(asked, Party::introducer), ElementsAre(made, met, declined));
}

TEST(Introduction, WaitsLongAfterTwoWeeksWithoutAnAnswer) {
  Introduction one;
  one.asked_on = "2026-11-08";
  EXPECT_TRUE(waits_long(one, *base::Day::parse("2026-11-22")));
  EXPECT_FALSE(waits_long(one, *base::Day::parse("2026-11-21")));
  one.standing = made;
  EXPECT_FALSE(waits_long(one, *base::Day::parse("2026-12-22")));
}

WarmPath path_over(const std::vector<std::string>& people) {
  WarmPath path;
  for (std::size_t i = 1; i < people.size(); ++i)
    path.steps.push_back({.from = people[i - 1],
                          .to = people[i],
                          .last_contact = {},
                          .link = {},
                          .workspace = "lakeside"});
  return path;
}

TEST(Introduction, IsAskedOfTheFirstContactOfAWay) {
  const auto third = way_to_ask(path_over({"ana", "ben", "carl", "dora"}));
  EXPECT_EQ(third.introducer, "ben");
  EXPECT_EQ(third.via, "carl");
  EXPECT_EQ(third.target, "dora");
  EXPECT_EQ(way_to_ask(path_over({"ana", "ben", "dora"})).via, "");
  EXPECT_EQ(way_to_ask(path_over({"ana", "dora"})).introducer, "ana");
}

TEST(Introduction, IsPrivateOverALinkThatIsPrivateOrAnotherEcosystems) {
  auto path = path_over({"ana", "ben", "dora"});
  EXPECT_FALSE(is_private_to(path, "lakeside"));
  EXPECT_TRUE(is_private_to(path, "hillside"));
  path.steps[1].is_private = true;
  EXPECT_TRUE(is_private_to(path, "lakeside"));
}

const AskNames kNames{.introducer = "Ben Ashby",
                      .via = {},
                      .target = "Dora Quill",
                      .office = "Lakeview Admissions",
                      .ecosystem = "Lakeside",
                      .asker = "Ana Duarte",
                      .asker_email = "ana@example.org"};

TEST(ShortAsk, TakesTheMessageOfTheToolkitThatSpeaksOfAPerson) {
  const auto ask = short_ask(
      "## One\n\n**Subject:** Pass it on\n\nHi [name].\n\n"
      "## Two\n\n**Subject:** Meet [person]?\n\nHi [name],\n\n[person] at [organization]. [your "
      "name]\n\n## Keep track\n\nText of [person].\n",
      kNames);
  EXPECT_EQ(ask.subject, "Meet Dora Quill?");
  EXPECT_EQ(ask.text, "Hi Ben,\n\nDora Quill at Lakeview Admissions. Ana Duarte");
}

TEST(ShortAsk, HasWordsOfItsOwnWhereTheToolkitHasNone) {
  auto names = kNames;
  names.office.clear();
  const auto ask = short_ask("", names);
  EXPECT_EQ(ask.subject, "Would you introduce me to Dora Quill?");
  EXPECT_THAT(ask.text, HasSubstr("introduce me to Dora Quill? I would"));
  EXPECT_THAT(ask.text, Not(HasSubstr("[")));
}

}  // namespace
}  // namespace enact::network
