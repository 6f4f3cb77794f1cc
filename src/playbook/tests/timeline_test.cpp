// SPDX-License-Identifier: Apache-2.0
#include "playbook/timeline.h"

#include "playbook/enactments.h"
#include "playbook/run_notes.h"
#include "run_world.h"

namespace enact::playbook {
namespace {

using Strings = std::vector<std::string>;

Happening on(const std::string& day) {
  return {.what = Happened::begun, .day = day};
}

TEST(ByMonth, AYearWithoutAMonthIsAPartOfItsOwn) {
  const auto timeline = by_month({on("2026-05-14"), on("2026-05-02"), on("2021"), on("")});
  ASSERT_EQ(timeline.parts.size(), 3U);
  EXPECT_EQ(timeline.parts[0].month, "2026-05");
  EXPECT_EQ(timeline.parts[0].counts[0], 2);
  EXPECT_EQ(timeline.parts[1].month, "2021");
  EXPECT_EQ(timeline.years(), (Strings{"2026", "2021", ""}));
}

class TimelineTest : public RunWorld {
 protected:
  Timeline timeline_of(const RunFilter& filter) {
    identity::Viewer viewer;
    viewer.user_id = ana.id;
    viewer.grants = {{identity::Role::hub, "", ""}};
    return read([&](store::Reader& reader) {
      const auto scope = scope_of(reader, viewer, filter);
      return timeline(reader,
                      {.selection = selection_of(filter, *scope, viewer), .state = filter.state});
    });
  }

  // "2026-05-14 begun", in the order of the page.
  Strings lines(const RunFilter& filter = {}) {
    Strings found;
    for (const auto& part : timeline_of(filter).parts)
      for (const auto& one : part.happenings)
        found.push_back(one.day + " " + std::string(name_of(one.what)));
    return found;
  }
};

TEST_P(TimelineTest, APlannedRunHasNotHappenedYet) {
  begin();
  EXPECT_EQ(lines(), Strings());
}

TEST_P(TimelineTest, WhatHappenedStandsUnderItsOwnDayNewestFirst) {
  const auto run = begin();
  write([&](store::Writer& writer) { EXPECT_TRUE(start_run(writer, run.id, as(ana))); });
  by.at = by.at + std::chrono::hours(24 * 30);
  write([&](store::Writer& writer) { EXPECT_TRUE(finish_run(writer, run.id, as(ana))); });
  EXPECT_EQ(lines(), (Strings{"2026-06-13 finished", "2026-05-14 begun"}));
  EXPECT_EQ(timeline_of({}).parts.size(), 2U);
}

TEST_P(TimelineTest, NotesAreCountedByMonth) {
  using namespace std::chrono_literals;
  const auto run = begin();
  write([&](store::Writer& writer) {
    for (const auto day : {2026y / 4 / 2, 2026y / 5 / 3, 2026y / 5 / 12})
      EXPECT_TRUE(write_note(writer, run.id, {.text = "So it went", .happened_on = base::Day(day)},
                             as(ana)));
  });
  const auto timeline = timeline_of({.ecosystem = "lakeside"});
  ASSERT_EQ(timeline.parts.size(), 2U);
  ASSERT_EQ(timeline.parts[0].happenings.size(), 1U);
  EXPECT_EQ(timeline.parts[0].happenings[0].times, 2);
  EXPECT_EQ(timeline.parts[0].happenings[0].day, "2026-05-12");
  EXPECT_EQ(timeline.parts[1].happenings[0].times, 1);
}

TEST_P(TimelineTest, AStoryThatWasToldStandsWhereItsVignetteSays) {
  write([&](store::Writer& writer) {
    publish_text(writer,
                 "---\nkind: vignette\nid: chat\nplay: \"4-1\"\necosystem: lakeside\ntitle: A "
                 "chat\nsummary: Many came.\nwhen: \"2021\"\nsource: [\"A page\"]\n---\n\nIt "
                 "was so.\n");
    EXPECT_TRUE(tell(writer,
                     {.vignette = "vignettes/chat",
                      .play = "plays/4-1",
                      .workspace = "lakeside",
                      .title = "A chat",
                      .when = "2021",
                      .source = "A page"},
                     by));
  });
  EXPECT_EQ(lines({.ecosystem = "lakeside"}), (Strings{"2021 written_up"}));
}

TEST_P(TimelineTest, EveryFilterLeavesWhatItSays) {
  begin_and_finish();
  EXPECT_EQ(lines({.ecosystem = "lakeside"}).size(), 2U);
  EXPECT_EQ(lines({.strategy = "4"}).size(), 2U);
  EXPECT_EQ(lines({.ecosystem = "lakeside", .strategy = "4"}).size(), 2U);
  EXPECT_EQ(lines({.play = "4-1"}).size(), 2U);
  EXPECT_EQ(lines({.owner = "me"}).size(), 2U);
  EXPECT_EQ(lines({.state = RunState::done}).size(), 2U);
  EXPECT_EQ(lines({.ecosystem = "hilltop"}), Strings());
  EXPECT_EQ(lines({.play = "4-2"}), Strings());
  EXPECT_EQ(lines({.owner = ben.id}), Strings());
  EXPECT_EQ(lines({.state = RunState::planned}), Strings());
}

INSTANTIATE_TEST_SUITE_P(Backends,
                         TimelineTest,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

}  // namespace
}  // namespace enact::playbook
