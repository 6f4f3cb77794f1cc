// SPDX-License-Identifier: Apache-2.0
#include "web/feed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace enact::web {
namespace {

using testing::HasSubstr;
using testing::Not;

base::Instant at(std::string_view iso) {
  return *base::Instant::parse(iso);
}

Feed one_entry() {
  return {.id = "tag:example.org,2026:plays",
          .title = "New plays",
          .url = "https://example.org/plays",
          .self_url = "https://example.org/plays.atom",
          .author = "Lakeside",
          .entries = {{.id = "tag:example.org,2026:plays/4-2",
                       .title = "Hold an update slot",
                       .url = "https://example.org/plays/4-2",
                       .published = at("2026-11-01T09:00:00.000Z"),
                       .updated = at("2026-11-03T09:00:00.000Z"),
                       .author = "Ana",
                       .summary = "Once a month."}}};
}

TEST(Atom, IsWrittenByteForByteTheSame) {
  EXPECT_EQ(atom(one_entry()),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>tag:example.org,2026:plays</id>"
            "<title>New plays</title><updated>2026-11-03T09:00:00.000Z</updated>"
            "<author><name>Lakeside</name></author>"
            "<link rel=\"self\" type=\"application/atom+xml\" "
            "href=\"https://example.org/plays.atom\"/>"
            "<link rel=\"alternate\" type=\"text/html\" href=\"https://example.org/plays\"/>"
            "<entry><id>tag:example.org,2026:plays/4-2</id><title>Hold an update slot</title>"
            "<published>2026-11-01T09:00:00.000Z</published>"
            "<updated>2026-11-03T09:00:00.000Z</updated><author><name>Ana</name></author>"
            "<link rel=\"alternate\" type=\"text/html\" href=\"https://example.org/plays/4-2\"/>"
            "<summary>Once a month.</summary></entry></feed>");
}

TEST(Atom, WasUpdatedWithItsNewestEntry) {
  auto feed = one_entry();
  feed.entries.push_back(feed.entries[0]);
  feed.entries[1].updated = at("2026-11-04T09:00:00.000Z");

  EXPECT_THAT(atom(feed), HasSubstr("</title><updated>2026-11-04T09:00:00.000Z</updated><author>"));
}

TEST(Atom, HasADateAndAnAuthorWithoutAnyEntry) {
  const auto text = atom({.id = "tag:example.org,2026:empty", .title = "Empty"});

  EXPECT_THAT(text, HasSubstr("<updated>1970-01-01T00:00:00.000Z</updated>"));
  EXPECT_THAT(text, HasSubstr("<author><name>Empty</name></author>"));
}

TEST(Atom, EscapesMarkup) {
  auto feed = one_entry();
  feed.title = "<b>A & B</b> ]]>";
  feed.url = "https://example.org/?a=\"1\"&b=2";

  EXPECT_THAT(atom(feed), HasSubstr("<title>&lt;b&gt;A &amp; B&lt;/b&gt; ]]&gt;</title>"));
  EXPECT_THAT(atom(feed), HasSubstr("href=\"https://example.org/?a=&quot;1&quot;&amp;b=2\""));
}

TEST(Atom, LeavesOutWhatXmlCannotHold) {
  auto feed = one_entry();
  feed.title = "a\x01\x0B\x1B b\uFFFE\uFFFF\xFF c\u00e9\t";
  feed.entries[0].summary = std::string("x\0y", 3);

  EXPECT_THAT(atom(feed), HasSubstr("<title>a b\uFFFD c\u00e9"));
  EXPECT_THAT(atom(feed), HasSubstr("<summary>x\uFFFDy</summary>"));
  EXPECT_THAT(atom(feed), Not(HasSubstr("&#1;")));
}

}  // namespace
}  // namespace enact::web
