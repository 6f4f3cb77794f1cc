// SPDX-License-Identifier: Apache-2.0
#include "identity/users.h"

#include "cast.h"

namespace enact::identity {
namespace {

class UsersTest : public Stage {
 protected:
  std::vector<HeldRole> held(const User& user) {
    return database->read([&](store::Reader& reader) { return roles_of(reader, user.id); });
  }
  User again(const User& user) {
    return database->read(
        [&](store::Reader& reader) { return find_user(reader, user.id).value(); });
  }
};

TEST_P(UsersTest, AnAddressHasOneAccount) {
  add("ana@lakeside.example");
  const auto second = database->write([&](store::Writer& writer) {
    return add_user(writer, {" ANA@lakeside.example", "Ana", ""}, by_hub());
  });
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().kind, base::Error::Kind::conflict);
  EXPECT_EQ(verbs().size(), 1U);
}

TEST_P(UsersTest, RenamingTellsTheAuditBothNames) {
  const auto ana = add("ana@lakeside.example");
  ASSERT_TRUE(database->write(
      [&](store::Writer& writer) { return rename_user(writer, ana, "Ana Duarte", by_hub()); }));
  EXPECT_EQ(again(ana).name, "Ana Duarte");
  const auto found =
      database->read([](store::Reader& reader) { return events(reader, {.limit = 1}); });
  EXPECT_EQ(found[0].before["name"].text(), "ana");
  EXPECT_EQ(found[0].after["name"].text(), "Ana Duarte");
}

TEST_P(UsersTest, AnUnchangedNameIsNoEvent) {
  const auto ana = add("ana@lakeside.example");
  ASSERT_TRUE(database->write(
      [&](store::Writer& writer) { return rename_user(writer, ana, " ana ", by_hub()); }));
  EXPECT_EQ(verbs().size(), 1U);
}

TEST_P(UsersTest, ARoleIsHeldOnceAndCanBeTakenBackAndGivenAgain) {
  const auto ana = add("ana@lakeside.example");
  const Grant lead{Role::ecosystem_lead, "lakeside", "lakeside"};
  give(ana, lead);
  give(ana, lead);
  ASSERT_EQ(held(ana).size(), 1U);

  const auto take_back = [&](const HeldRole& role) {
    return database->write(
        [&](store::Writer& writer) { return take_role_back(writer, role, by_hub()); });
  };
  const auto role = held(ana).front();
  EXPECT_TRUE(take_back(role));
  EXPECT_FALSE(take_back(role));
  EXPECT_TRUE(held(ana).empty());
  give(ana, lead);
  EXPECT_EQ(held(ana).size(), 1U);
  EXPECT_EQ(verbs({.org = "lakeside"}),
            (std::vector<std::string>{"identity.role.given", "identity.role.taken_back",
                                      "identity.role.given"}));
}

TEST_P(UsersTest, TheListOfAnEcosystemHoldsItsPeopleAlone) {
  const auto ana = add("ana@lakeside.example");
  const auto ben = add("ben@hilltown.example");
  const auto cleo = add("cleo@nowhere.example");
  give(ana, {Role::ecosystem_lead, "lakeside", "lakeside"});
  give(ana, {Role::program_lead, "girls-code", "lakeside"});
  give(ben, {Role::member, "hilltown", "hilltown"});
  const auto count = [&](const std::string& workspace) {
    return database->read(
        [&](store::Reader& reader) { return held_roles(reader, workspace).size(); });
  };
  EXPECT_EQ(count("lakeside"), 2U);
  EXPECT_EQ(count("hilltown"), 1U);
  EXPECT_EQ(count(""), 3U);
  const auto idle =
      database->read([](store::Reader& reader) { return users_without_role(reader); });
  ASSERT_EQ(idle.size(), 1U);
  EXPECT_EQ(idle[0].id, cleo.id);
}

TEST_P(UsersTest, TheLastOfTheHubCanNeitherLeaveNorBeClosed) {
  const auto hana = add("hana@hub.example");
  give(hana, {Role::hub, "", ""});
  const auto take_back = [&] {
    return database->write([&](store::Writer& writer) {
      return take_role_back(writer, roles_of(writer, hana.id).front(), by_hub());
    });
  };
  const auto close = [&](const User& user) {
    return database->write(
        [&](store::Writer& writer) { return disable_user(writer, user, by_hub()); });
  };
  EXPECT_FALSE(take_back());
  EXPECT_FALSE(close(hana));

  const auto ivo = add("ivo@hub.example");
  give(ivo, {Role::hub, "", ""});
  EXPECT_TRUE(close(ivo));
  EXPECT_FALSE(take_back()) << "a closed account runs no network";
  const auto closed = again(ivo);
  database->write([&](store::Writer& writer) { enable_user(writer, closed, by_hub()); });
  EXPECT_TRUE(take_back());
}

TEST_P(UsersTest, WhoMayGiveWhichRole) {
  Viewer lead;
  lead.user_id = "u1";
  lead.grants = {{Role::ecosystem_lead, "lakeside", "lakeside"}};
  EXPECT_TRUE(may_give(lead, Role::member, "lakeside"));
  EXPECT_TRUE(may_give(lead, Role::admissions_partner, "lakeside"));
  EXPECT_FALSE(may_give(lead, Role::member, "hilltown"));
  EXPECT_FALSE(may_give(lead, Role::ecosystem_lead, "lakeside"));
  EXPECT_FALSE(may_give(lead, Role::hub, ""));
  EXPECT_EQ(roles_to_give(lead).size(), 3U);

  Viewer hub;
  hub.user_id = "u2";
  hub.grants = {{Role::hub, "", ""}};
  EXPECT_TRUE(may_give(hub, Role::hub, ""));
  EXPECT_EQ(roles_to_give(hub).size(), std::size(kRoles));
  EXPECT_TRUE(roles_to_give(Viewer{}).empty());
}

TEST_P(UsersTest, TheAuditHoldsNoPasswordNorItsHash) {
  const auto ana = add("ana@lakeside.example");
  database->write(
      [&](store::Writer& writer) { change_password(writer, ana, password_hash(), by_hub()); });
  database->read([&](store::Reader& reader) {
    for (const auto& event : events(reader, {})) {
      EXPECT_EQ(event.after.dump().find("argon2"), std::string::npos);
      EXPECT_EQ(event.before.dump().find("argon2"), std::string::npos);
    }
  });
}

INSTANTIATE_TEST_SUITE_P(Databases,
                         UsersTest,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

}  // namespace
}  // namespace enact::identity
