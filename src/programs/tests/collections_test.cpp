// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "app/mail.h"
#include "identity/audit.h"
#include "network/orgs.h"
#include "programs/check_ins.h"
#include "programs/matches.h"
#include "programs/needs.h"
#include "programs/overview.h"
#include "programs/reminders.h"
#include "support/world.h"

namespace enact::programs {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class Support : public testing::TestWithParam<support::Backend> {
 protected:
  template <class Work>
  auto write(Work work) {
    return program.db().write(work);
  }
  template <class Work>
  auto read(Work work) {
    return program.db().read(work);
  }

  Need needed(Kind kind, const std::string& what, int amount = 0) {
    const auto noted = write([&](store::Writer& writer) {
      Need need{.workspace = "lakeside", .program = "robotics-club", .kind = kind, .what = what};
      need.amount = amount;
      return note_need(writer, need, program.by("Ana"));
    });
    EXPECT_TRUE(noted) << noted.error().message;
    return *noted;
  }

  Asset given(Kind kind, const std::string& what, int capacity = 0) {
    const auto added = write([&](store::Writer& writer) {
      Asset asset{.workspace = "lakeside", .kind = kind, .what = what};
      asset.offered_by = "Lakeside Foundation";
      asset.capacity = capacity;
      return add_asset(writer, asset, program.by("Ana"));
    });
    EXPECT_TRUE(added) << added.error().message;
    return *added;
  }

  base::Result<Match> offered_to(const Need& need, const Asset& asset, int amount = 1) {
    return write([&](store::Writer& writer) {
      return offer(writer, {need.id, asset.id, amount}, program.by("Ana"));
    });
  }

  base::Result<Match> moved(const Match& match, MatchState to, const std::string& outcome = "") {
    return write([&](store::Writer& writer) {
      return move_match(writer, {match.id, to, outcome, match.version}, program.by("Ana"));
    });
  }

  Need now(const Need& need) {
    return read([&](store::Reader& reader) { return *find_need(reader, need.id); });
  }

  base::Result<void> checked_in(const std::string& on, WholeCheckIn whole = {}) {
    whole.check_in.workspace = "lakeside";
    whole.check_in.program = "robotics-club";
    whole.check_in.happened_on = on;
    whole.check_in.who = "Ana";
    whole.check_in.said = "All well.";
    return write([&](store::Writer& writer) {
      return log_check_in(writer, club, whole, program.by("Ana"));
    });
  }

  support::Program program{GetParam()};
  support::World world = support::make_world(program);
  const Whose club{"lakeside", "robotics-club", "Lakeside Robotics Club"};
};

INSTANTIATE_TEST_SUITE_P(Backends,
                         Support,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

TEST_P(Support, DoesNotPromiseTheSamePlacesTwice) {
  const auto lab = given(Kind::space, "Wet lab", 20);
  const auto first = needed(Kind::space, "A lab for fourteen", 14);
  const auto second = needed(Kind::space, "A lab for ten", 10);
  ASSERT_TRUE(offered_to(first, lab, 14));
  const auto refused = offered_to(second, lab, 10);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().field, "amount");
  EXPECT_EQ(refused.error().message, "Only 6 of 20 of “Wet lab” are not promised yet.");
  EXPECT_TRUE(offered_to(second, lab, 6));
}

TEST_P(Support, GivesPlacesBackWhenAnOfferDidNotWorkOut) {
  const auto lab = given(Kind::space, "Wet lab", 20);
  const auto first = needed(Kind::space, "A lab");
  const auto match = offered_to(first, lab, 20);
  ASSERT_TRUE(moved(*match, MatchState::did_not, "the heating failed"));
  EXPECT_TRUE(offered_to(needed(Kind::space, "Another lab"), lab, 20));
}

TEST_P(Support, DoesNotGiveMoneyBackThatWasSpent) {
  const auto grant = given(Kind::funding, "Small grants", 1000);
  const auto match = offered_to(needed(Kind::funding, "Bus fares"), grant, 800);
  ASSERT_TRUE(moved(*match, MatchState::worked_out, "paid in May"));
  EXPECT_FALSE(offered_to(needed(Kind::funding, "More fares"), grant, 300));
  EXPECT_TRUE(offered_to(needed(Kind::funding, "A few fares"), grant, 200));
}

TEST_P(Support, TakesTheNeedAlongWithItsOffers) {
  const auto need = needed(Kind::people, "Two chemists");
  const auto match = offered_to(need, given(Kind::people, "Chemists"));
  EXPECT_EQ(now(need).state, NeedState::open);
  const auto agreed = moved(*match, MatchState::agreed);
  ASSERT_TRUE(agreed);
  EXPECT_EQ(now(need).state, NeedState::matched);
  ASSERT_TRUE(moved(*agreed, MatchState::worked_out, "six Saturdays"));
  EXPECT_EQ(now(need).state, NeedState::met);
}

TEST_P(Support, OpensANeedAgainWhenItsOnlyAgreementFails) {
  const auto need = needed(Kind::people, "Two chemists");
  const auto agreed = moved(*offered_to(need, given(Kind::people, "Chemists")), MatchState::agreed);
  ASSERT_TRUE(moved(*agreed, MatchState::did_not, "they moved away"));
  EXPECT_EQ(now(need).state, NeedState::open);
}

TEST_P(Support, LetsWhoWasOvertakenLookAgain) {
  const auto match =
      offered_to(needed(Kind::people, "Two chemists"), given(Kind::people, "Chemists"));
  ASSERT_TRUE(moved(*match, MatchState::agreed));
  const auto late = moved(*match, MatchState::did_not, "no");
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().kind, base::Error::Kind::conflict);
}

TEST_P(Support, OffersAnAssetToANeedOnceAtATime) {
  const auto need = needed(Kind::people, "Two chemists");
  const auto asset = given(Kind::people, "Chemists");
  const auto match = offered_to(need, asset);
  EXPECT_FALSE(offered_to(need, asset));
  ASSERT_TRUE(moved(*match, MatchState::did_not, "no time in May"));
  EXPECT_TRUE(offered_to(need, asset));
}

TEST_P(Support, ConnectsAnAssetWithWhoeverIsOnRecord) {
  EXPECT_EQ(given(Kind::space, "Hall").offered_id, "lakeside-foundation");
}

TEST_P(Support, SuggestsWithReasonsAndSaysWhatIsInTheWay) {
  const auto full = given(Kind::people, "Chemists", 1);
  ASSERT_TRUE(offered_to(needed(Kind::people, "A chemist"), full));
  given(Kind::people, "Retired chemists");
  given(Kind::space, "Hall");
  const auto need = needed(Kind::people, "Two chemists");
  const auto found = read(
      [&](store::Reader& reader) { return suggestions(reader, need, program.clock().today()); });
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_EQ(found[0].asset.what, "Retired chemists");
  EXPECT_THAT(found[0].fit.words(), HasSubstr("same kind, both say “chemist”"));
  EXPECT_EQ(found[1].fit.obstacle, "it is promised to somebody else");
}

TEST_P(Support, LogsACheckInWithNeedsAndStepsOrNothingOfIt) {
  ASSERT_TRUE(write([&](store::Writer& writer) {
    return add_step(writer, club, {.title = "Find a lab", .due_on = "2026-05-01"},
                    program.by("Ana"));
  }));
  const auto step = read([&](store::Reader& reader) {
    return steps_of(reader, find_plan(reader, "lakeside", "robotics-club")->id).front();
  });
  WholeCheckIn whole;
  whole.needs = {{.workspace = "lakeside", .program = "robotics-club", .what = "A bus"}};
  whole.moves = {{step.id, StepState::dropped, "", step.version}};
  const auto refused = checked_in("2026-05-04", whole);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().faults.front().field, "reason-" + step.id);
  EXPECT_THAT(
      read([&](store::Reader& reader) { return needs(reader, {.workspace = "lakeside"}, 0, 10); }),
      IsEmpty());

  whole.moves.front().reason = "there is one";
  ASSERT_TRUE(checked_in("2026-05-04", whole));
  const auto known = read([&](store::Reader& reader) {
    return *supported(reader, "lakeside", "robotics-club", program.clock().today());
  });
  EXPECT_EQ(known.standing.open_needs, 1);
  EXPECT_EQ(known.standing.steps, 0);
  EXPECT_EQ(known.standing.last_check_in, base::Day::parse("2026-05-04"));
}

TEST_P(Support, DoesNotMoveAStepOfAnotherProgram) {
  network::OrgRecord org;
  org.name = "Math Circle";
  org.kind = "pcsp";
  org.parent = "lakeside";
  ASSERT_TRUE(
      write([&](store::Writer& writer) { return network::add_org(writer, org, program.by()); }));
  ASSERT_TRUE(write([&](store::Writer& writer) {
    return add_step(writer, {"lakeside", "math-circle", "Math Circle"}, {.title = "Find a room"},
                    program.by("Ana"));
  }));
  const auto step = read([&](store::Reader& reader) {
    return steps_of(reader, find_plan(reader, "lakeside", "math-circle")->id).front();
  });
  WholeCheckIn whole;
  whole.moves = {{step.id, StepState::done, "", step.version}};
  EXPECT_FALSE(checked_in("2026-05-04", whole));
}

TEST_P(Support, ShowsThoseFirstThatWaitedLongest) {
  for (const auto* name : {"Aviation Club", "Zoo Camp"}) {
    network::OrgRecord org;
    org.name = name;
    org.kind = "pcsp";
    org.parent = "lakeside";
    ASSERT_TRUE(
        write([&](store::Writer& writer) { return network::add_org(writer, org, program.by()); }));
  }
  ASSERT_TRUE(write([&](store::Writer& writer) {
    return set_rhythm(writer, "aviation-club", 0, program.by("Ana"));
  }));
  ASSERT_TRUE(checked_in("2026-03-01"));
  std::vector<std::string> names;
  const auto today = program.clock().today();
  for (const auto& one :
       read([&](store::Reader& reader) { return overview(reader, "lakeside", today); }))
    names.push_back(one.program + ": " + check_in_words(one.standing, today));
  EXPECT_THAT(names,
              ElementsAre("zoo-camp: never checked in with", "robotics-club: quiet for 64 days",
                          "aviation-club: not checked in with by us"));
  EXPECT_EQ(
      read([&](store::Reader& reader) { return check_in_standing(reader, "lakeside", today); }),
      "0 of 2 programs checked in with as planned, 0 needs open");
}

TEST_P(Support, KnowsWhoAgreedToAPlanAndThatItWasWordedAnewSince) {
  const auto add = [&](const char* title) {
    return write([&](store::Writer& writer) {
      return add_step(writer, club, {.title = title, .owner_name = "Cleo"}, program.by("Ana"));
    });
  };
  const auto agree = [&] {
    return write([&](store::Writer& writer) {
      return note_agreement(writer, club, {.name = "Cleo", .agreed_on = "2026-05-04"},
                            program.by("Ana"));
    });
  };
  EXPECT_FALSE(agree()) << "to nothing";
  ASSERT_TRUE(add("Find a lab"));
  ASSERT_TRUE(agree());
  const auto whole = [&] {
    return read(
        [&](store::Reader& reader) { return *whole_plan(reader, "lakeside", "robotics-club"); });
  };
  EXPECT_EQ(whole().agreements.front().plan_version, whole().plan.version);
  EXPECT_EQ(whole().steps.front().owner, world.cleo);
  ASSERT_TRUE(add("Find a bus"));
  EXPECT_LT(whole().agreements.front().plan_version, whole().plan.version);
}

TEST_P(Support, FindsNeedsAndAssetsByTheirWords) {
  needed(Kind::people, "Two 100% reliable chemists");
  needed(Kind::space, "A hall");
  given(Kind::space, "Concert hall");
  EXPECT_THAT(read([&](store::Reader& reader) {
                return needs(reader, {.workspace = "lakeside", .words = "100% club"}, 0, 10);
              }),
              SizeIs(1));
  EXPECT_THAT(read([&](store::Reader& reader) {
                return needs(reader, {.workspace = "lakeside", .words = "1_0%"}, 0, 10);
              }),
              IsEmpty());
  EXPECT_THAT(read([&](store::Reader& reader) {
                return find_assets(reader, {.workspace = "lakeside", .words = "HALL foundation"}, 0,
                                   10);
              }),
              SizeIs(1));
}

std::vector<app::StoredMail> mail_of(support::Program& program) {
  program.run_jobs();
  return program.db().read([](store::Reader& reader) { return app::outbox(reader, 20); });
}

class Reminders : public Support {
 protected:
  void run() {
    const auto job = reminder_job();
    ASSERT_TRUE(job.run({}, program.services()));
  }
};

INSTANTIATE_TEST_SUITE_P(Backends,
                         Reminders,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

TEST_P(Reminders, NameThoseWhoAreDueOnceAWeek) {
  ASSERT_TRUE(checked_in("2026-04-01"));
  run();
  run();
  const auto sent = mail_of(program);
  ASSERT_THAT(sent, SizeIs(1));
  EXPECT_THAT(sent[0].text, HasSubstr("Lakeside Robotics Club: quiet for 33 days"));
  EXPECT_THAT(sent[0].text, HasSubstr("/support/programs/robotics-club/check-in"));
  program.clock().advance(std::chrono::hours(24 * 7));
  run();
  EXPECT_THAT(mail_of(program), SizeIs(2));
}

TEST_P(Reminders, AreNotSentWhenNobodyIsDue) {
  ASSERT_TRUE(checked_in("2026-05-01"));
  run();
  EXPECT_THAT(mail_of(program), IsEmpty());
}

TEST_P(Reminders, AreNotSentWhereNobodyEverCheckedIn) {
  run();
  EXPECT_THAT(mail_of(program), IsEmpty());
}

TEST_P(Reminders, AreNotSentWhereTheyWereSwitchedOff) {
  ASSERT_TRUE(checked_in("2026-04-01"));
  program.db().write([&](store::Writer& writer) {
    switch_reminders(writer, "lakeside", false, program.by("Ana"));
  });
  run();
  EXPECT_THAT(mail_of(program), IsEmpty());
}

}  // namespace
}  // namespace enact::programs
