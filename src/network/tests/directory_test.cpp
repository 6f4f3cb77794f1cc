// SPDX-License-Identifier: Apache-2.0
#include "network/directory.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <random>

#include "base/text.h"
#include "network/affiliations.h"
#include "network/facts.h"
#include "network/folding.h"
#include "network/network.h"
#include "network/org_rows.h"
#include "network/orgs.h"
#include "network/people.h"
#include "world.h"

namespace enact::network {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Sight kAll{Sight::Of::everybody, {}};

class DirectoryTest : public testing::TestWithParam<support::Backend> {
 protected:
  std::string add(const OrgRecord& org) {
    return world.write([&](store::Writer& w) { return add_org(w, org, world.by("Ana")); })->id;
  }
  std::string add_person_at(const std::string& name, const std::string& org) {
    return world.write([&](store::Writer& w) {
      const auto person = *add_person(w, person_called(name), world.by("Ana"));
      EXPECT_TRUE(
          begin_affiliation(w, affiliation_at(org, person.id, "Director"), world.by("Ana")));
      return person.id;
    });
  }
  void change(const std::string& id, const std::function<void(OrgRecord&)>& how) {
    world.write([&](store::Writer& w) {
      auto org = *find_record(w, id);
      how(org);
      EXPECT_TRUE(change_org(w, org, world.by("Ana")));
    });
  }
  void note(const std::string& org, const std::string& field, const std::string& value) {
    world.write([&](store::Writer& w) {
      const auto version = find_record(w, org)->version;
      EXPECT_TRUE(note_facts(w, {Thing::organization, org}, {{.field = field, .value = value}},
                             version, world.by("Ana")));
    });
  }
  DirectoryAnswer ask(const DirectoryQuestion& question) {
    return directory.find(*world.db, question);
  }
  std::vector<std::string> ids(const std::string& words, Sight sight = kAll) {
    std::vector<std::string> found;
    for (const auto& ref : ask({.words = words, .sight = std::move(sight)}).page)
      found.push_back(ref.id);
    return found;
  }

  World world{GetParam()};
  Directory directory;
};

INSTANTIATE_TEST_SUITE_P(Backends,
                         DirectoryTest,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

TEST_P(DirectoryTest, FindsByTheBeginningOfEveryWordInAnyOrder) {
  add(org_of("ecosystem", "Lakeside STEM"));
  add(org_of("pcsp", "River Lab"));
  EXPECT_THAT(ids("ste la"), ElementsAre("lakeside-stem"));
  EXPECT_THAT(ids("river lake"), IsEmpty());
  EXPECT_THAT(ids("ake"), IsEmpty());
  EXPECT_THAT(ids(""), ElementsAre("lakeside-stem", "river-lab"));
}

TEST_P(DirectoryTest, PutsTheExactNameFirstThenNamesThatBeginSo) {
  add(org_of("pcsp", "A Lake Lab"));
  add(org_of("pcsp", "Lake Lab of Zinc"));
  add(org_of("pcsp", "Lake Lab"));
  directory.find(*world.db, {});
  add(org_of("pcsp", "Lake Lab of Arch"));
  EXPECT_THAT(ids("lake lab"),
              ElementsAre("lake-lab", "lake-lab-of-arch", "lake-lab-of-zinc", "a-lake-lab"));
}

TEST_P(DirectoryTest, FindsWhateverTheScript) {
  add(org_of("pcsp", "Colegio Peñíscola"));
  add(org_of("pcsp", "مدرسة النور"));
  add(org_of("pcsp", "科学教室"));
  EXPECT_THAT(ids("peniscola"), ElementsAre("colegio-pescola"));
  EXPECT_THAT(ids("PEÑÍ"), ElementsAre("colegio-pescola"));
  EXPECT_EQ(ids("النور").size(), 1u);
  EXPECT_EQ(ids("教室").size(), 1u);
  EXPECT_EQ(ids("\xD9\xBF\xFF").size(), 0u);
}

TEST_P(DirectoryTest, BearsWhateverIsTyped) {
  add(org_of("pcsp", std::string(150, 'a')));
  EXPECT_EQ(ids(std::string(100'000, 'a')).size(), 1u);
  EXPECT_EQ(ids("%_* \" ' -- ;").size(), 0u);
  EXPECT_EQ(ids("   ").size(), 1u);
  EXPECT_EQ(ask({.chosen = {{{"nonsense"}}}}).total, 0u);
  EXPECT_THAT(ask({.from = 1'000'000}).page, IsEmpty());
}

TEST_P(DirectoryTest, KnowsWhatIsSavedThroughAnotherProcess) {
  if (GetParam() == support::Backend::sqlite_memory) GTEST_SKIP() << "is of one process alone";
  add(org_of("ecosystem", "Lakeside"));
  const auto other = store::Database::open({.url = world.db.url(), .rooms = world.db->rooms()});
  Directory theirs;
  ASSERT_EQ(theirs.find(*other, {.words = "lakes"}).total, 1u);

  change("lakeside", [](OrgRecord& org) { org.name = "Prairie"; });
  EXPECT_EQ(theirs.find(*other, {.words = "lakes"}).total, 0u);
  EXPECT_EQ(theirs.find(*other, {.words = "prai"}).total, 1u);

  other->write([&](store::Writer& w) {
    EXPECT_TRUE(add_org(w, org_of("pcsp", "Robots", "lakeside"), world.by("Ben")));
  });
  EXPECT_THAT(ids("robots"), ElementsAre("robots"));
}

TEST_P(DirectoryTest, ShowsPeopleOnlyOfTheEcosystemsOfTheOneWhoAsks) {
  const auto lakeside = add(org_of("ecosystem", "Lakeside"));
  add(org_of("ecosystem", "Prairie"));
  add(org_of("pcsp", "Robots", "lakeside"));
  const auto eve = add_person_at("Eve", "robots");
  const Sight own{Sight::Of::own_ecosystems, {"lakeside"}};
  const Sight other{Sight::Of::own_ecosystems, {"prairie", "nowhere", ""}};
  for (const auto* moment : {"when filled", "when changed"}) {
    EXPECT_THAT(ids("eve", own), ElementsAre(eve)) << moment;
    EXPECT_THAT(ids("eve", other), IsEmpty()) << moment;
    EXPECT_THAT(ids("eve", {}), IsEmpty()) << moment;
    EXPECT_THAT(ids("eve"), ElementsAre(eve)) << moment;
    for (const auto& count : ask({.sight = other}).counts[place_of(Facet::kind)])
      EXPECT_NE(count.value, kPeople) << moment;
    change("lakeside", [](OrgRecord& org) { org.kind = "coalition"; });
    change("lakeside", [](OrgRecord& org) { org.kind = "ecosystem"; });
  }
}

TEST_P(DirectoryTest, MovesWhatIsBelowWithAnOrganizationThatMoves) {
  add(org_of("ecosystem", "Lakeside"));
  add(org_of("ecosystem", "Prairie"));
  add(org_of("college", "College", "lakeside"));
  add(org_of("pcsp", "Robots", "college"));
  const auto eve = add_person_at("Eve", "robots");
  const auto in = [&](const std::string& ecosystem) {
    DirectoryQuestion question{.sight = kAll};
    question.chosen[place_of(Facet::ecosystem)] = {ecosystem};
    return ask(question).total;
  };
  EXPECT_EQ(in("lakeside"), 4u);
  change("college", [](OrgRecord& org) { org.parent = "prairie"; });
  EXPECT_EQ(in("lakeside"), 1u);
  EXPECT_EQ(in("prairie"), 4u);
  EXPECT_THAT(ids("eve", {Sight::Of::own_ecosystems, {"lakeside"}}), IsEmpty());
}

TEST_P(DirectoryTest, CountsEachFacetAsIfNothingWereChosenOfIt) {
  for (const auto& [name, kind, state] :
       {std::tuple{"One", "pcsp", "PA"}, {"Two", "pcsp", "OH"}, {"Three", "museum", "PA"}}) {
    const auto id = add(org_of(kind, name));
    note(id, "state", state);
  }
  note("one", "fields", "Biology; Robotics");
  DirectoryQuestion question;
  question.chosen[place_of(Facet::state)] = {"PA"};
  question.chosen[place_of(Facet::kind)] = {"pcsp"};
  const auto answer = ask(question);
  EXPECT_EQ(answer.total, 1u);
  const auto words = [&](Facet facet) {
    std::string all;
    for (const auto& [value, count] : answer.counts[place_of(facet)])
      all += value + " " + std::to_string(count) + ". ";
    return all;
  };
  EXPECT_EQ(words(Facet::state), "OH 1. PA 1. ");
  EXPECT_EQ(words(Facet::kind), "museum 1. pcsp 1. ");
  EXPECT_EQ(words(Facet::field), "Biology 1. Robotics 1. ");
  EXPECT_EQ(words(Facet::changed), "2026 1. ");
}

TEST_P(DirectoryTest, ListsOrganizationsByKindCohortAndWords) {
  auto lakeside = org_of("ecosystem", "Lakeside");
  lakeside.cohort = "1";
  lakeside.region = "Great Rivers";
  add(lakeside);
  add(org_of("ecosystem", "Prairie"));
  add(org_of("funder", "River Fund"));
  const auto of = [&](Facet facet, const std::string& value, const std::string& words) {
    DirectoryQuestion question{.words = words};
    if (!value.empty()) question.chosen[place_of(facet)] = {value};
    std::vector<std::string> found;
    for (const auto& ref : ask(question).page) found.push_back(ref.id);
    return found;
  };
  EXPECT_THAT(of(Facet::kind, "ecosystem", ""), ElementsAre("lakeside", "prairie"));
  EXPECT_THAT(of(Facet::cohort, "1", ""), ElementsAre("lakeside"));
  EXPECT_THAT(of(Facet::kind, "", "river"), ElementsAre("river-fund", "lakeside"));
  EXPECT_THAT(of(Facet::kind, "", "river lake"), ElementsAre("lakeside"));
}

TEST_P(DirectoryTest, EndsWhereOrganizationsBelongToEachOtherInACircle) {
  world.write([&](store::Writer& w) {
    EXPECT_TRUE(import_orgs(w, "id,name,kind,parent\na,A,pcsp,\nb,B,pcsp,a\n", world.by("Ana")));
  });
  // Past the rules, as a hand at the database would.
  world.write([&](store::Writer& w) {
    auto a = *find_record(w, "a");
    a.parent = "b";
    save_row(w, a, world.by("Ana"));
  });
  EXPECT_EQ(ask({}).total, 2u);
  world.write([&](store::Writer& w) { save_row(w, *find_record(w, "a"), world.by("Ana")); });
  EXPECT_EQ(ask({}).total, 2u);
}

TEST_P(DirectoryTest, IsFilledAnewAfterMoreChangesThanItKeeps) {
  ask({});
  std::string csv = "id,name,kind\n";
  for (int i = 0; i < 2'100; ++i) csv += "lab-" + std::to_string(i) + ",Lab,pcsp\n";
  world.write([&](store::Writer& w) { EXPECT_TRUE(import_orgs(w, csv, world.by("Ana"))); });
  EXPECT_EQ(ask({.words = "lab"}).total, 2'100u);
}

// What the index says is held against the rows themselves: the same question, answered one entry
// after another from what SQL gives.
class Reference {
 public:
  Reference(store::Reader& reader, const std::vector<std::string>& people) {
    for (const auto& org : orgs(reader)) add(*read_entry(reader, Thing::organization, org.id));
    for (const auto& id : people) add(*read_entry(reader, Thing::person, id));
  }

  std::string answer(const DirectoryQuestion& question) const {
    std::vector<std::tuple<bool, std::string, std::string>> page;
    PerFacet<std::map<std::string, std::size_t>> counts;
    const auto words = words_in(question.words);
    const auto start = folded(question.words);
    for (const auto& entry : entries_) {
      if (entry.thing == Thing::person && !sees(question.sight, entry)) continue;
      if (!has_words(entry, words)) continue;
      std::size_t out = 0, where = 0;
      for (std::size_t i = 0; i < kFacets; ++i)
        if (!question.chosen[i].empty() && !has_one(entry.values[i], question.chosen[i]))
          ++out, where = i;
      for (std::size_t i = 0; i < kFacets; ++i)
        if (out == 0 || (out == 1 && where == i))
          for (const auto value : base::split(entry.values[i], '\n'))
            if (!value.empty()) ++counts[i][std::string(value)];
      const auto name = folded(entry.name);
      if (out == 0)
        page.emplace_back(!name.starts_with(start), name,
                          (entry.thing == Thing::person ? "p" : "o") + entry.id);
    }
    std::sort(page.begin(), page.end());
    std::string text = std::to_string(page.size()) + ":";
    for (auto at = question.from; at < std::min(page.size(), question.from + question.most); ++at)
      text += " " + std::get<2>(page[at]);
    for (const auto& facet : counts) {
      text += "\n";
      for (const auto& [value, count] : facet) text += value + "=" + std::to_string(count) + " ";
    }
    return text;
  }

 private:
  void add(DirectoryEntry entry) { entries_.push_back(std::move(entry)); }
  static bool has(const std::string& values, std::string_view value) {
    const auto all = base::split(values, '\n');
    return std::find(all.begin(), all.end(), value) != all.end();
  }
  static bool has_one(const std::string& values, const std::vector<std::string>& wanted) {
    return std::any_of(wanted.begin(), wanted.end(),
                       [&](const auto& value) { return has(values, value); });
  }
  static bool sees(const Sight& sight, const DirectoryEntry& entry) {
    if (sight.people != Sight::Of::own_ecosystems) return sight.people == Sight::Of::everybody;
    return std::any_of(sight.ecosystems.begin(), sight.ecosystems.end(), [&](const auto& own) {
      return has(entry.values[place_of(Facet::ecosystem)], own);
    });
  }
  static bool has_words(const DirectoryEntry& entry, const std::vector<std::string>& wanted) {
    const auto there = words_in(entry.name + "\n" + entry.words);
    return std::all_of(wanted.begin(), wanted.end(), [&](const auto& word) {
      return std::any_of(there.begin(), there.end(),
                         [&](const auto& other) { return other.starts_with(word); });
    });
  }

  std::vector<DirectoryEntry> entries_;
};

std::string text_of(const DirectoryAnswer& answer) {
  std::string text = std::to_string(answer.total) + ":";
  for (const auto& ref : answer.page) text += (ref.thing == Thing::person ? " p" : " o") + ref.id;
  for (const auto& facet : answer.counts) {
    std::map<std::string, std::size_t> sorted;
    for (const auto& [value, count] : facet) sorted[value] = count;
    text += "\n";
    for (const auto& [value, count] : sorted) text += value + "=" + std::to_string(count) + " ";
  }
  return text;
}

TEST_P(DirectoryTest, SaysWhatTheRowsSayAfterAnyChanges) {
  std::mt19937 dice(7);
  const auto one_of = [&](const std::vector<std::string>& all) { return all[dice() % all.size()]; };
  const std::vector<std::string> words{"Lake", "Ríver", "Lab", "La", "STEM", "É", "River"};
  const std::vector<std::string> kinds{"ecosystem", "pcsp", "college", "museum"};
  const std::vector<std::string> states{"", "PA", "OH"};
  const std::vector<std::string> fields{"", "Biology", "Biology; Robotics", "Robotics"};
  std::vector<std::string> orgs, people;
  const auto name = [&] { return one_of(words) + " " + one_of(words); };
  const auto step = [&] {
    switch (orgs.size() < 4 ? 0 : dice() % 6) {
      case 0:
        orgs.push_back(add(org_of(one_of(kinds), name(), orgs.empty() ? "" : one_of(orgs))));
        break;
      case 1:
        people.push_back(add_person_at(name(), one_of(orgs)));
        break;
      case 2:
        note(one_of(orgs), "state", one_of(states));
        note(one_of(orgs), "fields", one_of(fields));
        break;
      default:
        // What would close a circle is refused, and then nothing changes.
        world.write([&](store::Writer& w) -> base::Result<void> {
          auto org = *find_record(w, one_of(orgs));
          org.name = name();
          org.kind = one_of(kinds);
          org.parent = dice() % 2 == 0 ? org.parent : one_of(orgs);
          if (auto done = change_org(w, org, world.by("Ana")); !done)
            return tl::unexpected(done.error());
          return {};
        });
    }
  };
  for (int round = 0; round < 12; ++round) {
    for (int i = 0; i < 8; ++i) step();
    Directory fresh;
    const auto reference =
        world.read([&](store::Reader& reader) { return Reference(reader, people); });
    for (int i = 0; i < 25; ++i) {
      DirectoryQuestion question;
      question.words = one_of({"", "l", "la", "lake", "ri", "e la", "lab l", "x", "lake river"});
      question.sight = i % 3 == 0   ? Sight{}
                       : i % 3 == 1 ? kAll
                                    : Sight{Sight::Of::own_ecosystems, {one_of(orgs)}};
      question.from = dice() % 4;
      question.most = dice() % 7;
      if (dice() % 2 == 0) question.chosen[place_of(Facet::kind)] = {one_of(kinds), one_of(kinds)};
      if (dice() % 2 == 0) question.chosen[place_of(Facet::state)] = {one_of({"PA", "OH", "TX"})};
      if (dice() % 4 == 0) question.chosen[place_of(Facet::ecosystem)] = {one_of(orgs)};
      if (dice() % 4 == 0) question.chosen[place_of(Facet::field)] = {"Robotics"};
      const auto wanted = reference.answer(question);
      ASSERT_EQ(text_of(ask(question)), wanted) << "kept fresh, for " << question.words;
      ASSERT_EQ(text_of(fresh.find(*world.db, question)), wanted) << "filled anew";
    }
  }
}

}  // namespace
}  // namespace enact::network
