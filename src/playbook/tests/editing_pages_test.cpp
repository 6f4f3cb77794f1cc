// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "page_world.h"

namespace enact::playbook {
namespace {

using support::body_of;
using support::header_of;
using testing::HasSubstr;
using testing::Not;

class EditingPagesTest : public PageWorld {
 protected:
  EditingPagesTest() { browser.sign_in_as(world.rui); }

  // Play 1-1 as it stands, with its summary replaced.
  std::string with_summary(const std::string& summary) {
    return base::replace_all(text_of("plays/1-1", 1), "Eight candidates.", summary);
  }
  web::Response save(const std::string& text, const std::string& based_on) {
    return browser.post("/edit/plays/1-1",
                        {{"text", text}, {"based_on", based_on}, {"then", "keep"}});
  }
  long long latest() {
    return program.db()
        .read([](store::Reader& reader) { return find_item(reader, "plays/1-1"); })
        ->latest_revision;
  }
};

// The value of a hidden field of a page.
std::string field(const std::string& html, const std::string& name) {
  const auto start = "name=\"" + name + "\" value=\"";
  const auto at = html.find(start);
  if (at == std::string::npos) return "no such field";
  return html.substr(at + start.size(), html.find('"', at + start.size()) - at - start.size());
}

TEST_F(EditingPagesTest, FaultsAreShownAllAtOnceAndWhatWasTypedIsKept) {
  const auto response = save("---\nkind: play\nid: \"1-1\"\nweeks: <many>\n---\n\nText.\n", "1");
  EXPECT_EQ(response.status, 422);
  EXPECT_THAT(body_of(response), HasSubstr("must be a whole number"));
  EXPECT_THAT(body_of(response), HasSubstr("A play needs a part"));
  EXPECT_THAT(body_of(response), HasSubstr("weeks: &lt;many&gt;"));
  EXPECT_EQ(field(body_of(response), "based_on"), "1");
  EXPECT_EQ(latest(), 1);
}

TEST_F(EditingPagesTest, AConflictShowsBothTextsAndSavesOnTheSecondTry) {
  ASSERT_EQ(save(with_summary("Theirs instead."), "1").status, 303);
  const auto conflict = save(with_summary("Mine instead."), "1");
  EXPECT_EQ(conflict.status, 409);
  EXPECT_THAT(body_of(conflict), HasSubstr("Rui saved this while you were writing"));
  EXPECT_THAT(body_of(conflict), HasSubstr("summary: Mine instead."));
  EXPECT_THAT(body_of(conflict), HasSubstr("<del>Theirs "));
  EXPECT_THAT(body_of(conflict), HasSubstr("<ins>Mine "));
  EXPECT_EQ(latest(), 2);

  ASSERT_EQ(field(body_of(conflict), "based_on"), "2");
  EXPECT_EQ(save(with_summary("Mine instead."), "2").status, 303);
  EXPECT_THAT(text_of("plays/1-1", 3), HasSubstr("Mine instead."));
}

TEST_F(EditingPagesTest, AFaultDoesNotHideThatSomebodySavedMeanwhile) {
  const auto renamed = base::replace_all(with_summary("Mine."), "id: \"1-1\"", "id: \"1-9\"");
  ASSERT_EQ(save(with_summary("Theirs."), "1").status, 303);
  const auto refused = save(renamed, "1");
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(body_of(refused), HasSubstr("stay as they are: this is plays/1-1"));
  EXPECT_EQ(save(with_summary("Mine."), field(body_of(refused), "based_on")).status, 409);
}

TEST_F(EditingPagesTest, PreviewNeedsNoScriptAndSavesNothing) {
  const auto response =
      browser.post("/edit/plays/1-1", {{"text", with_summary("x") + "\nA **bold** word.\n"},
                                       {"based_on", "1"},
                                       {"note", "Shorter."},
                                       {"then", "preview"}});
  EXPECT_EQ(response.status, 200);
  EXPECT_THAT(body_of(response), HasSubstr("A <strong>bold</strong> word."));
  EXPECT_THAT(body_of(response), HasSubstr("value=\"Shorter.\""));
  EXPECT_EQ(field(body_of(response), "based_on"), "1");
  EXPECT_EQ(latest(), 1);
}

TEST_F(EditingPagesTest, ThePreviewForTheScriptIsSafeAndForWhoSignedIn) {
  EXPECT_THAT(body_of(browser.post("/preview", {{"text", "*a* <script>alert(1)</script>"}})),
              testing::AllOf(HasSubstr("<em>a</em>"), Not(HasSubstr("<script>alert"))));
  EXPECT_THAT(body_of(browser.post("/preview", {{"text", std::string(20'000, 'x')}})),
              HasSubstr("<output"));
  EXPECT_EQ(visitor.post("/preview", {{"text", "x"}}).status, 403);
}

TEST_F(EditingPagesTest, WindowsLineEndsOfABrowserAreTakenAsLf) {
  const auto text = base::replace_all(with_summary("From Windows."), "\n", "\r\n");
  ASSERT_EQ(save(text, "1").status, 303);
  EXPECT_EQ(text_of("plays/1-1", 2), with_summary("From Windows."));
}

TEST_F(EditingPagesTest, EachKindBeginsFromATextThatSaysItsKind) {
  for (const auto kind : kKinds) {
    const auto address = "/new/" + std::string(name_of(kind));
    if (kind == Kind::cover) {
      EXPECT_EQ(browser.get(address).status, 404);
      continue;
    }
    EXPECT_THAT(page(address), HasSubstr("kind: " + std::string(name_of(kind))));
  }
  EXPECT_EQ(browser.get("/new/recipe").status, 404);
}

TEST_F(EditingPagesTest, ANewItemGoesFromDraftToReviewAndIsSeenByNoVisitorBefore) {
  const auto text = base::replace_all(with_summary("New."), "\"1-1\"", "\"1-3\"");
  const auto history = body_of(browser.post_and_follow(
      "/new/play", {{"text", text}, {"based_on", "0"}, {"then", "submit"}}));
  EXPECT_THAT(history, HasSubstr("Waiting for review"));
  EXPECT_THAT(page("/reviews"), HasSubstr("/changes/plays/1-3?from=0&amp;to=1"));
  for (const auto* address : {"/plays/1-3", "/history/plays/1-3", "/history/plays/1-3/1",
                              "/changes/plays/1-3?from=0&to=1"})
    EXPECT_EQ(visitor.get(address).status, 404) << address;

  const auto taken =
      browser.post("/new/play", {{"text", text}, {"based_on", "0"}, {"then", "keep"}});
  EXPECT_EQ(taken.status, 409);
  EXPECT_THAT(body_of(taken), HasSubstr("Choose another id"));
}

TEST_F(EditingPagesTest, TheCoverIsEditedToo) {
  EXPECT_THAT(page("/edit/playbook"), HasSubstr("network: Great Rivers Network"));
  const auto text = base::replace_all(text_of("playbook", 1), "How it is done.", "How we do it.");
  EXPECT_EQ(browser.post("/edit/playbook", {{"text", text}, {"based_on", "1"}, {"then", "submit"}})
                .status,
            303);
  EXPECT_EQ(browser.get("/edit/plays/9-9").status, 404);
}

TEST_F(EditingPagesTest, AFormFromAnotherSiteIsRefused) {
  EXPECT_EQ(browser.post_without_token("/edit/plays/1-1", {{"text", with_summary("x")}}).status,
            403);
  EXPECT_EQ(latest(), 1);
}

TEST_F(EditingPagesTest, ASessionThatEndedIsSaidWhenTheFormIsSent) {
  browser.sign_out();
  const auto response = save(with_summary("Lost?"), "1");
  EXPECT_EQ(response.status, 403);
  EXPECT_THAT(body_of(response), HasSubstr("sign in"));
  EXPECT_EQ(latest(), 1);
}

}  // namespace
}  // namespace enact::playbook
