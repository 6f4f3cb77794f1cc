// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "imports/deciding.h"
#include "imports/tests/world.h"

namespace enact::imports {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class Imports : public testing::TestWithParam<support::Backend> {};
INSTANTIATE_TEST_SUITE_P(, Imports, testing::ValuesIn(support::backends()), support::backend_name);

constexpr const char* kTwo =
    "number,name,email,hours\n"
    "1,Ana Alvarez,ana@example.org,12\n"
    "2,Ben Brook,ben@example.org,\n";

std::vector<Action> actions(World& world, const std::string& id) {
  std::vector<Action> all;
  for (const auto& row : world.rows(id)) all.push_back(row.action);
  return all;
}

TEST_P(Imports, PlanWithoutChangingAnything) {
  World world(GetParam());
  const auto id = world.planned(kTwo);
  EXPECT_EQ(world.found(id).state, State::planned);
  EXPECT_THAT(actions(world, id), ElementsAre(Action::create, Action::create));
  EXPECT_THAT(world.members(), IsEmpty());
}

TEST_P(Imports, DoWhatWasPlanned) {
  World world(GetParam());
  ASSERT_TRUE(world.import(kTwo));
  ASSERT_THAT(world.members(), SizeIs(2));
  EXPECT_EQ(world.members()[0].text("name"), "Ana Alvarez");
  EXPECT_EQ(world.members()[0].text("hours"), "12");
}

TEST_P(Imports, ShowFieldByFieldWhatChanges) {
  World world(GetParam());
  ASSERT_TRUE(world.import(kTwo));
  const auto id = world.planned("number,name,hours\n1,Ana Alvarez,14\n2,Ben Brook,\n");
  EXPECT_THAT(actions(world, id), ElementsAre(Action::update, Action::unchanged));
  EXPECT_THAT(world.rows(id)[0].changes, ElementsAre(FieldChange{"hours", "12", "14"}));
}

TEST_P(Imports, OfTheSameFileTwiceChangeNothing) {
  World world(GetParam());
  ASSERT_TRUE(world.import(kTwo));
  const auto id = world.planned(kTwo);
  EXPECT_THAT(actions(world, id), ElementsAre(Action::unchanged, Action::unchanged));
}

TEST_P(Imports, OfTheSameFileTwiceAskOnce) {
  World world(GetParam());
  const std::string csv = "name,email\nAna,ana@example.org\nAna A.,ana@example.org\n";
  const auto first = world.planned(csv);
  const auto by = world.by();
  const auto decided = world.write([&](store::Writer& writer) {
    return decide_alike(writer, *find_import(writer, first), world.target, Question::same_record,
                        AnswerForAll::last_of_each, by);
  });
  ASSERT_EQ(decided, 2);
  ASSERT_TRUE(world.commit(first));
  const auto second = world.planned(csv);
  EXPECT_THAT(actions(world, second), ElementsAre(Action::skipped, Action::unchanged));
  EXPECT_THAT(world.rows(second)[0].reason,
              HasSubstr("As Ana decided when this file was imported on 22 November 2026."));
}

TEST_P(Imports, AreTakenBackWholly) {
  World world(GetParam());
  ASSERT_TRUE(world.import("number,name,hours\n1,Ana Alvarez,3\n"));
  const auto before = world.members();
  const auto id = world.planned(kTwo);
  ASSERT_TRUE(world.commit(id));
  ASSERT_TRUE(world.undo(id));
  EXPECT_EQ(world.members(), before);
  EXPECT_EQ(world.found(id).state, State::undone);
}

TEST_P(Imports, NameARowThatCannotBeReadAndTakeTheOthers) {
  World world(GetParam());
  const auto id = world.planned("name,email\nAna,ana@example.org\nBen,not an address\n");
  EXPECT_THAT(actions(world, id), ElementsAre(Action::create, Action::failed));
  const auto failed = world.rows(id)[1];
  EXPECT_EQ(failed.line, 3);
  EXPECT_THAT(failed.reason, HasSubstr("email: \"not an address\""));
  EXPECT_THAT(failed.cells, ElementsAre("Ben", "not an address"));
}

TEST_P(Imports, RefuseANewRecordWithoutWhatItNeeds) {
  World world(GetParam());
  const auto id = world.planned("number,name\n7,\n");
  EXPECT_THAT(actions(world, id), ElementsAre(Action::failed));
  EXPECT_THAT(world.rows(id)[0].reason, HasSubstr("\"Name\" is missing"));
}

TEST_P(Imports, AskWhenARowFitsTwoRecords) {
  World world(GetParam());
  world.write([](store::Writer& writer) {
    add_member(writer, {{"name", "Ana"}, {"email", "same@example.org"}});
    add_member(writer, {{"name", "Ana B."}, {"email", "same@example.org"}});
  });
  const auto id = world.planned("name,email\nAna,same@example.org\n");
  ASSERT_THAT(actions(world, id), ElementsAre(Action::ask));
  EXPECT_THAT(world.rows(id)[0].matches, SizeIs(2));
  const auto committed = world.commit(id);
  ASSERT_FALSE(committed);
  EXPECT_EQ(committed.error().message, "One row is still to be decided.");
  EXPECT_EQ(world.found(id).state, State::planned);
}

TEST_P(Imports, AskWhenAMatchIsNotCertain) {
  World world(GetParam());
  world.write([](store::Writer& writer) { add_member(writer, {{"name", "Ana"}}); });
  const auto id = world.planned("name,email\nAna,ana@example.org\n");
  ASSERT_THAT(actions(world, id), ElementsAre(Action::ask));
  EXPECT_EQ(world.rows(id)[0].question, Question::likely_match);
}

TEST_P(Imports, AskWhenTwoRowsAreAboutTheSame) {
  World world(GetParam());
  const auto id =
      world.planned("name,email,hours\nAna,ana@example.org,1\nAna A.,ana@example.org,2\n");
  EXPECT_THAT(actions(world, id), ElementsAre(Action::ask, Action::ask));
  EXPECT_EQ(world.rows(id)[0].reason, "Line 3 is about the same member.");
  EXPECT_EQ(world.rows(id)[1].reason, "Line 2 is about the same member.");
}

TEST_P(Imports, LeaveOutARowThatSaysWhatAnotherSaid) {
  World world(GetParam());
  const auto id = world.planned("name,email\nAna,ana@example.org\nAna,ana@example.org\n");
  EXPECT_THAT(actions(world, id), ElementsAre(Action::create, Action::skipped));
  EXPECT_EQ(world.rows(id)[1].reason, "Says the same as line 2, word for word.");
}

TEST_P(Imports, AskWhenRowsDifferInWhatIsNotImported) {
  World world(GetParam());
  const auto id =
      world.planned("name,email,campus\nAna,a@example.org,North\nAna,a@example.org,South\n");
  EXPECT_THAT(actions(world, id), ElementsAre(Action::ask, Action::ask));
}

TEST_P(Imports, RefuseToCommitWhenARecordChangedInBetween) {
  World world(GetParam());
  ASSERT_TRUE(world.import(kTwo));
  const auto id = world.planned("number,name,hours\n1,Ana,14\n3,Cleo,1\n");
  world.write([](store::Writer& writer) {
    change_member(writer, member_with(writer, "ana@example.org"), {{"hours", "99"}});
  });
  const auto before = world.members();
  const auto committed = world.commit(id);
  ASSERT_FALSE(committed);
  EXPECT_THAT(committed.error().message, HasSubstr("1 member stands in the way: Ana"));
  EXPECT_EQ(world.members(), before);
  EXPECT_EQ(world.found(id).state, State::planned);
  EXPECT_EQ(world.found(id).message, committed.error().message);
}

TEST_P(Imports, OfTwoPeopleWithTheSameFileTakeTheFirst) {
  World world(GetParam());
  const auto mine = world.planned(kTwo);
  const auto theirs = world.planned(kTwo);
  ASSERT_TRUE(world.commit(mine));
  const auto second = world.commit(theirs, "Ben");
  ASSERT_FALSE(second);
  EXPECT_THAT(second.error().message, HasSubstr("2 members stand in the way"));
  EXPECT_THAT(world.members(), SizeIs(2));
  world.plan(theirs);
  EXPECT_THAT(actions(world, theirs), ElementsAre(Action::unchanged, Action::unchanged));
}

TEST_P(Imports, AreCommittedOnceHoweverOftenTheJobRuns) {
  World world(GetParam());
  const auto id = world.planned(kTwo);
  ASSERT_TRUE(world.commit(id));
  ASSERT_TRUE(commit_import(*world.db, world.clock, world.target, id, world.by()));
  EXPECT_THAT(world.members(), SizeIs(2));
}

TEST_P(Imports, LeaveNothingBehindWhenTheWorldBreaksInMidCommit) {
  World world(GetParam());
  const auto id = world.planned(kTwo);
  world.write([&](store::Writer& writer) {
    ask_for_commit(writer, *find_import(writer, id), world.clock.now());
  });
  const auto break_down = [](std::int64_t, std::int64_t) { throw std::runtime_error("power cut"); };
  EXPECT_THROW(
      {
        auto done = commit_import(*world.db, world.clock, world.target, id, world.by(), break_down);
        (void)done;
      },
      std::runtime_error);
  EXPECT_THAT(world.members(), IsEmpty());
  EXPECT_EQ(world.found(id).state, State::committing);
  ASSERT_TRUE(commit_import(*world.db, world.clock, world.target, id, world.by()));
  EXPECT_THAT(world.members(), SizeIs(2));
}

TEST_P(Imports, NameWhoStandsInTheWayOfAnUndo) {
  World world(GetParam());
  const auto id = world.planned(kTwo);
  ASSERT_TRUE(world.commit(id));
  world.write([](store::Writer& writer) {
    change_member(writer, member_with(writer, "ana@example.org"), {{"hours", "99"}});
  });
  const auto undone = world.undo(id);
  ASSERT_FALSE(undone);
  EXPECT_THAT(undone.error().message, HasSubstr("1 member stands in the way: Ana Alvarez"));
  EXPECT_THAT(world.members(), SizeIs(2));
  EXPECT_EQ(world.found(id).state, State::committed);

  ASSERT_TRUE(world.undo(id, ChangedSince::leave));
  ASSERT_THAT(world.members(), SizeIs(1));
  EXPECT_EQ(world.members()[0].text("hours"), "99");
  EXPECT_TRUE(world.rows(id)[0].was_left);
  EXPECT_FALSE(world.rows(id)[1].was_left);
}

TEST_P(Imports, NeverChangeWhatSomebodySaidThemselves) {
  World world(GetParam());
  ASSERT_TRUE(world.import("name,email,consent\nAna,ana@example.org,no\n"));
  const auto id = world.planned("name,email,consent\nAna,ana@example.org,yes\n");
  ASSERT_THAT(actions(world, id), ElementsAre(Action::unchanged));
  EXPECT_THAT(world.rows(id)[0].reason, HasSubstr("\"Consent\" stays as it is on record"));
  ASSERT_TRUE(world.commit(id));
  EXPECT_EQ(world.members()[0].text("consent"), "no");
}

TEST_P(Imports, AreOneEventEach) {
  World world(GetParam());
  const auto id = world.planned(kTwo);
  ASSERT_TRUE(world.commit(id));
  ASSERT_TRUE(world.undo(id));
  const auto events = world.read([](store::Reader& reader) {
    return identity::events(reader, {.org = "lakeside", .verb_prefix = "imports."});
  });
  ASSERT_THAT(events, SizeIs(2));
  EXPECT_EQ(events[1].verb, "imports.import.committed");
  EXPECT_EQ(events[1].after["create"].integer(), 2);
  EXPECT_EQ(events[0].verb, "imports.import.undone");
}

TEST_P(Imports, SayWhyAFileCannotBeRead) {
  World world(GetParam());
  Mapping mapping;
  mapping.target = "members";
  FieldRule rule;
  rule.field = "name";
  rule.columns = {"Nome"};
  mapping.rules.push_back(rule);
  const auto id = world.hand_in("name\nAna\n", mapping);
  world.plan(id);
  EXPECT_EQ(world.found(id).state, State::read);
  EXPECT_THAT(world.found(id).message, HasSubstr("The file has no column \"Nome\""));
}

TEST_P(Imports, KeepTheFileUntilItIsDoneWith) {
  World world(GetParam());
  const std::string large(3 << 20, 'x');
  const auto id = world.hand_in("name\n" + large + "\n");
  EXPECT_EQ(world.read([&](store::Reader& reader) { return file_of(reader, id); }),
            "name\n" + large + "\n");
  const auto now = world.clock.now();
  world.write([&](store::Writer& writer) {
    cancel(writer, id, now);
    forget_files(writer, now + std::chrono::hours(1), now);
  });
  EXPECT_EQ(world.read([&](store::Reader& reader) { return file_of(reader, id); }), std::nullopt);
}

}  // namespace
}  // namespace enact::imports
