// SPDX-License-Identifier: Apache-2.0
#include "admissions/commitment.h"

#include <gmock/gmock.h>

namespace enact::admissions {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const base::Day kToday = *base::Day::parse("2026-05-14");

std::vector<std::string> fields_at_fault(std::optional<State> from, Step step) {
  std::vector<std::string> fields;
  for (const auto& fault : faults_of(from, step, kToday)) fields.push_back(fault.field);
  return fields;
}

TEST(Step, IsInForceOnlyWithEvidence) {
  EXPECT_THAT(fields_at_fault(State::agreed, {.state = State::in_force, .said_on = "2026-05-01"}),
              ElementsAre("evidence"));
  EXPECT_THAT(fields_at_fault(State::agreed, {.state = State::in_force,
                                              .said_on = "2026-05-01",
                                              .evidence = "https://example.org/apply"}),
              IsEmpty());
}

TEST(Step, EndsOnlyWithAReason) {
  EXPECT_THAT(fields_at_fault(State::in_force, {.state = State::ended, .said_on = "2026-05-01"}),
              ElementsAre("reason"));
}

TEST(Step, GoesBackOnlyWithAReason) {
  EXPECT_THAT(fields_at_fault(State::agreed, {.state = State::discussed, .said_on = "2026-05-01"}),
              ElementsAre("reason"));
  EXPECT_THAT(fields_at_fault(State::ended, {.state = State::discussed,
                                             .said_on = "2026-05-01",
                                             .reason = "A new dean asked us."}),
              IsEmpty());
}

TEST(Step, IsNeverOfADayThatIsStillToCome) {
  EXPECT_THAT(fields_at_fault({}, {.state = State::discussed, .said_on = "2026-05-15"}),
              ElementsAre("said_on"));
  EXPECT_THAT(fields_at_fault({}, {.state = State::discussed, .said_on = "in May"}),
              ElementsAre("said_on"));
}

TEST(Step, SaysThatItIsStillSoOnlyWithEvidenceAndNeverOfAnEnd) {
  EXPECT_THAT(fields_at_fault(State::agreed, {.state = State::agreed, .said_on = "2026-05-01"}),
              ElementsAre("evidence"));
  EXPECT_THAT(fields_at_fault(State::in_force, {.state = State::in_force,
                                                .said_on = "2026-05-01",
                                                .evidence = "Seen on their page"}),
              IsEmpty());
  EXPECT_THAT(
      fields_at_fault(State::ended,
                      {.state = State::ended, .said_on = "2026-05-01", .reason = "It ended."}),
      ElementsAre("state"));
}

TEST(Commitment, IsForProgramsThatAreNamedUnlessItIsForAll) {
  Commitment commitment;
  commitment.kind = "fee-waiver";
  commitment.for_all = false;
  EXPECT_EQ(faults_of(commitment).at(0).field, "programs");
  commitment.programs = {"b", "a", "b"};
  EXPECT_THAT(tidied(commitment).programs, ElementsAre("a", "b"));
  EXPECT_THAT(faults_of(commitment), IsEmpty());
  commitment.for_all = true;
  EXPECT_THAT(tidied(commitment).programs, IsEmpty());
}

TEST(Commitment, OfAnotherKindSaysInWordsWhatItIs) {
  Commitment commitment;
  commitment.kind = "other";
  EXPECT_EQ(faults_of(commitment).at(0).field, "details");
}

TEST(Evidence, IsALinkOnlyWhereAPageMayLinkToIt) {
  EXPECT_TRUE(is_link("https://example.org/a?b=c"));
  EXPECT_FALSE(is_link("javascript:alert(1)"));
  EXPECT_FALSE(is_link("https://example.org/ and more"));
  EXPECT_FALSE(is_link("said by the dean"));
}

}  // namespace
}  // namespace enact::admissions
