// SPDX-License-Identifier: Apache-2.0
#include "playbook/enactments.h"

#include "playbook/run_counts.h"
#include "playbook/write_ups.h"
#include "run_world.h"

namespace enact::playbook {
namespace {

class EnactmentsTest : public RunWorld {
 protected:
  // A vignette that came with the playbook.
  void ship(const std::string& slug, const std::string& workspace, const std::string& when) {
    write([&](store::Writer& writer) {
      publish_text(writer, "---\nkind: vignette\nid: " + slug +
                               "\nplay: \"4-1\"\necosystem: " + workspace + "\ntitle: Told by " +
                               workspace + "\nsummary: They did it.\n" +
                               (when.empty() ? "" : "when: \"" + when + "\"\n") +
                               "source: [\"A book\"]\n---\n\nThey did.\n");
      const auto told = tell(writer,
                             {.vignette = "vignettes/" + slug,
                              .play = "plays/4-1",
                              .workspace = workspace,
                              .title = "Told by " + workspace,
                              .when = when,
                              .source = "A book"},
                             by);
      EXPECT_TRUE(told) << told.error().message;
    });
  }

  std::vector<Enactment> enacted() {
    return read([](store::Reader& reader) { return enactments(reader, "plays/4-1"); });
  }

  Run hand_in(const Run& run, const std::string& title) {
    const auto handed_in = write([&](store::Writer& writer) {
      return hand_in_story(writer, run.id,
                           {.story = {.title = title,
                                      .summary = "What happened.",
                                      .when = "2026-05-14",
                                      .source = "",
                                      .body = "We did it."},
                            .based_on = 0},
                           as(ana));
    });
    EXPECT_TRUE(handed_in) << handed_in.error().message;
    return *handed_in;
  }
};

TEST_P(EnactmentsTest, APlayThatNobodyToldOfIsAspirational) {
  begin_and_finish();
  EXPECT_TRUE(enacted().empty());
  EXPECT_TRUE(read([](store::Reader& r) { return enacted_plays(r); }).empty());
}

TEST_P(EnactmentsTest, AShippedVignetteCountsAsARunThatWasTold) {
  ship("channels", "hilltop", "2021-07-27");
  const auto all = enacted();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].org_name, "Hilltop");
  EXPECT_EQ(all[0].when, "2021-07-27");
  EXPECT_EQ(all[0].source, "A book");
  EXPECT_TRUE(all[0].is_told);
  EXPECT_EQ(now("told-channels").done_on->iso(), "2021-07-27");
}

TEST_P(EnactmentsTest, TellingTheSameAgainChangesNothing) {
  ship("channels", "hilltop", "2021");
  const auto before = now("told-channels");
  write([&](store::Writer& writer) {
    return tell(writer,
                {.vignette = "vignettes/channels",
                 .play = "plays/4-1",
                 .workspace = "hilltop",
                 .title = "Told by hilltop",
                 .when = "2021",
                 .source = "A book"},
                by);
  });
  EXPECT_EQ(now("told-channels").version, before.version);
  EXPECT_FALSE(before.done_on);
}

TEST_P(EnactmentsTest, TheCountsFollowAToldRunToAnotherEcosystemAndAway) {
  ship("channels", "hilltop", "2021");
  const auto told = write([&](store::Writer& writer) {
    return tell(writer,
                {.vignette = "vignettes/channels",
                 .play = "plays/4-1",
                 .workspace = "lakeside",
                 .title = "Told",
                 .when = "",
                 .source = "A book"},
                by);
  });
  ASSERT_TRUE(told);
  const auto counts = read([](store::Reader& r) { return run_counts(r); });
  ASSERT_EQ(counts.size(), 1U);
  EXPECT_EQ(counts[0].workspace, "lakeside");
  write([&](store::Writer& writer) { untell(writer, "vignettes/channels", by); });
  EXPECT_TRUE(read([](store::Reader& r) { return run_counts(r); }).empty());
  EXPECT_TRUE(enacted().empty());
}

TEST_P(EnactmentsTest, NobodyWorksOnARunThatWasTold) {
  ship("channels", "hilltop", "2021");
  const auto moved = write([&](store::Writer& writer) {
    return move_run(writer, "told-channels", RunState::in_progress, "", as(ana));
  });
  ASSERT_FALSE(moved);
  EXPECT_EQ(moved.error().kind, base::Error::Kind::conflict);
}

TEST_P(EnactmentsTest, AStoryCountsFromTheDayItIsPublished) {
  const auto run = hand_in(begin_and_finish(), "We told them");
  EXPECT_EQ(run.vignette, "vignettes/we-told-them");
  EXPECT_EQ(now(run.id).state, RunState::done);
  EXPECT_TRUE(enacted().empty());

  const auto published = write(
      [&](store::Writer& writer) { return publish(writer, "vignettes/we-told-them", 1, by); });

  ASSERT_TRUE(published) << published.error().message;
  EXPECT_EQ(now(run.id).state, RunState::written_up);
  const auto all = enacted();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].workspace, "lakeside");
  EXPECT_EQ(all[0].vignette, "vignettes/we-told-them");
  EXPECT_FALSE(all[0].is_told);
  read([](store::Reader& r) { EXPECT_EQ(run_counts(r), recount_runs(r)); });
}

TEST_P(EnactmentsTest, WhoDidItFirstStandsFirst) {
  ship("later", "lakeside", "2024-02");
  ship("earlier", "hilltop", "2021");
  const auto run = hand_in(begin_and_finish(), "We told them");
  write([&](store::Writer& writer) { return publish(writer, run.vignette, 1, by); });
  const auto all = enacted();
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].vignette, "vignettes/earlier");
  EXPECT_EQ(all[1].vignette, "vignettes/later");
  EXPECT_EQ(all[2].vignette, "vignettes/we-told-them");
  const auto plays = read([](store::Reader& r) { return enacted_plays(r); });
  EXPECT_EQ(plays.at("plays/4-1").ecosystems, 2);
  EXPECT_EQ(plays.at("plays/4-1").first_org_name, "Hilltop");
  EXPECT_FALSE(plays.contains("plays/4-2"));
}

TEST_P(EnactmentsTest, AStoryThatComesBackWithAnImportIsNotToldTwice) {
  const auto run = hand_in(begin_and_finish(), "We told them");
  write([&](store::Writer& writer) { return publish(writer, run.vignette, 1, by); });
  const auto told = write([&](store::Writer& writer) {
    return tell(writer,
                {.vignette = run.vignette,
                 .play = "plays/4-1",
                 .workspace = "lakeside",
                 .title = "We told them",
                 .when = "2026-05-14",
                 .source = ""},
                by);
  });
  ASSERT_TRUE(told);
  EXPECT_EQ(enacted().size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(On,
                         EnactmentsTest,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

}  // namespace
}  // namespace enact::playbook
