// SPDX-License-Identifier: Apache-2.0
#include "programs/matching.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace enact::programs {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const base::Day kToday = *base::Day::parse("2027-02-01");

std::optional<base::Day> day(std::string_view iso) {
  return base::Day::parse(iso);
}

// Two chemists in Pittsburgh in March.
Wanted chemists() {
  return {.kind = Kind::people,
          .what = "Two chemists for three Saturdays",
          .amount = 2,
          .from = day("2027-03-01"),
          .by = day("2027-03-31"),
          .place = {"PA", "Pittsburgh"}};
}

Offered mentors() {
  return {.id = "a",
          .kind = Kind::people,
          .what = "Chemists of the works as mentors",
          .place = {"PA", "Pittsburgh"},
          .from = day("2027-01-01"),
          .until = day("2027-06-30"),
          .confirmed_on = day("2027-01-20")};
}

TEST(Matching, SaysInWordsWhyItFits) {
  EXPECT_EQ(fit(chemists(), mentors(), kToday).words(),
            "same kind, both say “chemist”, in the same city, Pittsburgh, free in March 2027, not "
            "promised to anybody else, confirmed 12 days ago");
}

TEST(Matching, PrefersWhatIsNear) {
  auto far = mentors(), near = mentors();
  far.id = "far";
  far.place = {"OH", "Cleveland"};
  near.id = "near";
  const auto found = fits(chemists(), {far, near}, kToday);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].id, "near");
  EXPECT_THAT(found[1].words(), HasSubstr("but in another state, OH"));
}

TEST(Matching, DoesNotTakeACityOfTheSameNameInAnotherStateForTheSame) {
  auto other = mentors();
  other.place = {"KS", "Pittsburgh"};
  EXPECT_THAT(fit(chemists(), other, kToday).words(), Not(HasSubstr("same city")));
}

TEST(Matching, DoesNotAskWhereMoneyIs) {
  Wanted wanted = chemists();
  Offered grant = mentors();
  wanted.kind = grant.kind = Kind::funding;
  grant.place = {"OH", "Cleveland"};
  EXPECT_THAT(fit(wanted, grant, kToday).words(), Not(HasSubstr("state")));
}

TEST(Matching, DoesNotPromiseTwiceWhatIsAllPromised) {
  auto two = mentors();
  two.capacity = 2;
  two.promised = 2;
  two.promises = 1;
  const auto full = fit(chemists(), two, kToday);
  EXPECT_FALSE(full.is_possible());
  EXPECT_EQ(full.obstacle, "all 2 are promised");
}

TEST(Matching, SaysHowMuchIsLeft) {
  auto some = mentors();
  some.capacity = 3;
  some.promised = 2;
  some.promises = 1;
  const auto fit_of_some = fit(chemists(), some, kToday);
  EXPECT_TRUE(fit_of_some.is_possible());
  EXPECT_THAT(fit_of_some.doubts, ElementsAre("1 of the 2 that are needed"));
}

TEST(Matching, SaysThatOthersWerePromisedItWhereNoLimitWasNamed) {
  auto shared = mentors();
  shared.promises = 2;
  EXPECT_THAT(fit(chemists(), shared, kToday).doubts, ElementsAre("promised to 2 others too"));
}

TEST(Matching, RefusesWhatIsFreeTooEarlyOrTooLate) {
  auto gone = mentors(), late = mentors();
  gone.until = day("2027-02-15");
  late.from = day("2027-04-05");
  late.until = std::nullopt;
  EXPECT_EQ(fit(chemists(), gone, kToday).obstacle, "it was offered until 15 February 2027");
  EXPECT_EQ(fit(chemists(), late, kToday).obstacle, "it is free only from 5 April 2027");
}

TEST(Matching, RefusesWhatEndedEvenWhenAnyTimeWouldDo) {
  auto wanted = chemists();
  wanted.from = wanted.by = std::nullopt;
  auto ended = mentors();
  ended.until = day("2027-01-31");
  EXPECT_FALSE(fit(wanted, ended, kToday).is_possible());
}

TEST(Matching, TakesUnknownForADoubtAndNotForANo) {
  const Offered bare{.id = "a", .kind = Kind::people, .what = "Mentors"};
  const auto found = fit(chemists(), bare, kToday);
  EXPECT_TRUE(found.is_possible());
  EXPECT_THAT(found.doubts, ElementsAre("where it is was not said", "when it is free was not said",
                                        "never confirmed"));
}

TEST(Matching, DoubtsWhatNobodyConfirmedForAYear) {
  auto old = mentors();
  old.confirmed_on = day("2025-01-20");
  EXPECT_THAT(fit(chemists(), old, kToday).words(), HasSubstr("but last confirmed 2 years ago"));
}

TEST(Matching, LeavesOutAnotherKindUnlessOneIsSomethingElseAndTheyShareAWord) {
  auto lab = mentors(), other = mentors(), vague = mentors();
  lab.kind = Kind::space;
  other.kind = Kind::other;
  vague.kind = Kind::other;
  vague.what = "A bus";
  const auto found = fits(chemists(), {lab, other, vague}, kToday);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_THAT(found[0].reasons, Not(testing::Contains("same kind")));
}

TEST(Matching, GivesTheSameOrderWhateverTheOrderOfTheRows) {
  std::vector<Offered> all;
  for (const auto* id : {"b", "c", "a", "d"}) {
    all.push_back(mentors());
    all.back().id = id;
  }
  all[3].capacity = all[3].promised = 1;
  std::sort(all.begin(), all.end(), [](const Offered& x, const Offered& y) { return x.id < y.id; });
  do {
    std::vector<std::string> ids;
    for (const auto& one : fits(chemists(), all, kToday)) ids.push_back(one.id);
    ASSERT_THAT(ids, ElementsAre("a", "b", "c", "d"));
  } while (std::next_permutation(all.begin(), all.end(),
                                 [](const Offered& x, const Offered& y) { return x.id < y.id; }));
}

}  // namespace
}  // namespace enact::programs
