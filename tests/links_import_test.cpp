// SPDX-License-Identifier: Apache-2.0
// Who knows whom comes in as a file, asks where a name means two people, and goes out again.
#include <gmock/gmock.h>

#include "imports/committing.h"
#include "imports/deciding.h"
#include "imports/journal.h"
#include "imports/mappings.h"
#include "imports/planning.h"
#include "imports/rows.h"
#include "network/link_target.h"
#include "network/links.h"
#include "network/map_links.h"
#include "network/map_sheets.h"
#include "network/network.h"
#include "support/program.h"
#include "support/world.h"

namespace enact {
namespace {

using imports::Action;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class LinksImport : public testing::TestWithParam<support::Backend> {
 protected:
  LinksImport() {
    const auto people = program.db().write([&](store::Writer& writer) {
      return network::import_people(writer,
                                    "id,name,email,make_believe,org,role,from,until\n"
                                    "eve,Eve Sand,eve@robots.example,yes,lakeside,Director,,\n"
                                    "jo-1,Jo Lee,jo@one.example,yes,lakeside,Member,,\n"
                                    "jo-2,Jo Lee,jo@two.example,yes,hillside,Member,,\n"
                                    "gil,Gil Hill,gil@hill.example,yes,hillside,Coordinator,,\n",
                                    program.by("Hana"));
    });
    EXPECT_TRUE(people) << people.error().message;
  }

  imports::Deed by() { return {world.ana, "Ana", program.clock().now()}; }

  std::string planned(const std::string& text, const std::string& mapping = "Kumu: connections") {
    auto& db = program.db();
    imports::Mapping chosen;
    for (auto& each : imports::ready_made(network::link_target()))
      if (each.name == mapping) chosen = each;
    EXPECT_EQ(chosen.name, mapping);
    const auto id = imports::begin_import(
        db, {.org = "lakeside", .file_name = "links.csv", .mapping = chosen}, text, by());
    if (!id) throw std::logic_error(id.error().message);
    const auto now = program.services().clock.now();
    db.write([&](store::Writer& writer) { imports::ask_for_plan(writer, *id, now); });
    imports::plan_import(db, program.services().clock, network::link_target(), *id);
    return *id;
  }
  base::Result<void> commit(const std::string& id) {
    const auto now = program.services().clock.now();
    program.db().write([&](store::Writer& writer) {
      imports::ask_for_commit(writer, *imports::find_import(writer, id), now);
    });
    return imports::commit_import(program.db(), program.services().clock, network::link_target(),
                                  id, by());
  }
  base::Result<void> undo(const std::string& id) {
    const auto now = program.services().clock.now();
    program.db().write([&](store::Writer& writer) { imports::ask_for_undo(writer, id, now); });
    return imports::undo_import(program.db(), program.services().clock, network::link_target(), id,
                                by(), imports::ChangedSince::refuse);
  }
  std::int64_t count(const std::string& id, Action action) {
    return program.db().read(
        [&](store::Reader& reader) { return imports::count_actions(reader, id)[action]; });
  }
  std::vector<imports::PlannedRow> rows(const std::string& id, Action action) {
    return program.db().read(
        [&](store::Reader& reader) { return imports::rows_from(reader, id, action, 0, 10); });
  }
  std::vector<network::Link> links() {
    return program.db().read([&](store::Reader& reader) {
      return network::links_for_map(
                 reader, {.workspace = "lakeside", .viewer = world.ana, .kind = {}, .middle = {}})
          .links;
    });
  }

  support::Program program{GetParam()};
  support::World world = support::make_world(program);
};

INSTANTIATE_TEST_SUITE_P(Backends,
                         LinksImport,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

TEST_P(LinksImport, ComeInByNameAddressAndIdAndGoOutAgain) {
  const auto id = planned(
      "From,To,Direction,Label,Type\n"
      "Eve Sand,gil@hill.example,undirected,knows,knows\n"
      "Lakeside Foundation,robotics-club,directed,funds,funds\n"
      "Eve Sand,jo-2,directed,,\n");
  EXPECT_EQ(count(id, Action::create), 3);
  ASSERT_TRUE(commit(id));
  EXPECT_EQ(links().size(), 3U);
  const auto again = planned("From,To,Type\ngil,eve,knows\nEve Sand,Gil Hill,knows\n");
  EXPECT_EQ(count(again, Action::create), 0) << "two who know each other know each other";
  ASSERT_TRUE(undo(id));
  EXPECT_TRUE(links().empty());
}

TEST_P(LinksImport, AskWhereANameMeansTwoPeople) {
  const auto id = planned("From,To,Type\nEve Sand,Jo Lee,knows\n");
  ASSERT_EQ(count(id, Action::ask), 1);
  const auto asked = rows(id, Action::ask).front();
  ASSERT_EQ(asked.matches.size(), 2U);
  EXPECT_EQ(asked.matches[0].record, "lakeside~knows~eve~jo-1") << "who is of the ecosystem first";
  ASSERT_TRUE(program.db().write([&](store::Writer& writer) {
    return imports::decide(writer, *imports::find_import(writer, id), network::link_target(),
                           {.position = asked.position,
                            .choice = imports::Decision::Choice::record,
                            .record = asked.matches[1].record},
                           by());
  }));
  ASSERT_TRUE(commit(id));
  ASSERT_EQ(links().size(), 1U);
  EXPECT_EQ(links()[0].to.id, "jo-2");
  ASSERT_TRUE(undo(id));
  EXPECT_TRUE(links().empty());
}

TEST_P(LinksImport, SayWhatIsWrongWithARow) {
  const auto id =
      planned("From,To,Type\nEve Sand,Nobody,knows\nGil Hill,jo-2,knows\nEve Sand,eve,knows\n");
  EXPECT_EQ(count(id, Action::failed), 3);
  std::string reasons;
  for (const auto& row : rows(id, Action::failed)) reasons += row.reason;
  EXPECT_THAT(reasons, HasSubstr("no person called \"Nobody\""));
  EXPECT_THAT(reasons, HasSubstr("Neither of the two is of this ecosystem"));
  EXPECT_THAT(reasons, HasSubstr("must be somebody else"));
}

TEST_P(LinksImport, ReadWhatTheMapWroteAndKeepPrivateLinksOutOfIt) {
  auto by = program.by("Ana");
  by.actor = world.ana;
  program.db().write([&](store::Writer& writer) {
    network::Link link;
    link.workspace = "lakeside";
    link.from = {network::Thing::person, "eve"};
    link.to = {network::Thing::person, "jo-1"};
    link.strength = network::Strength::know_well;
    link.last_contact = "2026-10";
    EXPECT_TRUE(network::note_link(writer, link, by));
    link.to.id = "jo-2";
    EXPECT_TRUE(network::note_link(writer, link, by));
    link.to.id = "gil";
    link.is_private = true;
    EXPECT_TRUE(network::note_link(writer, link, by));
  });
  const auto csv = network::connections_csv(links());
  EXPECT_THAT(csv, HasSubstr("Jo Lee (jo-1)"));
  EXPECT_THAT(csv, Not(HasSubstr("Gil")));
  const auto known = links();
  const auto elements = program.db().read(
      [&](store::Reader& reader) { return network::elements_csv(reader, known); });
  EXPECT_THAT(elements, HasSubstr("Eve Sand,Person,\"Director, Lakeside"));
  const auto id = planned(csv, "A map of this program: connections");
  EXPECT_EQ(count(id, Action::update) + count(id, Action::unchanged), 2);
  EXPECT_EQ(count(id, Action::create), 0);
}

TEST_P(LinksImport, RefuseToTakeBackWhatSomebodyChanged) {
  const auto id = planned("From,To,Type\nEve Sand,gil,knows\n");
  ASSERT_TRUE(commit(id));
  const auto link = links().at(0).id;
  ASSERT_TRUE(program.db().write([&](store::Writer& writer) {
    return network::end_link(writer, link, "2026", program.by("Ana"));
  }));
  EXPECT_FALSE(undo(id));
}

}  // namespace
}  // namespace enact
