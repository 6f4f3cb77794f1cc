// SPDX-License-Identifier: Apache-2.0
#include "playbook/publishing.h"

#include <gtest/gtest.h>

#include "app/edition.h"
#include "app/search.h"
#include "app/site.h"
#include "playbook/enactments.h"
#include "written_world.h"

namespace enact::playbook {
namespace {

using base::Error;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class PublishingTest : public WrittenWorld {
 protected:
  RevisionState state(const std::string& id, long long number) {
    return revision(id, number).state;
  }
  std::int64_t edition() {
    return read([](store::Reader& reader) { return app::public_edition(reader); });
  }
};

TEST_P(PublishingTest, ARevisionIsReviewedOnce) {
  ASSERT_TRUE(draft(play_text("4-1", "Second"), 1));
  EXPECT_EQ(send_back("plays/4-1", 2, "Why?").error().kind, Error::Kind::conflict) << "a draft";
  ASSERT_TRUE(submit("plays/4-1", 2));
  EXPECT_EQ(submit("plays/4-1", 2).error().kind, Error::Kind::conflict);
  ASSERT_TRUE(publish_it("plays/4-1", 2));
  EXPECT_EQ(publish_it("plays/4-1", 2).error().kind, Error::Kind::conflict);
  EXPECT_EQ(submit("plays/4-1", 2).error().kind, Error::Kind::conflict);
  EXPECT_EQ(send_back("plays/4-1", 2, "Why?").error().kind, Error::Kind::conflict);
  EXPECT_EQ(publish_it("plays/4-1", 9).error().kind, Error::Kind::not_found);
  EXPECT_THAT(verbs("plays/4-1"), ElementsAre("playbook.play.published", "playbook.play.submitted",
                                              "playbook.play.drafted", "playbook.play.published",
                                              "playbook.play.drafted"));
}

TEST_P(PublishingTest, WhatIsSentBackNeedsACommentAndMayBeSubmittedAgain) {
  ASSERT_TRUE(draft(play_text("4-1", "Second"), 1));
  ASSERT_TRUE(submit("plays/4-1", 2));
  const auto silent = send_back("plays/4-1", 2, "  ");
  ASSERT_FALSE(silent);
  EXPECT_EQ(silent.error().field, "comment");
  EXPECT_EQ(state("plays/4-1", 2), RevisionState::review);

  ASSERT_TRUE(send_back("plays/4-1", 2, "Say who."));
  EXPECT_EQ(state("plays/4-1", 2), RevisionState::returned);
  EXPECT_EQ(revision("plays/4-1", 2).review_comment, "Say who.");
  EXPECT_EQ(publish_it("plays/4-1", 2).error().kind, Error::Kind::conflict);
  ASSERT_TRUE(submit("plays/4-1", 2));
  EXPECT_EQ(state("plays/4-1", 2), RevisionState::review);
}

TEST_P(PublishingTest, AnOlderDraftIsNotPublishedOverANewerText) {
  ASSERT_TRUE(draft(play_text("4-1", "Second"), 1));
  ASSERT_TRUE(draft(play_text("4-1", "Third"), 2));
  ASSERT_TRUE(publish_it("plays/4-1", 3));

  const auto late = publish_it("plays/4-1", 2);
  ASSERT_FALSE(late);
  EXPECT_THAT(late.error().message, HasSubstr("Revision 3 is published since"));
  EXPECT_EQ(item("plays/4-1")->title, "Third");
  EXPECT_EQ(state("plays/4-1", 2), RevisionState::draft);
}

TEST_P(PublishingTest, AnItemStandsOnlyUnderWhatIsThere) {
  ASSERT_TRUE(draft(play_text("9-1", "Homeless", "9")));
  const auto submitted = submit("plays/9-1", 1);
  ASSERT_FALSE(submitted);
  EXPECT_EQ(submitted.error().field, "strategy");
  EXPECT_EQ(publish_it("plays/9-1", 1).error().field, "strategy");
  EXPECT_FALSE(item("plays/9-1")->is_published());

  ASSERT_TRUE(draft(vignette_text("far", "4-1", "nowhere")));
  EXPECT_EQ(submit("vignettes/far", 1).error().field, "ecosystem");
}

TEST_P(PublishingTest, AnItemIsNotPublishedUnderADraft) {
  ASSERT_TRUE(draft(play_text("4-3", "Only a draft")));
  ASSERT_TRUE(draft(vignette_text("early", "4-3")));
  ASSERT_TRUE(submit("vignettes/early", 1)) << "both may be in review together";

  const auto published = publish_it("vignettes/early", 1);
  ASSERT_FALSE(published);
  EXPECT_THAT(published.error().message, HasSubstr("Publish plays/4-3 first"));
  ASSERT_TRUE(publish_it("plays/4-3", 1));
  EXPECT_TRUE(publish_it("vignettes/early", 1));
}

TEST_P(PublishingTest, APublishedDefinitionIsExplainedInWhatIsThereAlready) {
  EXPECT_THAT(html("plays/4-1"), Not(HasSubstr("/definitions/because")));
  ASSERT_TRUE(draft(definition_text("because", "because", "For a reason.")));
  EXPECT_THAT(html("plays/4-1"), Not(HasSubstr("/definitions/because")))
      << "a draft explains nothing";
  ASSERT_TRUE(publish_it("definitions/because", 1));

  EXPECT_THAT(html("plays/4-1"), HasSubstr("href=\"/definitions/because\">Because</a>"));
  EXPECT_THAT(html("plays/4-1"), HasSubstr("<dfn>because</dfn>: For a reason."));
  EXPECT_THAT(html("definitions/because"), Not(HasSubstr("class=\"term\"")));
}

TEST_P(PublishingTest, OnlyPublishingMovesTheEdition) {
  const auto before = edition();
  ASSERT_TRUE(draft(play_text("4-1", "Second"), 1));
  ASSERT_TRUE(submit("plays/4-1", 2));
  EXPECT_EQ(edition(), before);
  ASSERT_TRUE(publish_it("plays/4-1", 2));
  EXPECT_GT(edition(), before);
}

TEST_P(PublishingTest, OnlyWhatIsPublishedIsFound) {
  const auto hits = [&](const std::string& words) {
    return read([&](store::Reader& reader) {
      return app::search(reader, {.words = words, .kind = {}, .audiences = {}}).total;
    });
  };
  ASSERT_TRUE(draft(play_text("4-1", "Zeppelins"), 1));
  EXPECT_EQ(hits("zeppelins"), 0);
  EXPECT_EQ(hits("channels"), 1);
  ASSERT_TRUE(publish_it("plays/4-1", 2));
  EXPECT_EQ(hits("zeppelins"), 1);
  EXPECT_EQ(hits("channels"), 0);
}

TEST_P(PublishingTest, TheFirstDayStaysWhenATextIsPublishedAgain) {
  const auto first = item("plays/4-1")->first_published_at;
  by.at = by.at + std::chrono::hours(48);
  ASSERT_TRUE(draft(play_text("4-1", "Second"), 1));
  ASSERT_TRUE(publish_it("plays/4-1", 2));
  EXPECT_EQ(item("plays/4-1")->first_published_at, first);
  EXPECT_GT(item("plays/4-1")->published_at, first);
}

TEST_P(PublishingTest, APublishedVignetteMakesItsPlayAnEnactedOne) {
  const auto is_enacted = [&] {
    return read([](store::Reader& reader) { return enacted_plays(reader); }).contains("plays/4-1");
  };
  ASSERT_TRUE(draft(vignette_text("told", "4-1")));
  EXPECT_FALSE(is_enacted());
  ASSERT_TRUE(publish_it("vignettes/told", 1));
  EXPECT_TRUE(is_enacted());
}

TEST_P(PublishingTest, TheCoverNamesTheNetwork) {
  ASSERT_TRUE(
      draft("---\nkind: playbook\nid: cover\ntitle: Ours\nnetwork: Great Rivers\n---\n\nX.\n"));
  ASSERT_TRUE(publish_it("playbook", 1));
  EXPECT_EQ(read([](store::Reader& reader) { return app::network_name(reader); }), "Great Rivers");
}

INSTANTIATE_TEST_SUITE_P(On,
                         PublishingTest,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

}  // namespace
}  // namespace enact::playbook
