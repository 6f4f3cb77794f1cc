// SPDX-License-Identifier: Apache-2.0
//
// Two records become one and two again, with everything that any room has about them: whatever was
// merged, undoing it gives back every table as it was.
#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <random>
#include <regex>
#include <set>

#include "admissions/commitments.h"
#include "admissions/institution.h"
#include "admissions/lists.h"
#include "base/text.h"
#include "network/affiliations.h"
#include "network/duplicates.h"
#include "network/facts.h"
#include "network/fundings.h"
#include "network/introductions.h"
#include "network/links.h"
#include "network/merges.h"
#include "network/orgs.h"
#include "network/people.h"
#include "network/permissions.h"
#include "network/sites.h"
#include "network/verifications.h"
#include "outreach/shortlist.h"
#include "playbook/run_involved.h"
#include "playbook/runs.h"
#include "programs/check_ins.h"
#include "programs/needs.h"
#include "programs/offers.h"
#include "programs/plans.h"
#include "support/program.h"
#include "support/world.h"

namespace enact {
namespace {

using network::Merge;
using network::Subject;
using network::Thing;
using support::Program;
using testing::HasSubstr;

// What counts up for ever, what is computed anew, and the record of what was done.
const std::set<std::string>& not_compared() {
  static const std::set<std::string> tables{
      "identity_events",    "app_jobs",         "app_periodic",
      "app_search_numbers", "app_search_words", "app_editions",
      "network_merges",     "network_changes",  "network_directory"};
  return tables;
}

// Every table of the program, with a query that reads it whole.
struct Dump {
  std::vector<std::string> tables;
  std::string sql;
  std::vector<base::Asset> assets;

  Dump() {
    const std::regex pattern("create table (\\w+)");
    std::set<std::string> found;
    for (const auto& room : support::all_room_sql())
      for (const auto& asset : room.assets) {
        const std::string text(asset.content);
        for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at)
          found.insert((*at)[1]);
      }
    for (const auto& table : found) {
      if (not_compared().contains(table)) continue;
      tables.push_back(table);
      sql += "-- name: " + table + "\nselect * from " + table + ";\n\n";
    }
    assets.push_back({.path = "sql/dump.sql", .content = sql});
  }
};

const Dump& dump() {
  static const Dump all;
  return all;
}

std::string text_of(const store::Value& value) {
  if (std::holds_alternative<std::monostate>(value)) return "null";
  if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  if (const auto* number = std::get_if<double>(&value)) return std::to_string(*number);
  return "'" + std::get<std::string>(value) + "'";
}

using Tables = std::map<std::string, std::multiset<std::string>>;

Tables everything(Program& program) {
  Tables tables;
  program.db().read([&](store::Reader& reader) {
    for (const auto& table : dump().tables)
      for (const auto& row : reader.all({"dump", table})) {
        std::string line;
        for (const auto& value : row.values()) line += text_of(value) + ", ";
        tables[table].insert(line);
      }
  });
  return tables;
}

std::string differences_between(const Tables& before, const Tables& after) {
  std::string told;
  const auto tell = [&](const Tables& a, const Tables& b, const std::string& sign) {
    for (const auto& [table, rows] : a)
      for (const auto& row : rows)
        if (!b.contains(table) || b.at(table).count(row) != rows.count(row))
          told += sign + table + ": " + row + "\n";
  };
  tell(before, after, "- ");
  tell(after, before, "+ ");
  return told;
}

template <class T>
T must(base::Result<T> result) {
  if (!result) throw std::logic_error(result.error().message);
  return *std::move(result);
}

class Merging : public testing::TestWithParam<support::Backend> {
 protected:
  Merging() : program(GetParam(), {.rooms = {{"dump", dump().assets}}}) {
    world = support::make_world(program);
  }

  std::size_t any(std::size_t below) { return random() % below; }
  bool chance(int percent) { return any(100) < static_cast<std::size_t>(percent); }
  const std::string& one_of(const std::vector<std::string>& all) { return all[any(all.size())]; }

  std::string add_org(const std::string& name,
                      const std::string& kind,
                      const std::string& parent,
                      const std::string& url = {}) {
    network::OrgRecord org;
    org.name = name;
    org.kind = kind;
    org.parent = parent;
    org.about = chance(50) ? "About " + name : "";
    org.url = !url.empty() ? url
              : chance(50) ? "https://lab" + std::to_string(any(9)) + ".example.org"
                           : "";
    org.as_of = chance(50) ? std::to_string(2018 + any(8)) : "";
    return program.db().write(
        [&](store::Writer& w) { return must(network::add_org(w, org, program.by())).id; });
  }
  std::string add_person(const std::string& name) {
    network::PersonRecord person;
    person.name = name;
    person.email = chance(50) ? "p" + std::to_string(any(1000)) + "@example.org" : "";
    person.phone = chance(30) ? "412 555 0100" : "";
    return program.db().write(
        [&](store::Writer& w) { return must(network::add_person(w, person, program.by())).id; });
  }
  // Refusals are part of life: somebody is Director there already.
  template <class Work>
  void attempt(Work work) {
    (void)program.db().write(work);
  }

  void affiliate() {
    network::Affiliation place;
    place.person = one_of(people);
    place.org = one_of(orgs);
    place.role = one_of({"Director", "Mentor", "Chair"});
    place.from = chance(50) ? "2020" : "";
    const bool ends = chance(30);
    attempt([&](store::Writer& w) -> base::Result<network::Affiliation> {
      auto begun = network::begin_affiliation(w, place, program.by());
      if (!begun || !ends) return begun;
      return network::end_affiliation(w, begun->id, "2024", program.by());
    });
  }
  void note_fact() {
    const bool of_person = chance(30);
    const Subject subject{of_person ? Thing::person : Thing::organization,
                          one_of(of_person ? people : orgs)};
    const auto field = of_person ? one_of({"title", "party", "district"})
                                 : one_of({"city", "hours", "zip", "fields", "budget"});
    const auto value = field == "hours" || field == "budget"
                           ? one_of({"120", "about 100", "80 to 95.5", "at least 7"})
                           : one_of({"Lakeside", "Hillside", "15213"});
    attempt([&](store::Writer& w) {
      const auto version = of_person ? network::find_person_record(w, subject.id)->version
                                     : network::find_record(w, subject.id)->version;
      return network::note_facts(w, subject,
                                 {{.field = field,
                                   .value = value,
                                   .source = chance(50) ? "A list" : "",
                                   .as_of = chance(50) ? "2024" : ""}},
                                 version, program.by());
    });
  }
  void note_link() {
    const bool of_people = chance(50);
    network::Link link;
    link.kind = of_people ? network::LinkKind::knows
                          : (chance(50) ? network::LinkKind::houses : network::LinkKind::funds);
    link.from = {of_people ? Thing::person : Thing::organization,
                 one_of(of_people ? people : orgs)};
    link.to = {link.from.thing, one_of(of_people ? people : orgs)};
    link.workspace = "lakeside";
    link.is_private = chance(30);
    link.note = chance(30) ? "Met in May" : "";
    attempt([&](store::Writer& w) { return network::note_link(w, link, program.by()); });
  }
  void ask_permission() {
    network::Permission said;
    said.person = one_of(people);
    said.channel = network::kChannels[any(network::kChannels.size())];
    said.answer = chance(50) ? network::Permission::Answer::yes : network::Permission::Answer::no;
    said.said_on = "2025-0" + std::to_string(1 + any(9)) + "-10";
    said.how = "asked";
    attempt([&](store::Writer& w) {
      return network::note_permission(w, said, program.clock().today(), program.by());
    });
  }
  void take_part() {
    const auto of_person = chance(50);
    const auto name = program.db().read([&](store::Reader& r) {
      return of_person ? network::find_person_record(r, one_of(people))->name
                       : network::find_org(r, one_of(orgs))->name;
    });
    attempt([&](store::Writer& w) {
      return playbook::involve(w, run,
                               {.kind = of_person ? playbook::InvolvedKind::person
                                                  : playbook::InvolvedKind::organization,
                                .name = name,
                                .part = "helped"},
                               program.by());
    });
  }
  void vouch() {
    const auto of_person = chance(50);
    network::Verification word;
    word.said_on = "2026-04-10";
    word.said_by = "Eve";
    attempt([&](store::Writer& w) {
      return network::verify(
          w, {of_person ? Thing::person : Thing::organization, one_of(of_person ? people : orgs)},
          word, program.clock().today(), program.by());
    });
  }
  void decide_some() {
    for (const auto thing : {Thing::organization, Thing::person})
      network::look_for_duplicates(program.db(), thing, program.clock().now());
    const auto found = program.db().read([&](store::Reader& r) {
      auto all = network::duplicates(r, {.thing = Thing::organization}, 0, 100);
      for (auto& each : network::duplicates(r, {.thing = Thing::person}, 0, 100))
        all.push_back(each);
      return all;
    });
    for (const auto& each : found)
      if (chance(60))
        attempt([&](store::Writer& w) {
          return network::answer_duplicate(
              w, each.id,
              chance(70) ? network::Duplicate::State::different : network::Duplicate::State::later,
              program.by());
        });
  }

  void fill() {
    run = program.db().write([&](store::Writer& w) {
      return must(playbook::enact_play(w, {.play = "plays/1-1", .workspace = "lakeside"},
                                       program.by()))
          .id;
    });
    const std::vector<std::string> kinds{"pcsp", "pcsp", "college", "museum"};
    for (int i = 0; i < 8; ++i)
      orgs.push_back(add_org(
          one_of({"Lake Lab", "Lake Laboratory", "Hill Museum"}) + " " + std::to_string(i % 3),
          one_of(kinds),
          orgs.empty() || chance(50) ? one_of({"lakeside", "hillside", ""}) : one_of(orgs)));
    for (int i = 0; i < 7; ++i)
      people.push_back(add_person(one_of({"Ana Duarte", "Anna Duarte", "Ben Ash", "Eve Sand"})));
    for (int i = 0; i < 40; ++i) affiliate();
    for (int i = 0; i < 40; ++i) note_fact();
    for (int i = 0; i < 30; ++i) note_link();
    for (int i = 0; i < 30; ++i) ask_permission();
    for (int i = 0; i < 20; ++i) take_part();
    for (int i = 0; i < 15; ++i) vouch();
    for (const auto& org : orgs) {
      if (chance(60))
        attempt([&](store::Writer& w) {
          return outreach::add_candidate(w, one_of({"lakeside", "hillside"}), org, program.by());
        });
      if (chance(30)) program.add_user("Lead " + org, identity::Role::program_lead, org);
    }
    for (int i = 0; i < 12; ++i) see_to_places();
    for (int i = 0; i < 12; ++i) support_programs();
    for (int i = 0; i < 12; ++i) win_colleges();
    for (int i = 0; i < 8; ++i) ask_for_introductions();
    decide_some();
  }
  void see_to_places() {
    attempt([&](store::Writer& w) {
      return network::note_site(w, {.site = {.org = one_of(orgs), .name = "Hall"}}, program.by());
    });
    attempt([&](store::Writer& w) {
      return network::note_funding(
          w, {.org = one_of(orgs), .funder_name = one_of(orgs), .from_date = "2025"}, program.by());
    });
  }
  void support_programs() {
    const programs::Whose whose{"lakeside", one_of(orgs), "A program"};
    attempt([&](store::Writer& w) { return programs::add_goal(w, whose, "Grow", program.by()); });
    attempt([&](store::Writer& w) {
      return programs::add_step(w, whose,
                                {.title = "Call", .owner_thing = "person", .owner = one_of(people)},
                                program.by());
    });
    attempt([&](store::Writer& w) {
      return programs::log_check_in(
          w, whose,
          {.check_in = {.happened_on = "2026-04-10", .who = "Ana", .said = "All is well"},
           .needs = {},
           .moves = {}},
          program.by());
    });
    attempt([&](store::Writer& w) {
      return programs::note_need(w,
                                 {.workspace = "lakeside",
                                  .program = whose.program,
                                  .kind = programs::Kind::space,
                                  .what = "A lab"},
                                 program.by());
    });
    const bool of_person = chance(50);
    attempt([&](store::Writer& w) {
      return programs::add_asset(w,
                                 {.workspace = "lakeside",
                                  .kind = programs::Kind::space,
                                  .what = "A room",
                                  .offered_by = "Somebody",
                                  .offered_thing = of_person ? "person" : "organization",
                                  .offered_id = one_of(of_person ? people : orgs)},
                                 program.by());
    });
  }
  void win_colleges() {
    attempt([&](store::Writer& w) {
      return admissions::add_commitment(w,
                                        {.workspace = "lakeside",
                                         .org = one_of(orgs),
                                         .kind = "flag",
                                         .for_all = false,
                                         .programs = {one_of(orgs), one_of(orgs)}},
                                        {.said_on = "2026-04-10"}, program.by());
    });
    attempt([&](store::Writer& w) {
      return admissions::note_process(w,
                                      {.workspace = "lakeside",
                                       .org = one_of(orgs),
                                       .words = "Read twice.",
                                       .source = "Jo",
                                       .as_of = "2026"},
                                      program.by());
    });
    attempt([&](store::Writer& w) {
      return admissions::plan_next(
          w, {.workspace = "lakeside", .org = one_of(orgs), .what = "Call"}, program.by());
    });
    attempt([&](store::Writer& w) -> base::Result<std::size_t> {
      const auto list =
          admissions::make_list(w, {.workspace = "lakeside", .name = "Happy hour"}, program.by());
      if (!list) return tl::unexpected(list.error());
      return admissions::add_prospects(w, list->id,
                                       {{.person = one_of(people), .name = "Jo"},
                                        {.person = one_of(people), .name = "Kim"},
                                        {.org = one_of(orgs), .name = "The office"}},
                                       program.by());
    });
  }
  void ask_for_introductions() {
    attempt([&](store::Writer& w) {
      return network::ask_for_introduction(w, program.services(),
                                           {.workspace = "lakeside",
                                            .way = {.introducer = one_of(people),
                                                    .via = chance(30) ? one_of(people) : "",
                                                    .target = one_of(people)},
                                            .asked_by = network::Introduction::AskedBy::told,
                                            .knows_how_often = true},
                                           program.by());
    });
  }

  base::Result<Merge> merge(Thing thing,
                            const std::string& kept,
                            const std::string& merged,
                            const network::Choices& choices = {}) {
    return program.db().write([&](store::Writer& w) -> base::Result<Merge> {
      network::MergeDraft draft{.thing = thing, .kept = kept, .merged = merged, .choices = {}};
      if (!network::hindrance(w, thing, kept, merged))
        for (const auto& difference : network::differences(w, thing, kept, merged, "lakeside"))
          if (chance(60))
            draft.choices[difference.key] =
                chance(50) ? network::Stays::kept : network::Stays::merged;
      for (const auto& [key, stays] : choices) draft.choices[key] = stays;
      auto by = program.by();
      by.org = "lakeside";
      return network::merge_records(w, program.services().references, draft, by);
    });
  }
  base::Result<Merge> merge_any() {
    const auto thing = chance(50) ? Thing::person : Thing::organization;
    const auto& all = thing == Thing::person ? people : orgs;
    return merge(thing, one_of(all), one_of(all));
  }
  base::Result<Merge> undo(const Merge& merge) {
    return program.db().write([&](store::Writer& w) {
      return network::undo_merge(w, program.services().references, merge.id, program.by());
    });
  }

  std::mt19937 random{20261122};
  Program program;
  support::World world;
  std::string run;
  std::vector<std::string> orgs, people;
};

INSTANTIATE_TEST_SUITE_P(Backends,
                         Merging,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

// Columns that by their name hold an organization or a person.
std::set<std::string> columns_with_records() {
  const std::regex table("create table (\\w+)"), column("^  (\\w+) text.*");
  const std::set<std::string> names{
      "org",        "person", "program",   "subject", "ref",         "parent",
      "from_id",    "to_id",  "to_person", "funder",  "introducer",  "target",
      "offered_id", "owner",  "via",       "host",    "institution", "asker_person"};
  std::set<std::string> found;
  for (const auto& room : support::all_room_sql())
    for (const auto& asset : room.assets) {
      std::string at;
      for (const auto line : base::lines(asset.content)) {
        std::match_results<std::string_view::const_iterator> match;
        if (std::regex_search(line.begin(), line.end(), match, table)) at = match[1];
        if (std::regex_match(line.begin(), line.end(), match, column) && names.contains(match[1]))
          found.insert(at + "." + match[1].str());
      }
    }
  return found;
}

// Whoever adds such a column says here whether a merge moves it. If it should: add an
// app::Reference to Services in the room's start(), and fill the table in fill() above.
TEST(ColumnsWithRecords, AreMovedByAMergeOrSaidNotToBe) {
  const std::set<std::string> moved{"identity_grants.org",
                                    "identity_invitations.org",
                                    "network_affiliations.org",
                                    "network_affiliations.person",
                                    "network_facts.subject",
                                    "network_links.from_id",
                                    "network_links.to_id",
                                    "network_orgs.parent",
                                    "network_permissions.person",
                                    "network_questions.subject",
                                    "network_questions.to_person",
                                    "network_verifications.subject",
                                    "outreach_candidates.program",
                                    "playbook_run_involved.ref",
                                    "network_sites.org",
                                    "network_fundings.org",
                                    "network_fundings.funder",
                                    "network_introductions.via",
                                    "network_introductions.introducer",
                                    "network_introductions.target",
                                    "programs_assets.offered_id",
                                    "programs_steps.owner",
                                    "network_introductions.asker_person",
                                    "admissions_commitments.org",
                                    "admissions_commitment_programs.program",
                                    "admissions_notes.org",
                                    "admissions_plans.org",
                                    "admissions_prospects.person",
                                    "admissions_prospects.org",
                                    "programs_settings.program",
                                    "programs_plans.program",
                                    "programs_steps.program",
                                    "programs_check_ins.program",
                                    "programs_needs.program"};
  const std::set<std::string> of_something_else{
      "app_mail.subject",         // the line above a message
      "playbook_run_notes.via",   // an account or a link
      "identity_events.org",      // the record of what was done
      "imports_imports.target",   // what a file is about
      "imports_mappings.target",  // the same
      "playbook_runs.owner",      // an account
      "imports_imports.org",      // an ecosystem, which is not merged
      "imports_mappings.org",     // the same
      "network_changes.subject",  // a number that every process looks at, of what is gone too
      "network_replaced_facts.subject",  // what an import put aside: of the record as it was then
      "programs_moves.subject",          // a need, step or match
      "playbook_items.parent"};          // a text
  for (const auto& column : columns_with_records())
    EXPECT_TRUE(moved.contains(column) || of_something_else.contains(column))
        << column << " would still name a record that was merged away. See src/app/reference.h.";
}

TEST_P(Merging, AnyTwoAndUndoingItGivesEveryTableBackAsItWas) {
  fill();
  const auto before = everything(program);
  for (const auto* table :
       {"network_sites", "network_fundings", "network_introductions", "programs_plans",
        "programs_steps", "programs_check_ins", "programs_needs", "programs_assets",
        "admissions_commitments", "admissions_commitment_programs", "admissions_notes",
        "admissions_plans", "admissions_prospects", "outreach_candidates"})
    EXPECT_TRUE(before.contains(table)) << table;
  int done = 0;
  for (int i = 0; i < 60; ++i) {
    const auto merged = merge_any();
    if (!merged) {
      ASSERT_EQ(differences_between(before, everything(program)), "") << merged.error().message;
      continue;
    }
    ++done;
    ASSERT_NE(differences_between(before, everything(program)), "");
    const auto undone = undo(*merged);
    ASSERT_TRUE(undone) << undone.error().message;
    ASSERT_EQ(differences_between(before, everything(program)), "")
        << merged->merged << " into " << merged->kept;
    EXPECT_TRUE(undone->left.empty()) << undone->left.front();
  }
  EXPECT_GT(done, 20);
}

TEST_P(Merging, OneAfterAnotherIsUndoneInTheOppositeOrder) {
  fill();
  for (int round = 0; round < 4; ++round) {
    std::vector<Merge> merges;
    std::vector<Tables> befores;
    for (int i = 0; i < 12; ++i) {
      befores.push_back(everything(program));
      auto merged = merge_any();
      if (merged)
        merges.push_back(*merged);
      else
        befores.pop_back();
    }
    ASSERT_GT(merges.size(), 3U);
    for (; !merges.empty(); merges.pop_back(), befores.pop_back()) {
      const auto undone = undo(merges.back());
      ASSERT_TRUE(undone) << undone.error().message;
      ASSERT_EQ(differences_between(befores.back(), everything(program)), "")
          << merges.back().merged << " into " << merges.back().kept;
    }
  }
}

TEST_P(Merging, LeavesNothingThatPointsToTheRecordThatIsGone) {
  fill();
  const auto merged = merge(Thing::person, people[0], people[1]);
  ASSERT_TRUE(merged) << merged.error().message;
  for (const auto& [table, rows] : everything(program)) {
    // What two people said about a pair of which one is gone waits until it is undone.
    if (table == "network_duplicate_candidates") continue;
    for (const auto& row : rows)
      EXPECT_EQ(row.find("'" + people[1] + "'"), std::string::npos) << table << ": " << row;
  }
}

TEST_P(Merging, WhatWasChangedSinceStaysChangedAndIsNamed) {
  const auto kept = add_org("Lake Lab", "pcsp", "lakeside");
  const auto gone = add_org("Lake Laboratory", "pcsp", "lakeside");
  const auto note = [&](const std::string& org, const std::string& city) {
    program.db().write([&](store::Writer& w) {
      must(network::note_facts(w, {Thing::organization, org}, {{.field = "city", .value = city}},
                               network::find_record(w, org)->version, program.by()));
    });
  };
  note(gone, "Lakeside");
  const auto merged = merge(Thing::organization, kept, gone);
  ASSERT_TRUE(merged);
  note(kept, "Shore");
  program.db().write([&](store::Writer& w) {
    auto org = *network::find_record(w, kept);
    org.region = "The shore";
    must(network::change_org(w, org, program.by()));
  });
  const auto undone = undo(*merged);
  ASSERT_TRUE(undone) << undone.error().message;
  program.db().read([&](store::Reader& r) {
    EXPECT_EQ(network::facts_of(r, {Thing::organization, kept}).at("city").value, "Shore");
    EXPECT_EQ(network::facts_of(r, {Thing::organization, gone}).at("city").value, "Lakeside");
    EXPECT_EQ(network::find_record(r, kept)->region, "The shore");
    EXPECT_EQ(network::find_record(r, gone)->name, "Lake Laboratory");
  });
  ASSERT_FALSE(undone->left.empty());
  EXPECT_THAT(undone->left.back(), HasSubstr("City"));
  EXPECT_EQ(undo(*merged).error().kind, base::Error::Kind::conflict) << "it was undone before";
}

TEST_P(Merging, IsRefusedInWordsWhereItCannotBe) {
  const auto lab = add_org("Lake Lab", "pcsp", "lakeside");
  EXPECT_THAT(merge(Thing::organization, lab, "hillside").error().message,
              HasSubstr("is an ecosystem"));
  EXPECT_THAT(merge(Thing::organization, lab, lab).error().message, HasSubstr("same record"));
  EXPECT_EQ(merge(Thing::organization, lab, "nobody").error().kind, base::Error::Kind::not_found);
  // A part of a part cannot take the place of what it belongs to.
  const auto middle = add_org("Middle", "pcsp", lab);
  const auto inner = add_org("Inner", "pcsp", middle);
  const auto circle = merge(Thing::organization, inner, lab, {{"parent", network::Stays::kept}});
  ASSERT_FALSE(circle);
  EXPECT_THAT(circle.error().message, HasSubstr("belongs to"));
  const auto first = merge(Thing::organization, lab, middle);
  ASSERT_TRUE(first) << first.error().message;
  ASSERT_TRUE(merge(Thing::organization, lab, inner));
  EXPECT_THAT(undo(*first).error().message, HasSubstr("Undo that first"));
}

TEST_P(Merging, KeepsANoInForceWhateverTheOtherRecordAllows) {
  const auto one = add_person("Eve Sand"), other = add_person("Eve Sand");
  const auto say = [&](const std::string& person, network::Permission::Answer answer,
                       const std::string& day) {
    network::Permission said;
    said.person = person;
    said.answer = answer;
    said.said_on = day;
    said.how = "asked";
    program.db().write([&](store::Writer& w) {
      ASSERT_TRUE(network::note_permission(w, said, program.clock().today(), program.by()));
    });
  };
  say(other, network::Permission::Answer::no, "2025-01-10");
  say(one, network::Permission::Answer::yes, "2025-06-10");
  const auto merged = merge(Thing::person, one, other);
  ASSERT_TRUE(merged);
  const auto history =
      program.db().read([&](store::Reader& r) { return network::permissions_of(r, one); });
  EXPECT_EQ(history.size(), 3U) << "both answers, and the no that stays in force";
  EXPECT_EQ(network::standing_on(history, network::Channel::email)->answer,
            network::Permission::Answer::no);
  ASSERT_TRUE(undo(*merged));
  EXPECT_EQ(
      program.db().read([&](store::Reader& r) { return network::permissions_of(r, one); }).size(),
      1U);
}

TEST_P(Merging, CarriesWhatWasDecidedToTheRecordThatStays) {
  for (const std::string place : {"Oakdale", "Riverton", "Northport", "Westview"})
    for (const std::string kind : {"Library", "Museum", "Garden"})
      add_org(place + " " + kind, "museum", "lakeside", "https://" + place + kind + ".example");
  const std::string url = "https://lake.example.org";
  const auto a = add_org("Lake Lab", "pcsp", "lakeside", url);
  const auto b = add_org("Lake Lab", "pcsp", "lakeside", url);
  const auto c = add_org("Lake Lab", "pcsp", "lakeside", url);
  decide_some();
  const auto state = [&](const std::string& x, const std::string& y) {
    const auto found = program.db().read(
        [&](store::Reader& r) { return network::duplicate_of(r, Thing::organization, x, y); });
    return found ? std::string(network::name_of(found->state)) : std::string("none");
  };
  const auto answer = [&](const std::string& x, const std::string& y,
                          network::Duplicate::State said) {
    program.db().write([&](store::Writer& w) {
      const auto pair = network::duplicate_of(w, Thing::organization, x, y);
      ASSERT_TRUE(pair);
      ASSERT_TRUE(network::answer_duplicate(w, pair->id, said, program.by()));
    });
  };
  answer(a, b, network::Duplicate::State::open);
  answer(a, c, network::Duplicate::State::open);
  answer(b, c, network::Duplicate::State::different);
  const auto merged = merge(Thing::organization, a, b);
  ASSERT_TRUE(merged);
  EXPECT_EQ(state(a, b), "merged");
  EXPECT_EQ(state(a, c), "different");
  network::look_for_duplicates(program.db(), Thing::organization, program.clock().now());
  EXPECT_EQ(state(a, c), "different") << "never asked again";
  ASSERT_TRUE(undo(*merged));
  EXPECT_EQ(state(a, c), "open");
  EXPECT_EQ(state(a, b), "open");
}

}  // namespace
}  // namespace enact
