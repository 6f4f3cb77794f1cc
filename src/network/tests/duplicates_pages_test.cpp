// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "network/duplicates.h"
#include "network/merges.h"
#include "pages_world.h"

namespace enact::network {
namespace {

using support::body_of;
using support::Browser;
using support::header_of;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class DuplicatesPages : public NetworkPages {
 protected:
  DuplicatesPages() {
    one = add("Lake Space Camp", "2024");
    other = add("The Space Camp of Lake", "2026");
    look_for_duplicates(program.db(), Thing::organization, program.clock().now());
    browser.sign_in_as(world.ana);
  }
  std::string add(const std::string& name, const std::string& as_of) {
    return program.db().write([&](store::Writer& w) {
      OrgRecord org;
      org.name = name;
      org.kind = "pcsp";
      org.parent = "lakeside";
      org.url = "https://space.example.org";
      org.as_of = as_of;
      return add_org(w, org, program.by("Ana"))->id;
    });
  }
  Duplicate pair() {
    return *program.db().read(
        [&](store::Reader& r) { return duplicate_of(r, Thing::organization, one, other); });
  }
  std::string merge_id() {
    return program.db().read(
        [&](store::Reader& r) { return merges_into(r, Thing::organization, other).at(0).id; });
  }
  web::Response merge_them() {
    return browser.post("/orgs/" + one + "/merge",
                        {{"with", other}, {"stays", other}, {"keep-name", one}});
  }

  std::string one, other;
};

TEST_F(DuplicatesPages, ShowBothSideBySideWithWhatSpeaksForIt) {
  EXPECT_THAT(
      page("/network/duplicates"),
      AllOf(HasSubstr("Lake Space Camp and The Space Camp of Lake"),
            HasSubstr("Same name, same web address"), HasSubstr("2024"), HasSubstr("To decide 1")));
  EXPECT_THAT(page("/network"), HasSubstr("1 possible duplicate to look at"));
  EXPECT_THAT(page("/orgs/" + one), HasSubstr("May be the same as"));
  Browser visitor{program};
  EXPECT_THAT(body_of(visitor.get("/orgs/" + one)), Not(HasSubstr("May be the same as")));
}

TEST_F(DuplicatesPages, RememberWhoSaidThatTheyAreNotTheSame) {
  const auto answer = "/network/duplicates/" + pair().id + "/answer";
  EXPECT_EQ(browser.post(answer, {{"answer", "different"}, {"ecosystem", "lakeside"}}).status, 303);
  EXPECT_THAT(page("/network/duplicates?show=different"),
              HasSubstr("Ana on 4 May 2026: these are not the same."));
  EXPECT_THAT(page("/network/duplicates"), HasSubstr("No two records look"));
  EXPECT_THAT(page("/orgs/" + one + "/merge?with=" + other),
              HasSubstr("said on 4 May 2026 that these are not the same"));
  EXPECT_EQ(browser.post(answer, {{"answer", "open"}}).status, 303);
  EXPECT_EQ(pair().state, Duplicate::State::open);
}

TEST_F(DuplicatesPages, AreNobodyElsesToDecide) {
  Browser dan{program};
  dan.sign_in_as(world.dan);
  EXPECT_EQ(dan.get("/network/duplicates?ecosystem=lakeside").status, 403);
  EXPECT_EQ(dan.post("/network/duplicates/" + pair().id + "/answer", {{"answer", "later"}}).status,
            403);
  // Of one of ours with one of theirs, the hub decides.
  const auto refused = browser.get("/orgs/" + one + "/merge?with=hillside");
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(body_of(refused), HasSubstr("that you do not lead"));
}

TEST_F(DuplicatesPages, MergeTheTwoLeadFromTheOldAddressAndUndoIt) {
  EXPECT_THAT(page("/orgs/" + one + "/merge?with=" + other),
              AllOf(HasSubstr("Which record stays"), HasSubstr("keep-name")));
  const auto merged = merge_them();
  ASSERT_EQ(merged.status, 303) << body_of(merged);
  EXPECT_EQ(header_of(merged, "Location"), "/orgs/" + other);
  const auto old = browser.get("/orgs/" + one);
  EXPECT_EQ(old.status, 301);
  EXPECT_EQ(header_of(old, "Location"), "/orgs/" + other);
  EXPECT_THAT(page("/orgs/" + other),
              AllOf(HasSubstr("<h1>Lake Space Camp</h1>"),
                    HasSubstr("Merged with Lake Space Camp on 4 May 2026 by Ana")));
  EXPECT_THAT(page("/network/merges/" + merge_id()),
              AllOf(HasSubstr("The Space Camp of Lake"), HasSubstr("Undo the merge")));
  const auto undo = "/network/merges/" + merge_id() + "/undo";
  EXPECT_EQ(browser.post(undo, {}).status, 303);
  EXPECT_THAT(page("/orgs/" + one), HasSubstr("<h1>Lake Space Camp</h1>"));
  EXPECT_THAT(page("/orgs/" + other), HasSubstr("<h1>The Space Camp of Lake</h1>"));
  EXPECT_EQ(browser.post(undo, {}).status, 409) << "it was undone";
}

TEST_F(DuplicatesPages, ShowTheFormAgainWhenSomebodyChangedOneOfTheTwo) {
  const auto late =
      browser.post("/orgs/" + one + "/merge",
                   {{"with", other}, {"stays", one}, {"version-one", "7"}, {"keep-as_of", one}});
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(body_of(late), HasSubstr("was changed while you were choosing"));
}

TEST_F(DuplicatesPages, DoNotGiveTheOldAddressToAnythingElse) {
  ASSERT_EQ(merge_them().status, 303);
  EXPECT_NE(add("Lake Space Camp", ""), one);
  const auto imported = program.db().write([&](store::Writer& w) {
    return import_orgs(w, "id,name,kind\n" + one + ",Another,pcsp\n", program.by("Hana"));
  });
  ASSERT_FALSE(imported);
  EXPECT_THAT(imported.error().message, HasSubstr("was merged into"));
}

TEST_F(DuplicatesPages, MergePeopleToo) {
  EXPECT_EQ(browser.get("/people/eve/merge").status, 200);
  EXPECT_EQ(browser.get("/people/eve/merge?with=Nobody").status, 422);
  const auto twin = program.db().write([&](store::Writer& w) {
    return import_people(w,
                         "id,name,email,make_believe,org,role,from,until\n"
                         "eva,Eva Sand,eve@robots.example,yes,robotics-club,Director,2021-07,\n",
                         program.by("Hana"));
  });
  ASSERT_TRUE(twin);
  const auto merged = browser.post("/people/eve/merge", {{"with", "eva"}, {"stays", "eve"}});
  ASSERT_EQ(merged.status, 303) << body_of(merged);
  EXPECT_EQ(header_of(browser.get("/people/eva"), "Location"), "/people/eve");
}

}  // namespace
}  // namespace enact::network
