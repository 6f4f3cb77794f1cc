// SPDX-License-Identifier: Apache-2.0
#include "playbook/items.h"

#include <gtest/gtest.h>

#include <limits>
#include <thread>

#include "written_world.h"

namespace enact::playbook {
namespace {

using base::Error;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class ItemsTest : public WrittenWorld {};

TEST_P(ItemsTest, ADraftThatCannotBeReadIsNotStored) {
  const auto saved = draft("---\nkind: play\nid: \"4-9\"\nweeks: many\n---\n\nNothing.\n");
  ASSERT_FALSE(saved);
  EXPECT_EQ(saved.error().kind, Error::Kind::invalid);
  EXPECT_GT(saved.error().faults.size(), 3u) << "all faults, not the first";
  EXPECT_FALSE(item("plays/4-9"));
}

TEST_P(ItemsTest, AConflictKeepsNothingHalfDone) {
  ASSERT_TRUE(draft(play_text("4-1", "Mine"), 1));
  const auto late = draft(play_text("4-1", "Theirs"), 1);

  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().kind, Error::Kind::conflict);
  EXPECT_THAT(late.error().message, HasSubstr("revision 2, yours began with 1"));
  EXPECT_EQ(item("plays/4-1")->latest_revision, 2);
  EXPECT_THAT(revision("plays/4-1", 2).text, HasSubstr("Mine"));
  EXPECT_EQ(read([](store::Reader& r) { return history(r, "plays/4-1"); }).size(), 2u);
  EXPECT_THAT(verbs("plays/4-1"), ElementsAre("playbook.play.drafted", "playbook.play.published",
                                              "playbook.play.drafted"));
}

TEST_P(ItemsTest, ANewItemCannotTakeAnIdThatIsTaken) {
  const auto again = draft(play_text("4-1", "Another"));
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().kind, Error::Kind::conflict);
  EXPECT_THAT(again.error().message, HasSubstr("Choose another id"));
  EXPECT_EQ(item("plays/4-1")->title, "Use your channels");
}

TEST_P(ItemsTest, ADraftOnARevisionThatNeverWasIsRefused) {
  for (const long long based_on : {-1LL, 99LL, std::numeric_limits<long long>::max()}) {
    EXPECT_EQ(draft(play_text("4-1", "X"), based_on).error().kind, Error::Kind::conflict);
    EXPECT_EQ(draft(play_text("4-8", "X"), based_on).error().kind, Error::Kind::not_found);
  }
  EXPECT_FALSE(item("plays/4-8"));
}

TEST_P(ItemsTest, ADraftChangesNothingThatVisitorsRead) {
  ASSERT_TRUE(draft(play_text("4-1", "Changed"), 1));
  ASSERT_TRUE(draft(play_text("4-3", "New")));

  EXPECT_EQ(item("plays/4-1")->title, "Use your channels");
  EXPECT_EQ(item("plays/4-1")->published_revision, 1);
  EXPECT_FALSE(item("plays/4-3")->is_published());
  const auto plays = read([](store::Reader& r) { return published_items(r, Kind::play); });
  ASSERT_EQ(plays.size(), 2u);
  EXPECT_FALSE(read([](store::Reader& r) { return published_document(r, "plays/4-3"); }));
  EXPECT_THAT(read([](store::Reader& r) { return sections(r, "plays/4-3"); }), IsEmpty());
}

TEST_P(ItemsTest, OfWritersAtTheSameMomentOneSavesAndTheOthersAreTold) {
  std::vector<std::thread> threads;
  std::vector<int> saved(6), conflicts(6);
  for (std::size_t i = 0; i < saved.size(); ++i)
    threads.emplace_back([&, i] {
      const auto result = draft(play_text("4-1", "Writer " + std::to_string(i)), 1);
      saved[i] = result.has_value() ? 1 : 0;
      conflicts[i] = !result && result.error().kind == Error::Kind::conflict ? 1 : 0;
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(std::count(saved.begin(), saved.end(), 1), 1);
  EXPECT_EQ(std::count(conflicts.begin(), conflicts.end(), 1), 5);
  EXPECT_EQ(item("plays/4-1")->latest_revision, 2);
}

TEST_P(ItemsTest, HistoryIsNewestFirstAndNamesWhoAndWhy) {
  ASSERT_TRUE(draft(play_text("4-1", "Changed"), 1, "Shorter."));
  const auto all = read([](store::Reader& r) { return history(r, "plays/4-1"); });
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].number, 2);
  EXPECT_EQ(all[0].state, RevisionState::draft);
  EXPECT_EQ(all[0].made_by_name, "Ana Duarte");
  EXPECT_EQ(all[0].note, "Shorter.");
  EXPECT_EQ(all[1].state, RevisionState::published);
}

TEST_P(ItemsTest, AnEarlierTextIsRestoredAsANewDraft) {
  ASSERT_TRUE(draft(play_text("4-1", "Second"), 1));
  EXPECT_EQ(
      write([&](store::Writer& w) { return restore(w, "plays/4-1", 7, as(ana)); }).error().kind,
      Error::Kind::not_found);
  const auto restored =
      write([&](store::Writer& w) { return restore(w, "plays/4-1", 1, as(ana)); });

  ASSERT_TRUE(restored) << restored.error().message;
  EXPECT_EQ(restored->number, 3);
  EXPECT_EQ(restored->state, RevisionState::draft);
  EXPECT_EQ(restored->text, revision("plays/4-1", 1).text);
  EXPECT_EQ(restored->note, "Restored revision 1");
}

TEST_P(ItemsTest, WhatIsToBeLookedAtAgainComesByItsDay) {
  write([&](store::Writer& writer) {
    publish_text(writer, play_text("4-5", "Later", "4", "review_on: 2027-01-01\n"));
    publish_text(writer, play_text("4-6", "Soon", "4", "review_on: 2026-06-01\n"));
  });
  const auto due = read([](store::Reader& r) {
    return items_to_look_at_again(r, base::Day::parse("2026-06-01").value());
  });
  ASSERT_EQ(due.size(), 1u);
  EXPECT_EQ(due[0].id, "plays/4-6");
}

INSTANTIATE_TEST_SUITE_P(On,
                         ItemsTest,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

}  // namespace
}  // namespace enact::playbook
