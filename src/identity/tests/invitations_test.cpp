// SPDX-License-Identifier: Apache-2.0
#include "identity/invitations.h"

#include "cast.h"

namespace enact::identity {
namespace {

class InvitationsTest : public Stage {
 protected:
  base::Result<SentInvitation> send(const std::string& email, const Grant& grant) {
    return database->write(
        [&](store::Writer& writer) { return invite(writer, email, grant, by_hub()); });
  }
  base::Result<Invitation> open(const std::string& token) {
    return database->read(
        [&](store::Reader& reader) { return invitation_for(reader, token, now); });
  }
  base::Result<User> take(const Invitation& invitation, const std::string& name = "Ben") {
    return database->write([&](store::Writer& writer) {
      return accept(writer, invitation, {name, password_hash()}, now);
    });
  }

  const Grant member{Role::member, "lakeside", "lakeside"};
};

TEST_P(InvitationsTest, AcceptingMakesTheAccountAndGivesTheRole) {
  const auto sent = send("Ben@lakeside.example", member);
  ASSERT_TRUE(sent);
  const auto found = open(sent->token);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->email, "ben@lakeside.example");

  const auto ben = take(*found);

  ASSERT_TRUE(ben);
  EXPECT_TRUE(ben->has_password);
  database->read([&](store::Reader& reader) {
    const auto held = roles_of(reader, ben->id);
    ASSERT_EQ(held.size(), 1U);
    EXPECT_EQ(held[0].role, Role::member);
  });
  EXPECT_EQ(verbs(),
            (std::vector<std::string>{"identity.role.given", "identity.invitation.accepted",
                                      "identity.user.added", "identity.invitation.sent"}));
}

TEST_P(InvitationsTest, ItIsAcceptedOnce) {
  const auto sent = send("ben@lakeside.example", member);
  ASSERT_TRUE(take(sent->invitation));
  EXPECT_FALSE(open(sent->token));
  EXPECT_FALSE(take(sent->invitation));
}

TEST_P(InvitationsTest, SomebodyWithAnAccountKeepsNameAndPassword) {
  const auto ben = add("ben@lakeside.example");
  const auto sent = send("ben@lakeside.example", member);
  const auto accepted = take(sent->invitation, "Mallory");
  ASSERT_TRUE(accepted);
  EXPECT_EQ(accepted->id, ben.id);
  EXPECT_EQ(accepted->name, "ben");
}

TEST_P(InvitationsTest, AClosedAccountStaysClosed) {
  const auto ben = add("ben@lakeside.example");
  database->write([&](store::Writer& writer) { return disable_user(writer, ben, by_hub()); });
  const auto sent = send("ben@lakeside.example", member);
  const auto accepted = take(sent->invitation);
  ASSERT_FALSE(accepted);
  EXPECT_EQ(accepted.error().kind, base::Error::Kind::forbidden);
}

TEST_P(InvitationsTest, ItRunsOutAfterTwoWeeks) {
  const auto sent = send("ben@lakeside.example", member);
  now = now + kInvitationLife - 1s;
  EXPECT_TRUE(open(sent->token));
  now = now + 1s;
  EXPECT_FALSE(open(sent->token));
}

TEST_P(InvitationsTest, InvitingTwiceIsRefusedWhileItIsOpen) {
  ASSERT_TRUE(send("ben@lakeside.example", member));
  const auto second = send("ben@lakeside.example", member);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().field, "email");
  EXPECT_TRUE(send("ben@lakeside.example", {Role::member, "hilltown", "hilltown"}));
  now = now + kInvitationLife;
  EXPECT_TRUE(send("ben@lakeside.example", member));
}

TEST_P(InvitationsTest, SendingAgainMakesTheFirstLinkWorthless) {
  const auto first = send("ben@lakeside.example", member);
  now = now + 24h * 13;
  const auto second = database->write(
      [&](store::Writer& writer) { return renew(writer, first->invitation, by_hub()); });
  ASSERT_TRUE(second);
  EXPECT_FALSE(open(first->token));
  now = now + 24h * 13;
  EXPECT_TRUE(open(second->token));
}

TEST_P(InvitationsTest, AWithdrawnOneOpensNothing) {
  const auto sent = send("ben@lakeside.example", member);
  const auto withdraw = [&] {
    return database->write(
        [&](store::Writer& writer) { return revoke(writer, sent->invitation, by_hub()); });
  };
  EXPECT_TRUE(withdraw());
  EXPECT_FALSE(withdraw());
  EXPECT_FALSE(open(sent->token));
  EXPECT_FALSE(take(sent->invitation));
  const auto renewed = database->write(
      [&](store::Writer& writer) { return renew(writer, sent->invitation, by_hub()); });
  EXPECT_FALSE(renewed);
}

TEST_P(InvitationsTest, TheListIsOfOneEcosystem) {
  send("ben@lakeside.example", member);
  send("cleo@hilltown.example", {Role::member, "hilltown", "hilltown"});
  const auto count = [&](const std::string& workspace) {
    return database->read(
        [&](store::Reader& reader) { return open_invitations(reader, workspace).size(); });
  };
  EXPECT_EQ(count("lakeside"), 1U);
  EXPECT_EQ(count(""), 2U);
  EXPECT_EQ(count("delta"), 0U);
}

INSTANTIATE_TEST_SUITE_P(Databases,
                         InvitationsTest,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

}  // namespace
}  // namespace enact::identity
