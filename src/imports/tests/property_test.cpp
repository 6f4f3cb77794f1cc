// SPDX-License-Identifier: Apache-2.0
//
// What must hold whatever stands in a file and in the database.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "base/csv.h"
#include "imports/deciding.h"
#include "imports/tests/world.h"

namespace enact::imports {
namespace {

// Few words, so that rows meet records and each other.
rc::Gen<std::string> word(std::vector<std::string> words) {
  return rc::gen::elementOf(std::move(words));
}

rc::Gen<Values> member() {
  return rc::gen::map(
      rc::gen::tuple(word({"", "1", "2", "3", "4"}), word({"", "Ana", "Ben", "=Cleo", "D\"e, f"}),
                     word({"", "a@example.org", "b@example.org", "c@example.org"}),
                     word({"", "2001-02-03", "2002-03-04"}), word({"", "0", "12", "500"}),
                     word({"", "yes", "no"}), word({"", "one\ntwo", "'quoted'", "-1 + 2"})),
      [](const auto& said) {
        const auto& [number, name, email, born, hours, consent, note] = said;
        return Values{{"number", number}, {"name", name},       {"email", email}, {"born", born},
                      {"hours", hours},   {"consent", consent}, {"note", note}};
      });
}

std::string csv_of(const std::vector<Values>& members) {
  base::CsvRow header;
  for (const auto& field : Members().fields()) header.push_back(field.name);
  base::CsvWriter csv(header);
  for (const auto& values : members) {
    base::CsvRow cells;
    for (const auto& name : header) cells.push_back(values.text(name));
    csv.add(cells);
  }
  return csv.text();
}

// A club with some members, and a file about some.
struct Given {
  World world{support::Backend::sqlite_memory};
  std::string csv;
};

void arrange(Given& given) {
  const auto members = *rc::gen::resize(6, rc::gen::container<std::vector<Values>>(member()));
  given.world.write([&](store::Writer& writer) {
    for (const auto& values : members)
      if (!values.text("name").empty()) add_member(writer, values);
  });
  given.csv = csv_of(*rc::gen::resize(8, rc::gen::container<std::vector<Values>>(member())));
  if (given.csv.find('\n') == given.csv.size() - 1) given.csv += ",Ana,,,,,\n";
}

// Answers whatever the rows ask, somehow.
void decide_all(World& world, const std::string& id) {
  for (const auto& row : world.rows(id)) {
    if (row.action != Action::ask) continue;
    std::vector<Decision> choices{{row.position, Decision::Choice::leave_out},
                                  {row.position, Decision::Choice::fresh}};
    for (const auto& match : row.matches)
      choices.push_back({row.position, Decision::Choice::record, match.record});
    const auto wanted = *rc::gen::elementOf(choices);
    const auto tried = [&](const Decision& decision) {
      return world.write([&](store::Writer& writer) {
        return decide(writer, *find_import(writer, id), world.target, decision, world.by());
      });
    };
    if (!tried(wanted)) RC_ASSERT(tried(choices.front()).has_value());
  }
}

// What the members would be if the plan were carried out by hand.
std::vector<Values> as_planned(World& world, const std::string& id) {
  std::map<std::string, Values> by_id;
  world.read([&](store::Reader& reader) {
    for (const auto& row : reader.all({"members", "all"})) {
      const auto key = row.text("id");
      by_id[key] = world.target.load(reader, std::vector<std::string>{key}).front().values;
    }
  });
  for (const auto& row : world.rows(id)) {
    if (row.action == Action::create)
      for (const auto& field : world.target.fields())
        by_id[row.record].set(field.name, row.said.text(field.name));
    if (row.action == Action::update)
      for (const auto& change : row.changes) {
        RC_ASSERT(by_id.at(row.record).text(change.field) == change.before);
        by_id.at(row.record).set(change.field, change.after);
      }
  }
  std::vector<Values> all;
  for (auto& [key, values] : by_id) all.push_back(std::move(values));
  return all;
}

auto sorted(std::vector<Values> members) {
  std::sort(members.begin(), members.end(),
            [](const Values& a, const Values& b) { return a.items() < b.items(); });
  return members;
}

RC_GTEST_PROP(AnyImport, DoesWhatItsPlanSays, ()) {
  Given given;
  arrange(given);
  const auto id = given.world.planned(given.csv);
  decide_all(given.world, id);
  const auto expected = as_planned(given.world, id);
  RC_ASSERT(given.world.commit(id).has_value());
  RC_ASSERT(sorted(given.world.members()) == sorted(expected));
}

RC_GTEST_PROP(AnyImport, ThatIsTakenBackNeverWas, ()) {
  Given given;
  arrange(given);
  const auto before = given.world.members();
  const auto id = given.world.planned(given.csv);
  decide_all(given.world, id);
  RC_ASSERT(given.world.commit(id).has_value());
  RC_ASSERT(given.world.undo(id).has_value());
  RC_ASSERT(given.world.members() == before);
}

RC_GTEST_PROP(AnyImport, ThatIsOnlyPlannedChangesNothing, ()) {
  Given given;
  arrange(given);
  const auto before = given.world.members();
  decide_all(given.world, given.world.planned(given.csv));
  RC_ASSERT(given.world.members() == before);
}

RC_GTEST_PROP(AnyImport, LosesNoRowOfTheFile, ()) {
  Given given;
  arrange(given);
  const auto id = given.world.planned(given.csv);
  const auto table = base::read_csv(given.csv);
  std::size_t rows = 0;
  for (const auto& row : table->rows)
    if (std::any_of(row.begin(), row.end(), [](const auto& cell) { return !cell.empty(); })) ++rows;
  RC_ASSERT(given.world.rows(id).size() == rows);
}

// Members who can be told apart, as an export would write them.
RC_GTEST_PROP(AnyExport, ImportedAgainChangesNothing, ()) {
  World world(support::Backend::sqlite_memory);
  auto members = *rc::gen::resize(8, rc::gen::container<std::vector<Values>>(member()));
  std::erase_if(members, [](const Values& values) { return values.text("name").empty(); });
  if (members.empty()) members.push_back({{"name", "Ana"}});
  world.write([&](store::Writer& writer) {
    int number = 100;
    for (auto& values : members) {
      values.set("number", std::to_string(number++));
      add_member(writer, values);
    }
  });
  const auto id = world.planned(csv_of(world.members()));
  RC_ASSERT(world.count(id, Action::unchanged) == std::int64_t(members.size()));
}

RC_GTEST_PROP(AnyImport, OfWhatWentInChangesNothing, ()) {
  World world(support::Backend::sqlite_memory);
  auto members = *rc::gen::resize(8, rc::gen::container<std::vector<Values>>(member()));
  if (members.empty()) members.push_back({{"name", "Ana"}});
  int number = 100;
  for (auto& values : members) {
    values.set("number", std::to_string(number++));
    values.set("email", "");
  }
  const auto csv = csv_of(members);
  const auto first = world.planned(csv);
  const auto went_in = world.count(first, Action::create);
  RC_ASSERT(world.commit(first).has_value());
  const auto second = world.planned(csv);
  RC_ASSERT(world.count(second, Action::unchanged) == went_in);
  RC_ASSERT(world.count(second, Action::failed) == std::int64_t(members.size()) - went_in);
}

}  // namespace
}  // namespace enact::imports
