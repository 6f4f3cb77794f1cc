// SPDX-License-Identifier: Apache-2.0
#include "playbook/run_evidence.h"
#include "playbook/run_involved.h"
#include "playbook/run_notes.h"
#include "playbook/write_ups.h"
#include "run_world.h"

namespace enact::playbook {
namespace {

class RunPapersTest : public RunWorld {
 protected:
  base::Result<void> log(const Run& run, const Progress& progress) {
    return write(
        [&](store::Writer& writer) { return log_progress(writer, run.id, progress, as(ben)); });
  }
  std::vector<RunNote> notes_of(const Run& run) {
    return read([&](store::Reader& reader) { return run_notes(reader, run.id); });
  }
  base::Result<void> add_person(const Run& run, const std::string& name) {
    return write([&](store::Writer& writer) {
      return involve(writer, run.id, {.name = name, .part = "helped"}, as(ana));
    });
  }
  base::Result<Run> hand_in(const Run& run, const std::string& body, long long based_on = 0) {
    return write([&](store::Writer& writer) {
      return hand_in_story(writer, run.id,
                           {.story = {.title = "We told them",
                                      .summary = "What happened.",
                                      .when = "",
                                      .source = "",
                                      .body = body},
                            .based_on = based_on},
                           as(ana));
    });
  }
};

TEST_P(RunPapersTest, OneSubmitLogsANoteTicksStepsAndMovesTheRun) {
  const auto run = begin();
  const auto today = by.at.day();
  ASSERT_TRUE(log(run, {.note = "They *said* yes.",
                        .happened_on = today,
                        .steps_done = {1, 3},
                        .state = RunState::in_progress}));
  const auto notes = notes_of(run);
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_NE(notes[0].html.find("<em>said</em>"), std::string::npos);
  EXPECT_EQ(notes[0].written_by_name, "Ben Okafor");
  const auto steps = read([&](store::Reader& r) { return run_steps(r, run.id); });
  EXPECT_TRUE(steps[0].is_ticked() && !steps[1].is_ticked() && steps[2].is_ticked());
  EXPECT_EQ(now(run.id).state, RunState::in_progress);
}

TEST_P(RunPapersTest, WhereOnePartIsRefusedNothingIsLogged) {
  const auto run = begin();
  const auto logged = log(
      run,
      {.note = "Done!", .happened_on = by.at.day(), .steps_done = {1}, .state = RunState::done});
  ASSERT_FALSE(logged);
  EXPECT_TRUE(notes_of(run).empty());
  EXPECT_FALSE(read([&](store::Reader& r) { return run_steps(r, run.id); })[0].is_ticked());
}

TEST_P(RunPapersTest, LoggingNothingIsRefused) {
  const auto logged = log(begin(), {.note = " ", .happened_on = by.at.day()});
  ASSERT_FALSE(logged);
  EXPECT_EQ(logged.error().field, "note");
}

TEST_P(RunPapersTest, ANoteCannotTellOfTheDayAfterTomorrow) {
  const auto run = begin();
  EXPECT_TRUE(log(run, {.note = "a", .happened_on = by.at.day() + std::chrono::days(1)}));
  const auto refused = log(run, {.note = "a", .happened_on = by.at.day() + std::chrono::days(2)});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().field, "happened_on");
}

TEST_P(RunPapersTest, NotesStandInTheOrderInWhichItHappened) {
  const auto run = begin();
  ASSERT_TRUE(log(run, {.note = "second", .happened_on = by.at.day()}));
  ASSERT_TRUE(log(run, {.note = "first", .happened_on = by.at.day() + std::chrono::days(-9)}));
  EXPECT_EQ(notes_of(run)[0].text, "first");
}

TEST_P(RunPapersTest, AFileComesBackByteForByte) {
  const auto run = begin();
  const std::string pdf = std::string("%PDF-1.7\0\xFF\n", 11) + "more";
  ASSERT_TRUE(write([&](store::Writer& writer) {
    return add_evidence(writer, run.id, AddFile{"", "plan.pdf", pdf}, as(ana));
  }));
  const auto pieces = read([&](store::Reader& r) { return run_evidence(r, run.id); });
  ASSERT_EQ(pieces.size(), 1U);
  EXPECT_EQ(pieces[0].title, "plan.pdf");
  const auto file = [&] {
    return read([&](store::Reader& r) { return find_evidence_file(r, run.id, pieces[0].id); });
  };
  ASSERT_TRUE(file());
  EXPECT_EQ(file()->content, pdf);
  EXPECT_FALSE(
      read([&](store::Reader& r) { return find_evidence_file(r, "another", pieces[0].id); }));
  ASSERT_TRUE(write([&](store::Writer& writer) {
    return remove_evidence(writer, run.id, pieces[0].id, as(ana));
  }));
  EXPECT_FALSE(file());
}

TEST_P(RunPapersTest, ALinkIsNoFile) {
  const auto run = begin();
  ASSERT_TRUE(write([&](store::Writer& writer) {
    return add_evidence(writer, run.id, AddLink{"Agenda", "https://example.org/a"}, as(ana));
  }));
  const auto pieces = read([&](store::Reader& r) { return run_evidence(r, run.id); });
  ASSERT_EQ(pieces.size(), 1U);
  EXPECT_FALSE(pieces[0].is_file());
  EXPECT_FALSE(read([&](store::Reader& r) { return find_evidence_file(r, run.id, pieces[0].id); }));
}

TEST_P(RunPapersTest, AnOrganizationOfTheNetworkIsKnownByItsName) {
  const auto run = begin();
  const auto add = [&](const std::string& name) {
    return write([&](store::Writer& writer) {
      return involve(writer, run.id, {.kind = InvolvedKind::organization, .name = name, .part = ""},
                     as(ana));
    });
  };
  ASSERT_TRUE(add("Museum of Boats"));
  by.at = by.at + std::chrono::seconds(1);
  ASSERT_TRUE(add("The bakery"));
  EXPECT_FALSE(add("The bakery"));
  const auto all = read([&](store::Reader& r) { return involved_in(r, run.id); });
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].ref, "museum");
  EXPECT_EQ(all[1].ref, "");
}

TEST_P(RunPapersTest, ConsentHasADayAndAWay) {
  const auto run = begin();
  ASSERT_TRUE(add_person(run, "Lena Hart"));
  const auto id = read([&](store::Reader& r) { return involved_in(r, run.id); })[0].id;
  const auto record = [&](const std::string& how) {
    return write([&](store::Writer& writer) {
      return record_consent(
          writer, run.id,
          {.involved = id, .consent = Consent::given, .on = by.at.day(), .how = how}, as(ana));
    });
  };
  const auto refused = record("");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().field, "consent_how");
  ASSERT_TRUE(record("by e-mail"));
  const auto lena = read([&](store::Reader& r) { return involved_in(r, run.id); })[0];
  EXPECT_EQ(lena.consent, Consent::given);
  EXPECT_EQ(lena.consent_on, by.at.day());
}

TEST_P(RunPapersTest, AStoryThatNamesSomebodyWaitsForTheirConsent) {
  const auto run = begin_and_finish();
  ASSERT_TRUE(add_person(run, "Lena Hart"));
  const auto refused = hand_in(run, "Lena Hart listened.");
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find("Lena Hart"), std::string::npos);
  EXPECT_EQ(now(run.id).vignette, "");
  EXPECT_FALSE(read([](store::Reader& r) { return find_item(r, "vignettes/we-told-them"); }));
  EXPECT_TRUE(hand_in(run, "Somebody at the office listened."));
}

TEST_P(RunPapersTest, ARunInProgressCannotBeToldYet) {
  const auto run = begin();
  const auto refused = hand_in(run, "We did it.");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, base::Error::Kind::conflict);
}

TEST_P(RunPapersTest, AStoryThatWasReturnedIsHandedInAgain) {
  const auto run = begin_and_finish();
  const auto first = hand_in(run, "We did it.");
  ASSERT_TRUE(first) << first.error().message;
  EXPECT_FALSE(hand_in(run, "Again.", 1)) << "it waits for review";
  ASSERT_TRUE(write([&](store::Writer& writer) {
    return return_with_comment(writer, first->vignette, 1, "Say more.", by);
  }));
  EXPECT_FALSE(hand_in(run, "Again.", 0)) << "it was not written on top of the returned one";
  ASSERT_TRUE(hand_in(run, "We did it in May.", 1));
  const auto told = now(run.id);
  const auto story = read([&](store::Reader& r) { return write_up_of(r, told); });
  EXPECT_TRUE(story.is_waiting());
  EXPECT_EQ(story.based_on, 2);
  EXPECT_EQ(story.story.body, "We did it in May.\n");
}

TEST_P(RunPapersTest, TwoStoriesOfOneTitleGetAddressesOfTheirOwn) {
  const auto first = hand_in(begin_and_finish(), "One.");
  const auto second = hand_in(begin_and_finish(), "Two.");
  ASSERT_TRUE(first && second);
  EXPECT_EQ(first->vignette, "vignettes/we-told-them");
  EXPECT_EQ(second->vignette, "vignettes/we-told-them-2");
}

INSTANTIATE_TEST_SUITE_P(On,
                         RunPapersTest,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

}  // namespace
}  // namespace enact::playbook
