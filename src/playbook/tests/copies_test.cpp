// SPDX-License-Identifier: Apache-2.0
#include "playbook/copies.h"

#include <gtest/gtest.h>

#include "app/search.h"
#include "written_world.h"

namespace enact::playbook {
namespace {

using base::Error;
using testing::HasSubstr;

constexpr const char* kAsk =
    "---\nkind: toolkit\nid: short-ask\ntitle: Short ask\nsummary: Three lines.\n---\n\nDear Jo.\n";

class CopiesTest : public WrittenWorld {
 protected:
  CopiesTest() {
    write([&](store::Writer& writer) { publish_text(writer, kAsk); });
  }
  base::Result<Copy> take(const std::string& item, const std::string& workspace = "lakeside") {
    return write([&](store::Writer& w) { return take_copy(w, item, workspace, as(ana)); });
  }
  base::Result<void> change(Copy copy, const std::string& text, long long based_on) {
    copy.text = text;
    return write([&](store::Writer& w) { return change_copy(w, copy, based_on, as(ben)); });
  }
  long long found(const std::string& words, std::vector<std::string> audiences) {
    return read([&](store::Reader& reader) {
             return app::search(reader, {.words = words, .kind = {}, .audiences = audiences});
           })
        .total;
  }
};

TEST_P(CopiesTest, OnlyAPublishedToolkitDocumentCanBeTaken) {
  ASSERT_TRUE(draft("---\nkind: toolkit\nid: plan\ntitle: Plan\nsummary: A.\n---\n\nX.\n"));
  for (const auto* item : {"toolkit/plan", "toolkit/none", "plays/4-1", ""})
    EXPECT_EQ(take(item).error().kind, Error::Kind::not_found) << item;
}

TEST_P(CopiesTest, HoldTheTextOfTheRevisionThatWasTaken) {
  const auto copy = take("toolkit/short-ask");
  ASSERT_TRUE(copy) << copy.error().message;
  EXPECT_EQ(copy->text, "Dear Jo.\n");
  EXPECT_EQ(copy->item_revision, 1);
  const auto stored = read([&](store::Reader& reader) { return find_copy(reader, copy->id); });
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->made_by_name, "Ana Duarte");
  EXPECT_EQ(stored->version, 1);
}

TEST_P(CopiesTest, RecordWhoUsedWhichAndHowOften) {
  ASSERT_TRUE(take("toolkit/short-ask"));
  ASSERT_TRUE(take("toolkit/short-ask"));
  ASSERT_TRUE(take("toolkit/short-ask", "hilltop"));
  const auto uses = read([](store::Reader& reader) { return uses_of_toolkit(reader); });
  EXPECT_EQ(uses.at("toolkit/short-ask").copies, 3);
  EXPECT_EQ(uses.at("toolkit/short-ask").ecosystems, 2);
  EXPECT_EQ(read([](store::Reader& r) { return copies_of(r, "toolkit/short-ask"); }).size(), 3u);
  EXPECT_EQ(read([](store::Reader& r) { return copies_in(r, "hilltop"); }).size(), 1u);
  const auto events = read([](store::Reader& reader) {
    return identity::events(reader, {.org = "hilltop", .verb_prefix = "playbook.copy."});
  });
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].verb, "playbook.copy.taken");
}

TEST_P(CopiesTest, WhoSavesOnTopOfAnotherGetsAConflict) {
  const auto copy = take("toolkit/short-ask").value();
  ASSERT_TRUE(change(copy, "Dear Ben.", 1));
  const auto late = change(copy, "Dear Dan.", 1);
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().kind, Error::Kind::conflict);
  EXPECT_EQ(read([&](store::Reader& r) { return find_copy(r, copy.id); })->text, "Dear Ben.");
}

TEST_P(CopiesTest, NeedATitleAndATextWithinTheLimits) {
  auto copy = take("toolkit/short-ask").value();
  EXPECT_EQ(change(copy, std::string(20'000, 'x'), 1).error().kind, Error::Kind::invalid);
  copy.title = "  ";
  EXPECT_EQ(change(copy, "x", 1).error().field, "title");
}

TEST_P(CopiesTest, AreFoundByTheirEcosystemOnly) {
  const auto copy = take("toolkit/short-ask").value();
  ASSERT_TRUE(change(copy, "Dear zeppelin.", 1));
  EXPECT_EQ(found("zeppelin", {}), 0);
  EXPECT_EQ(found("zeppelin", {"hilltop"}), 0);
  EXPECT_EQ(found("zeppelin", {"lakeside"}), 1);
}

INSTANTIATE_TEST_SUITE_P(On,
                         CopiesTest,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

}  // namespace
}  // namespace enact::playbook
