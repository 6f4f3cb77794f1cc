// SPDX-License-Identifier: Apache-2.0
#include "playbook/local_notes.h"

#include <gtest/gtest.h>

#include "written_world.h"

namespace enact::playbook {
namespace {

using base::Error;
using testing::HasSubstr;
using testing::Not;

class LocalNotesTest : public WrittenWorld {
 protected:
  base::Result<void> write_note(const std::string& text,
                                long long based_on,
                                const std::string& item = "plays/4-1") {
    LocalNote note;
    note.workspace = "lakeside";
    note.item = item;
    note.text = text;
    return write([&](store::Writer& w) { return write_local_note(w, note, based_on, as(ana)); });
  }
  std::optional<LocalNote> note(const std::string& workspace = "lakeside") {
    return read([&](store::Reader& r) { return find_local_note(r, workspace, "plays/4-1"); });
  }
};

TEST_P(LocalNotesTest, ANoteStandsOnlyBesideWhatIsPublished) {
  ASSERT_TRUE(draft(play_text("4-3", "Only a draft")));
  EXPECT_EQ(write_note("x", 0, "plays/4-3").error().kind, Error::Kind::not_found);
  EXPECT_EQ(write_note("x", 0, "plays/9-9").error().kind, Error::Kind::not_found);
}

TEST_P(LocalNotesTest, WhoWritesOnTopOfAnotherGetsAConflict) {
  ASSERT_TRUE(write_note("Ours.", 0));
  for (const long long based_on : {0, 7}) {
    const auto late = write_note("Mine.", based_on);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().kind, Error::Kind::conflict);
    EXPECT_THAT(late.error().message, HasSubstr("Ana Duarte saved this note"));
  }
  EXPECT_EQ(note()->text, "Ours.");
  EXPECT_EQ(note()->version, 1);
}

TEST_P(LocalNotesTest, ANoteOverTheLimitsIsNotStored) {
  EXPECT_EQ(write_note(std::string(20'000, 'x'), 0).error().kind, Error::Kind::invalid);
  EXPECT_FALSE(note());
}

TEST_P(LocalNotesTest, IsRenderedAndIsItsEcosystemsOwn) {
  ASSERT_TRUE(write_note("Ask **Jo** <script>", 0));
  EXPECT_THAT(note()->html, HasSubstr("<strong>Jo</strong>"));
  EXPECT_THAT(note()->html, Not(HasSubstr("<script")));
  EXPECT_EQ(note()->written_by_name, "Ana Duarte");
  EXPECT_FALSE(note("hilltop"));
}

TEST_P(LocalNotesTest, IsStaleFromAChangeOfTheHubsTextUntilSomebodyHasSeenIt) {
  ASSERT_TRUE(write_note("Ours.", 0));
  EXPECT_EQ(note()->seen_revision, 1);
  ASSERT_TRUE(draft(play_text("4-1", "Second"), 1));
  ASSERT_TRUE(publish_it("plays/4-1", 2));
  EXPECT_EQ(note()->seen_revision, 1);

  write([](store::Writer& writer) { mark_seen(writer, "lakeside", "plays/4-1", 2); });
  EXPECT_EQ(note()->seen_revision, 2);
  EXPECT_EQ(note()->version, 1) << "looking changes no text";
  write([](store::Writer& writer) { mark_seen(writer, "lakeside", "plays/4-1", 1); });
  EXPECT_EQ(note()->seen_revision, 2) << "nobody unsees";
}

INSTANTIATE_TEST_SUITE_P(On,
                         LocalNotesTest,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

}  // namespace
}  // namespace enact::playbook
