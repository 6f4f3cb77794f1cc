// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "page_world.h"

namespace enact::playbook {
namespace {

using support::body_of;
using testing::HasSubstr;
using testing::Not;

// Play 1-1 has a published revision 1, and a draft 2 by Rui.
class HistoryPagesTest : public PageWorld {
 protected:
  HistoryPagesTest() {
    browser.sign_in_as(world.rui);
    const auto text =
        base::replace_all(text_of("plays/1-1", 1), "Eight candidates.", "Secret candidates.");
    EXPECT_EQ(browser
                  .post("/edit/plays/1-1",
                        {{"text", text}, {"based_on", "1"}, {"note", "Hush."}, {"then", "keep"}})
                  .status,
              303);
  }
  web::Response review(const std::string& verb, const support::FormFields& fields = {}) {
    return browser.post("/reviews/plays/1-1/2/" + verb, fields);
  }
};

TEST_F(HistoryPagesTest, VisitorsAndMembersNeverSeeADraft) {
  support::Browser ana(program);
  ana.sign_in_as(world.ana);
  for (auto* who : {&visitor, &ana}) {
    const auto history = page(*who, "/history/plays/1-1");
    EXPECT_THAT(history, HasSubstr("1 revision<"));
    EXPECT_THAT(history, Not(HasSubstr("Hush.")));
    EXPECT_EQ(who->get("/history/plays/1-1/2").status, 404);
    EXPECT_EQ(who->get("/changes/plays/1-1?from=1&to=2").status, 404);
    EXPECT_THAT(page(*who, "/changes/plays/1-1?from=2&to=1"), Not(HasSubstr("Secret")));
  }
}

TEST_F(HistoryPagesTest, WhoReviewsSeesDraftsAndWhatChanged) {
  EXPECT_THAT(page("/history/plays/1-1"), HasSubstr("Hush."));
  EXPECT_THAT(page("/history/plays/1-1/2"), HasSubstr("Ask for review"));
  const auto changes = page("/changes/plays/1-1?from=1&to=2");
  EXPECT_THAT(changes, HasSubstr("<del>Eight </del><ins>Secret </ins>candidates."));
  EXPECT_THAT(changes, HasSubstr("1 word added, 1 word removed"));
}

TEST_F(HistoryPagesTest, NumbersThatAreNoneAreNotFound) {
  for (const auto* address :
       {"/history/plays/1-1/9", "/history/plays/1-1/x", "/history/plays/1-1/-1",
        "/history/plays/1-1/99999999999999999999", "/changes/plays/1-1", "/history/plays/9-9",
        "/changes/plays/1-1?from=1&to=x", "/history/nothing/1-1"})
    EXPECT_EQ(browser.get(address).status, 404) << address;
  EXPECT_EQ(browser.get("/changes/plays/1-1?from=x&to=1").status, 200) << "all of it is new";
}

TEST_F(HistoryPagesTest, AReviewEndsInACommentOrInPublishing) {
  EXPECT_EQ(review("return", {{"comment", "Why?"}}).status, 409) << "not in review yet";
  EXPECT_EQ(review("submit").status, 303);
  const auto silent = review("return");
  EXPECT_EQ(silent.status, 422);
  EXPECT_THAT(body_of(silent), HasSubstr("Say what should change"));
  EXPECT_EQ(review("return", {{"comment", "Say <who>."}}).status, 303);
  EXPECT_THAT(page("/history/plays/1-1/2"), HasSubstr("Say &lt;who&gt;."));
  EXPECT_EQ(review("submit").status, 303);
  EXPECT_EQ(review("publish").status, 303);
  EXPECT_THAT(page(visitor, "/plays/1-1"), HasSubstr("Secret candidates."));
  EXPECT_THAT(page(visitor, "/history/plays/1-1"), HasSubstr("2 revisions"));
  EXPECT_EQ(review("publish").status, 409);
}

TEST_F(HistoryPagesTest, OnlyReviewersDecide) {
  browser.sign_in_as(world.ana);
  for (const auto* verb : {"submit", "publish", "return"}) EXPECT_EQ(review(verb).status, 403);
  EXPECT_EQ(browser.post("/history/plays/1-1/1/restore", {}).status, 403);
  EXPECT_EQ(browser.get("/reviews").status, 403);
  EXPECT_EQ(visitor.get("/reviews").status, 303);
}

TEST_F(HistoryPagesTest, AnEarlierTextComesBackAsANewDraft) {
  EXPECT_EQ(browser.post("/history/plays/1-1/1/restore", {}).status, 303);
  EXPECT_EQ(text_of("plays/1-1", 3), text_of("plays/1-1", 1));
  EXPECT_THAT(page("/history/plays/1-1"), HasSubstr("Restored revision 1"));
  EXPECT_EQ(browser.post("/history/plays/1-1/9/restore", {}).status, 404);
}

TEST_F(HistoryPagesTest, TheCoverHasAHistoryToo) {
  EXPECT_THAT(page(visitor, "/history/playbook"), HasSubstr("History of The Lakeside Playbook"));
  EXPECT_THAT(page(visitor, "/history/playbook/1"), HasSubstr("Read a play, do it, tell of it."));
  EXPECT_EQ(visitor.get("/changes/playbook?from=0&to=1").status, 200);
}

}  // namespace
}  // namespace enact::playbook
