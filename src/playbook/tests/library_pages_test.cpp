// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"
#include "page_world.h"

namespace enact::playbook {
namespace {

using support::body_of;
using support::header_of;
using testing::HasSubstr;
using testing::Not;

class LibraryPagesTest : public PageWorld {
 protected:
  // Ana's copy of the short ask, as its address.
  std::string take_copy_as_ana() {
    browser.sign_in_as(world.ana);
    const auto taken = browser.post("/toolkit/short-ask/copies", {{"workspace", "lakeside"}});
    EXPECT_EQ(taken.status, 303) << body_of(taken);
    auto address = header_of(taken, "Location");
    EXPECT_THAT(address, testing::MatchesRegex("/copies/[0-9a-z]+/edit"));
    return address.substr(0, address.size() - 5);
  }
};

TEST_F(LibraryPagesTest, ADocumentOrWordThatIsNotThereIsNotFound) {
  for (const auto* address :
       {"/toolkit/none", "/toolkit/none.md", "/definitions/none", "/copies/none"})
    EXPECT_EQ(visitor.get(address).status, std::string(address) == "/copies/none" ? 303 : 404)
        << address;
  browser.sign_in_as(world.ana);
  EXPECT_EQ(browser.get("/copies/none").status, 404);
  EXPECT_EQ(browser.post("/toolkit/none/copies", {{"workspace", "lakeside"}}).status, 404);
}

TEST_F(LibraryPagesTest, ADocumentSaysWhichPlaysUseItAndComesAsAFile) {
  EXPECT_THAT(page(visitor, "/toolkit/short-ask"),
              HasSubstr("<a href=\"/plays/1-1\">play 1.1</a>"));
  const auto file = visitor.get("/toolkit/short-ask.md");
  EXPECT_EQ(file.type, "text/markdown; charset=utf-8");
  EXPECT_EQ(body_of(file), "## The message\n\nDear [name], can you pass this on?\n");
  EXPECT_THAT(header_of(file, "Content-Disposition"), HasSubstr("filename=\"short-ask.md\""));
  EXPECT_EQ(base::Json::parse(page(visitor, "/toolkit/short-ask.json")).value()["kind"].text(),
            "toolkit");
}

TEST_F(LibraryPagesTest, ACopyIsTakenOnlyForAnEcosystemOfOnesOwn) {
  browser.sign_in_as(world.ana);
  EXPECT_EQ(browser.post("/toolkit/short-ask/copies", {}).status, 422);
  EXPECT_EQ(browser.post("/toolkit/short-ask/copies", {{"workspace", "hillside"}}).status, 403);
  EXPECT_EQ(visitor.post("/toolkit/short-ask/copies", {{"workspace", "lakeside"}}).status, 403);
  browser.sign_in_as(world.hana);
  for (const auto* nowhere : {"no-such-place", "robotics-club"})
    EXPECT_EQ(browser.post("/toolkit/short-ask/copies", {{"workspace", nowhere}}).status, 422)
        << nowhere;
}

TEST_F(LibraryPagesTest, WhoUsedADocumentIsNamedToMembersAndCountedForVisitors) {
  EXPECT_THAT(page(visitor, "/toolkit"), Not(HasSubstr("copied")));
  const auto copy = take_copy_as_ana();
  EXPECT_THAT(page(visitor, "/toolkit"), HasSubstr("copied 1 time by 1 ecosystem"));
  EXPECT_THAT(page(visitor, "/toolkit/short-ask"), Not(HasSubstr("Who used it")));

  EXPECT_THAT(page("/toolkit/short-ask"), HasSubstr("href=\"" + copy + "\""));
  browser.sign_in_as(world.dan);
  const auto others = page("/toolkit/short-ask");
  EXPECT_THAT(others, HasSubstr("Lakeside STEM Ecosystem, Ana, 4 May 2026"));
  EXPECT_THAT(others, Not(HasSubstr(copy)));
  EXPECT_EQ(browser.get(copy).status, 403);
  EXPECT_EQ(browser.get(copy + ".md").status, 403);
}

TEST_F(LibraryPagesTest, ACopyIsChangedByItsEcosystemAndAConflictShowsBothTexts) {
  const auto copy = take_copy_as_ana();
  const auto save = [&](const std::string& text, const std::string& then = "save") {
    return browser.post(copy + "/edit", {{"text", text}, {"based_on", "1"}, {"then", then}});
  };
  ASSERT_EQ(save("Dear **Jo**.").status, 303);
  EXPECT_THAT(page(copy), HasSubstr("Dear <strong>Jo</strong>."));
  EXPECT_EQ(body_of(browser.get(copy + ".md")), "Dear **Jo**.");

  const auto conflict = save("Dear Ben.");
  EXPECT_EQ(conflict.status, 409);
  EXPECT_THAT(body_of(conflict), HasSubstr("**Jo**"));
  EXPECT_THAT(body_of(conflict), HasSubstr(">Dear Ben.</textarea>"));
  EXPECT_THAT(body_of(conflict), HasSubstr("name=\"based_on\" value=\"2\""));
}

TEST_F(LibraryPagesTest, APreviewOrFaultDoesNotHideThatSomebodySavedMeanwhile) {
  const auto copy = take_copy_as_ana();
  browser.post("/notes/lakeside/plays/1-1", {{"text", "Ours."}, {"then", "save"}});
  for (const auto& address : {copy + "/edit", std::string("/notes/lakeside/plays/1-1")}) {
    browser.post(address, {{"text", "Theirs."}, {"based_on", "1"}, {"then", "save"}});
    const auto preview =
        browser.post(address, {{"text", "Mine."}, {"based_on", "1"}, {"then", "preview"}});
    EXPECT_THAT(body_of(preview), HasSubstr("name=\"based_on\" value=\"1\"")) << address;
    const auto fault = browser.post(
        address, {{"text", std::string(20'000, 'x')}, {"based_on", "1"}, {"then", "save"}});
    EXPECT_EQ(fault.status, 422);
    EXPECT_THAT(body_of(fault), HasSubstr("name=\"based_on\" value=\"1\"")) << address;
  }
}

TEST_F(LibraryPagesTest, ACopySaysWhenTheToolkitsOwnTextChanged) {
  const auto copy = take_copy_as_ana();
  EXPECT_THAT(page(copy), Not(HasSubstr("own text changed")));
  publish_changed("toolkit/short-ask", "pass this on", "pass that on");
  EXPECT_THAT(page(copy), HasSubstr("/changes/toolkit/short-ask?from=1&amp;to=2"));
}

TEST_F(LibraryPagesTest, WordsStandInAlphabeticalOrderWithTheirMeaning) {
  const auto html = page(visitor, "/definitions");
  EXPECT_LT(html.find("A regional group."), html.find("A pre-college STEM program."));
  EXPECT_THAT(page(visitor, "/definitions/pcsp"), HasSubstr("PCSPs"));
}

}  // namespace
}  // namespace enact::playbook
