// SPDX-License-Identifier: Apache-2.0
#include "admissions/prospect.h"

#include <gmock/gmock.h>

#include "admissions/pasted.h"

namespace enact::admissions {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const base::Day kToday = *base::Day::parse("2026-05-14");

Prospect after(std::vector<Marking> markings) {
  Prospect prospect;
  for (const auto& marking : markings) prospect = marked(prospect, marking);
  return prospect;
}

TEST(Sums, AreSaidInWords) {
  std::vector<Prospect> list(3, after({{.mark = Mark::invited, .on = "2026-05-01"}}));
  EXPECT_EQ(words_of(sums_of(list)), "3 invited");
  list[0] = marked(list[0], {.mark = Mark::yes, .on = "2026-05-02"});
  list[0] = marked(list[0], {.mark = Mark::came, .on = "2026-05-10"});
  list[0] = marked(list[0], {.mark = Mark::commitment, .on = "2026-05-12", .commitment = "c"});
  list[1] = marked(list[1], {.mark = Mark::commitment, .on = "2026-05-12", .commitment = "c"});
  EXPECT_EQ(words_of(sums_of(list)), "3 invited, 1 said yes, 1 came, 1 commitment");
  EXPECT_EQ(words_of(sums_of({Prospect{}, Prospect{}})), "2 prospects, none invited yet");
  EXPECT_EQ(words_of(Sums{}), "");
}

TEST(Marking, KeepsTheDayOfTheFirstInvitation) {
  const auto twice = after({{.mark = Mark::invited, .on = "2026-05-01", .by_what = "telephone"},
                            {.mark = Mark::invited, .on = "2026-05-09", .by_what = "e-mail"}});
  EXPECT_EQ(twice.invited_on, "2026-05-01");
  EXPECT_EQ(twice.invited_by, "e-mail");
}

TEST(Marking, NeedsADayThatHasComeAndForACommitmentWhich) {
  EXPECT_EQ(faults_of({.mark = Mark::came, .on = "2026-06-01"}, kToday).at(0).field, "on");
  EXPECT_EQ(faults_of({.mark = Mark::commitment, .on = "2026-05-01"}, kToday).at(0).field,
            "commitment");
  EXPECT_THAT(faults_of({.mark = Mark::came, .on = "2026-05-14"}, kToday), IsEmpty());
}

TEST(Group, HoldsWhoWasInvitedAndHasNotAnswered) {
  const auto invited = after({{.mark = Mark::invited, .on = "2026-05-01"}});
  EXPECT_TRUE(belongs_to(invited, Group::no_answer));
  EXPECT_FALSE(belongs_to(Prospect{}, Group::no_answer));
  EXPECT_FALSE(
      belongs_to(marked(invited, {.mark = Mark::no, .on = "2026-05-02"}), Group::no_answer));
}

std::string line_of(std::string_view text) {
  const auto lines = read_lines(text);
  return lines.empty() ? "" : lines.front().name + "|" + lines.front().email;
}

TEST(PastedLine, IsReadInTheFormsThatMailProgramsAndSpreadsheetsWrite) {
  EXPECT_EQ(line_of("Jo Lee <Jo@example.org>"), "Jo Lee|jo@example.org");
  EXPECT_EQ(line_of("\"Lee, Jo\" <jo@example.org>;"), "Lee, Jo|jo@example.org");
  EXPECT_EQ(line_of("Jo Lee, jo@example.org"), "Jo Lee|jo@example.org");
  EXPECT_EQ(line_of("Jo Lee\tjo@example.org"), "Jo Lee|jo@example.org");
  EXPECT_EQ(line_of("jo@example.org, Jo Lee"), "Jo Lee|jo@example.org");
  EXPECT_EQ(line_of("jo@example.org"), "jo@example.org|jo@example.org");
  EXPECT_EQ(line_of("  Jo Lee  "), "Jo Lee|");
  EXPECT_EQ(line_of(" , ; \n\n"), "");
}

TEST(PastedLine, CountsOnceWhateverItsCase) {
  EXPECT_EQ(read_lines("Jo <jo@example.org>\nJO@EXAMPLE.ORG\nKim\nkim").size(), 2u);
}

network::Person person(std::string id, std::string name, std::string email) {
  return {.id = std::move(id),
          .name = std::move(name),
          .org = {},
          .role = {},
          .email = std::move(email)};
}

TEST(Match, IsPlainByAddressAndAskedWhereTwoOrAnotherAddressMayBeMeant) {
  const KnownPeople known({person("1", "Jo Lee", "jo@example.org"), person("2", "Jo Lee", ""),
                           person("3", "Kim", "kim@example.org"), person("4", "Lou", "")});
  const auto match = [&](std::string_view text) { return known.match(read_lines(text).front()); };
  EXPECT_THAT(match("Somebody <JO@example.org>").people, ElementsAre(0));
  EXPECT_TRUE(match("Somebody <JO@example.org>").is_plain);
  EXPECT_TRUE(match("jo lee").is_open()) << "two of that name";
  EXPECT_TRUE(match("Kim <kim@work.example.org>").is_open()) << "another address";
  EXPECT_TRUE(match("Kim").is_plain);
  EXPECT_TRUE(match("Lou <lou@example.org>").is_plain);
  EXPECT_THAT(match("Nobody <n@example.org>").people, IsEmpty());
}

}  // namespace
}  // namespace enact::admissions
