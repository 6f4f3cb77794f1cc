// SPDX-License-Identifier: Apache-2.0
#include "network/facts.h"

#include <gmock/gmock.h>

#include "network/fields.h"
#include "network/orgs.h"
#include "network/people.h"
#include "world.h"

namespace enact::network {
namespace {

using base::Error;
using testing::ElementsAre;
using testing::HasSubstr;

class Facts : public testing::TestWithParam<support::Backend> {
 protected:
  void SetUp() override {
    world.write([&](store::Writer& w) {
      ASSERT_TRUE(add_org(w, org_of("ecosystem", "Lakeside"), world.by("Hana")));
      ASSERT_TRUE(add_org(w, org_of("pcsp", "Robotics", "lakeside"), world.by("Hana")));
    });
  }

  base::Result<int> note(const std::vector<Fact>& facts, std::int64_t version) {
    return world.write(
        [&](store::Writer& w) { return note_facts(w, robotics, facts, version, world.by("Ana")); });
  }
  FactsByField known() {
    return world.read([&](store::Reader& r) { return facts_of(r, robotics); });
  }
  std::int64_t version() {
    return world.read([](store::Reader& r) { return find_record(r, "robotics")->version; });
  }
  std::vector<Field> all(std::string_view workspace) {
    return world.read([&](store::Reader& r) { return fields(r, Thing::organization, workspace); });
  }
  base::Result<Field> add(Field field) {
    return world.write([&](store::Writer& w) { return add_field(w, field, world.by("Ana")); });
  }

  World world{GetParam()};
  const Subject robotics{Thing::organization, "robotics"};
};

INSTANTIATE_TEST_SUITE_P(Backends,
                         Facts,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

TEST_P(Facts, AreNotedWithTheirSourceAndDateAndCountedOnce) {
  EXPECT_EQ(
      *note({{.field = "hours", .value = "100 to 120", .source = "Its web page", .as_of = "2026"},
             {.field = "zip", .value = "01234"}},
            1),
      2);
  EXPECT_EQ(version(), 2);
  EXPECT_EQ(known().at("hours").source, "Its web page");
  EXPECT_EQ(known().at("zip").value, "01234");
  EXPECT_EQ(known().at("zip").noted_by, "Ana");

  EXPECT_EQ(*note({{.field = "zip", .value = "01234"}}, 2), 0) << "it says the same";
  EXPECT_EQ(version(), 2);
}

TEST_P(Facts, AreForgottenWhenNothingIsKnownAnyMore) {
  ASSERT_TRUE(note({{.field = "hours", .value = "120"}}, 1));
  EXPECT_EQ(*note({{.field = "hours", .value = ""}, {.field = "cost", .value = ""}}, 2), 1);
  EXPECT_TRUE(known().empty());
}

TEST_P(Facts, OfAFormThatSomebodyOvertookAreNotNoted) {
  ASSERT_TRUE(note({{.field = "hours", .value = "120"}}, 1));
  const auto late = note({{.field = "hours", .value = "80"}}, 1);
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().kind, Error::Kind::conflict);
  EXPECT_THAT(late.error().message, HasSubstr("Ana saved this"));
  EXPECT_EQ(known().at("hours").value, "120");
}

TEST_P(Facts, LeadToTheOneWhoHasTheNumber) {
  ASSERT_TRUE(note({{.field = "ipeds", .value = "100654"}}, 1));
  EXPECT_THAT(world.read([](store::Reader& r) { return subjects_with(r, "ipeds", "100654"); }),
              ElementsAre("robotics"));
  EXPECT_TRUE(
      world.read([](store::Reader& r) { return subjects_with(r, "ipeds", "100655"); }).empty());
}

TEST_P(Facts, OfAPersonCountUpThePersonsVersion) {
  const auto ana = world.write(
      [&](store::Writer& w) { return *add_person(w, person_called("Ana"), world.by("Hana")); });
  const auto noted = world.write([&](store::Writer& w) {
    return note_facts(w, {Thing::person, ana.id}, {{.field = "cares_stem", .value = "yes"}},
                      ana.version, world.by("Hana"));
  });
  EXPECT_EQ(*noted, 1);
  EXPECT_EQ(world.read([&](store::Reader& r) { return find_person_record(r, ana.id)->version; }),
            2);
}

TEST_P(Facts, HaveFieldsOfAnEcosystemThatOthersDoNotSee) {
  const auto before = all("hillside").size();
  const auto bus = add({.workspace = "lakeside", .topic = "Our own", .label = "Bus line"});
  ASSERT_TRUE(bus);
  EXPECT_EQ(bus->id, "own-lakeside-bus-line");
  EXPECT_EQ(all("lakeside").size(), before + 1);
  EXPECT_EQ(all("hillside").size(), before);
  EXPECT_EQ(add({.workspace = "lakeside", .topic = "Our own", .label = "Bus line"})->id,
            "own-lakeside-bus-line-2");
}

TEST_P(Facts, AreCalledByAnEcosystemAsItLikes) {
  const auto label = [&](std::string_view words) {
    return world.write([&](store::Writer& w) {
      return label_field(w, "hours", "lakeside", words, world.by("Ana"));
    });
  };
  const auto shown = [&](std::string_view workspace) {
    for (const auto& field : all(workspace))
      if (field.id == "hours") return field.label;
    return std::string();
  };
  ASSERT_TRUE(label("Contact hours"));
  EXPECT_EQ(shown("lakeside"), "Contact hours");
  EXPECT_EQ(shown("hillside"), "Hours a year");
  ASSERT_TRUE(label(" "));
  EXPECT_EQ(shown("lakeside"), "Hours a year");
}

TEST_P(Facts, StayWhenTheirFieldIsAskedForNoMore) {
  auto field = *add({.topic = "Our own", .label = "Bus line"});
  ASSERT_TRUE(note({{.field = field.id, .value = "61C"}}, 1));
  field.is_retired = true;
  field.shape = Shape::amount;
  ASSERT_TRUE(
      world.write([&](store::Writer& w) { return change_field(w, field, world.by("Hana")); }));
  EXPECT_EQ(known().at(field.id).value, "61C");
  const auto stored = world.read([&](store::Reader& r) { return *find_field(r, field.id); });
  EXPECT_TRUE(stored.is_retired);
  EXPECT_EQ(stored.shape, Shape::line) << "the shape stays, since facts have been noted";
}

}  // namespace
}  // namespace enact::network
