// SPDX-License-Identifier: Apache-2.0
#include "cast.h"

namespace enact::identity {
namespace {

class AuditTest : public Stage {
 protected:
  void did(const std::string& verb, const std::string& subject, const std::string& org) {
    auto event = by_hub();
    event.verb = verb;
    event.subject_kind = "play";
    event.subject_id = subject;
    event.org = org;
    database->write([&](store::Writer& writer) { record(writer, event); });
  }
};

TEST_P(AuditTest, EventsComeBackAsTheyWereTheNewestFirst) {
  auto event = by_hub();
  event.verb = "playbook.play.renamed";
  event.subject_kind = "play";
  event.subject_id = "4-2";
  event.subject_name = "Update slot";
  event.org = "lakeside";
  event.before.set("title", "Slot");
  event.after.set("title", "Update “slot”");
  database->write([&](store::Writer& writer) { record(writer, event); });

  const auto found =
      database->read([](store::Reader& reader) { return events(reader, EventFilter{}); });

  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].actor_name, "Hana");
  EXPECT_EQ(found[0].at, now);
  EXPECT_EQ(found[0].subject_name, "Update slot");
  EXPECT_EQ(found[0].before["title"].text(), "Slot");
  EXPECT_EQ(found[0].after["title"].text(), "Update “slot”");
}

TEST_P(AuditTest, FiltersMeetEachOther) {
  did("playbook.play.added", "1-1", "lakeside");
  did("playbook.play.added", "1-2", "hilltown");
  did("network.org.added", "1-1", "lakeside");
  did("playbook.play.renamed", "1-1", "lakeside");

  EXPECT_EQ(verbs(), (std::vector<std::string>{"playbook.play.renamed", "network.org.added",
                                               "playbook.play.added", "playbook.play.added"}));
  EXPECT_EQ(verbs({.org = "lakeside", .verb_prefix = "playbook."}),
            (std::vector<std::string>{"playbook.play.renamed", "playbook.play.added"}));
  EXPECT_EQ(verbs({.subject_kind = "play", .subject_id = "1-2"}).size(), 1U);
  EXPECT_EQ(verbs({.org = "hilltown", .subject_kind = "play", .subject_id = "1-1"}).size(), 0U);
  EXPECT_EQ(verbs({.subject_kind = "run"}).size(), 0U);
}

TEST_P(AuditTest, ThePageAfterBeginsWhereTheOneBeforeEnded) {
  for (const auto* verb : {"a.b.one", "a.b.two", "a.b.three"}) did(verb, "1-1", "");
  const auto first =
      database->read([](store::Reader& reader) { return events(reader, {.limit = 2}); });
  ASSERT_EQ(first.size(), 2U);
  EXPECT_EQ(verbs({.before_id = first.back().id}), (std::vector<std::string>{"a.b.one"}));
}

TEST_P(AuditTest, NothingInItCanBeChangedOrRemoved) {
  did("a.b.one", "1-1", "");
  const auto refused = [&](const store::Query& query) {
    try {
      database->write([&](store::Writer& writer) { writer.run(query); });
    } catch (const store::Failure&) {
      return true;
    }
    return false;
  };
  EXPECT_TRUE(refused({"tampering", "rewrite_history"}));
  EXPECT_TRUE(refused({"tampering", "drop_history"}));
  EXPECT_EQ(verbs().size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(Databases,
                         AuditTest,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

}  // namespace
}  // namespace enact::identity
