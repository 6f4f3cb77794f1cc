// SPDX-License-Identifier: Apache-2.0
#include <vector>

#include "base/json.h"
#include "page_world.h"

namespace enact::playbook {
namespace {

using support::body_of;
using testing::HasSubstr;
using testing::Not;

class FindingPagesTest : public PageWorld {};

TEST_F(FindingPagesTest, SearchSurvivesWhateverIsTyped) {
  for (const auto* query :
       {"", "q=", "q=%22", "q=a%22*(OR)", "q=%00", "q=list&page=-1", "q=list&page=99999999999999",
        "q=list&kind=%27", "q=*", "q=NEAR(a,b)", "q=%FF"})
    EXPECT_EQ(visitor.get("/search?" + std::string(query)).status, 200) << query;
  const auto hostile = page(visitor, "/search?q=%3Cscript%3Ealert(1)%3C/script%3E");
  EXPECT_THAT(hostile, Not(HasSubstr("<script>alert")));
}

TEST_F(FindingPagesTest, SearchSaysWhenThereIsNothing) {
  EXPECT_THAT(page(visitor, "/search?q=zeppelin"),
              HasSubstr("Nothing here has all of these words"));
  EXPECT_THAT(page(visitor, "/search"), Not(HasSubstr("Nothing here")));
}

TEST_F(FindingPagesTest, SearchMarksWhatItFoundAlsoAsJson) {
  EXPECT_THAT(page(visitor, "/search?q=friend"), HasSubstr("<a href=\"/plays/1-2\">"));
  const auto json = base::Json::parse(page(visitor, "/search.json?q=friend")).value();
  EXPECT_EQ(json["total"].integer(), 1);
  EXPECT_FALSE(json["total_is_at_least"].truth());
  ASSERT_EQ(json["hits"].items().size(), 1u);
  EXPECT_EQ(json["hits"].items()[0]["url"].text(), "/plays/1-2");
  EXPECT_THAT(json["hits"].items()[0]["title_html"].text(), HasSubstr("<mark>friend</mark>"));
  EXPECT_EQ(base::Json::parse(page(visitor, "/search.json?q=friend&kind=vignette"))
                .value()["total"]
                .integer(),
            0);
}

// Whether every tag of the text is closed in its turn, and nothing stands outside of the root.
bool is_well_formed(std::string_view xml) {
  std::vector<std::string_view> open;
  bool had_root = false;
  while (true) {
    const auto start = xml.find('<');
    if (start == std::string_view::npos) return had_root && open.empty();
    const auto end = xml.find('>', start);
    if (end == std::string_view::npos || xml.substr(0, start).find('>') < start) return false;
    auto tag = xml.substr(start + 1, end - start - 1);
    xml.remove_prefix(end + 1);
    if (tag.starts_with('?')) continue;
    if (tag.starts_with('/')) {
      if (open.empty() || open.back() != tag.substr(1)) return false;
      open.pop_back();
      continue;
    }
    if (open.empty() && had_root) return false;
    had_root = true;
    if (!tag.ends_with('/')) open.push_back(tag.substr(0, tag.find_first_of(" \n")));
  }
}

TEST_F(FindingPagesTest, TheFeedIsWellFormedAndTheNewestComesFirst) {
  program.clock().advance(std::chrono::hours(24));
  publish_changed("plays/1-2", "summary: A small ask.", "summary: \"A small ask & <two>.\"");
  const auto feed = visitor.get("/new.atom");
  EXPECT_EQ(feed.type, "application/atom+xml; charset=utf-8");
  const auto& xml = body_of(feed);
  EXPECT_TRUE(is_well_formed(xml)) << xml;
  EXPECT_FALSE(is_well_formed(xml + "<p>"));
  EXPECT_THAT(xml, HasSubstr("New in the playbook · Great Rivers Network</title>"));
  const auto first = xml.substr(xml.find("<entry>"), xml.find("</entry>") - xml.find("<entry>"));
  EXPECT_THAT(first, HasSubstr("<id>http://enact.test/plays/1-2</id>"));
  EXPECT_THAT(first, HasSubstr("A small ask &amp; &lt;two&gt;."));
  EXPECT_THAT(first, HasSubstr("<published>2026-05-04T09:00:00"));
  EXPECT_THAT(first, HasSubstr("<updated>2026-05-05T09:00:00"));
  EXPECT_LT(page(visitor, "/new").find("/plays/1-2"), page(visitor, "/new").find("/plays/1-1"));
}

TEST_F(FindingPagesTest, AboutPagesAreThereForVisitorsAndNoOthers) {
  for (const auto* name : {"accessibility", "privacy", "sources"})
    EXPECT_THAT(page(visitor, "/about/" + std::string(name)), HasSubstr("<h1>"));
  for (const auto* name : {"none", "..", "about_privacy", "privacy.md"})
    EXPECT_EQ(visitor.get("/about/" + std::string(name)).status, 404) << name;
}

}  // namespace
}  // namespace enact::playbook
