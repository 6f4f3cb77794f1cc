// SPDX-License-Identifier: Apache-2.0
#include "accounts_world.h"

namespace enact::accounts {
namespace {

class AccessPages : public AccountsTest {
 protected:
  web::Response invite(const std::string& email,
                       const std::string& role,
                       const std::string& org,
                       const std::string& workspace = "") {
    return browser.post("/people-with-access/invitations",
                        {{"email", email}, {"role", role}, {"org", org}, {"workspace", workspace}});
  }

  std::string invitation_id() {
    const auto page = browser.get("/people-with-access");
    std::smatch found;
    return std::regex_search(body_of(page), found, std::regex("/invitations/([0-9a-z]{25})/resend"))
               ? found[1].str()
               : "";
  }
};

TEST_F(AccessPages, ALeadSeesTheirOwnPeople) {
  browser.sign_in_as(ana);
  const auto page = browser.get("/people-with-access");
  EXPECT_EQ(page.status, 200);
  EXPECT_NE(body_of(page).find("ben@example.org"), std::string::npos);
  EXPECT_EQ(body_of(page).find("dan@example.org"), std::string::npos);
  EXPECT_EQ(browser.get("/people-with-access?workspace=hillside").status, 403);
}

TEST_F(AccessPages, AnInvitationBecomesAnAccount) {
  browser.sign_in_as(ana);
  EXPECT_EQ(invite("eva@example.org", "program_lead", "robotics-club").status, 303);
  const auto link = link_of_last_mail();
  ASSERT_TRUE(link.starts_with("/invitations/"));

  support::Browser evas(program);
  const auto page = evas.get(link);
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.caching, web::Caching::none);
  EXPECT_NE(body_of(page).find("program lead at Lakeside Robotics Club"), std::string::npos);
  const auto wrong = evas.post(link, {{"name", ""}, {"password", "password"}});
  EXPECT_EQ(wrong.status, 422);
  EXPECT_NE(body_of(wrong).find("name-error"), std::string::npos);
  EXPECT_NE(body_of(wrong).find("password-error"), std::string::npos);
  EXPECT_EQ(evas.post(link, {{"name", "Eva"}, {"password", kPassword}}).status, 303);
  EXPECT_TRUE(is_signed_in(evas));
  EXPECT_EQ(evas.get(link).status, 409);

  const auto eva = program.db().read([](store::Reader& reader) {
    return identity::find_user_by_email(reader, "eva@example.org").value();
  });
  ASSERT_EQ(roles(eva.id).size(), 1U);
  EXPECT_EQ(roles(eva.id)[0].workspace, "lakeside");
}

TEST_F(AccessPages, ALeadOffersNoMoreThanTheyMay) {
  browser.sign_in_as(ana);
  EXPECT_EQ(invite("eva@example.org", "hub", "").status, 422);
  EXPECT_EQ(invite("eva@example.org", "ecosystem_lead", "lakeside").status, 422);
  EXPECT_EQ(invite("eva@example.org", "member", "hillside").status, 422);
  EXPECT_EQ(invite("eva@example.org", "member", "hillside", "hillside").status, 403);
  EXPECT_EQ(invite("eva@example.org", "member", "nowhere").status, 422);
  EXPECT_EQ(invite("eva@example.org", "emperor", "lakeside").status, 422);
  EXPECT_TRUE(mails().empty());
  EXPECT_EQ(invite("eva@example.org", "admissions_partner", "lake-college").status, 303);
  EXPECT_EQ(mails().size(), 1U);
}

TEST_F(AccessPages, TheHubOffersAnythingAnywhere) {
  browser.sign_in_as(hana);
  EXPECT_EQ(invite("eva@example.org", "hub", "").status, 303);
  EXPECT_EQ(invite("eva@example.org", "ecosystem_lead", "hillside").status, 303);
  EXPECT_EQ(invite("eva@example.org", "ecosystem_lead", "robotics-club").status, 422);
  EXPECT_EQ(invite("eva@example.org", "member", "lake-college").status, 422);
}

TEST_F(AccessPages, WhatWasTypedIsKept) {
  browser.sign_in_as(ana);
  const auto wrong = invite("eva@example", "member", "robotics-club");
  EXPECT_EQ(wrong.status, 422);
  EXPECT_NE(body_of(wrong).find("value=\"eva@example\""), std::string::npos);
  EXPECT_NE(body_of(wrong).find("value=\"member\" selected"), std::string::npos);
  EXPECT_NE(body_of(wrong).find("value=\"robotics-club\" selected"), std::string::npos);
}

TEST_F(AccessPages, InvitationsAreSentAgainAndWithdrawnByTheirOwnLead) {
  browser.sign_in_as(ana);
  invite("eva@example.org", "member", "lakeside");
  const auto first = link_of_last_mail();
  const std::string at = "/people-with-access/invitations/" + invitation_id();

  support::Browser dans(program);
  dans.sign_in_as(dan);
  EXPECT_EQ(dans.post(at + "/resend", {}).status, 403);
  EXPECT_EQ(dans.post(at + "/revoke", {}).status, 403);
  EXPECT_EQ(dans.post("/people-with-access/invitations/none/revoke", {}).status, 404);

  program.clock().advance(1min);
  EXPECT_EQ(browser.post(at + "/resend", {}).status, 303);
  const auto second = link_of_last_mail();
  EXPECT_NE(first, second);
  support::Browser evas(program);
  EXPECT_EQ(evas.get(first).status, 404);
  EXPECT_EQ(evas.get(second).status, 200);
  EXPECT_EQ(browser.post(at + "/revoke", {}).status, 303);
  EXPECT_EQ(evas.get(second).status, 409);
}

TEST_F(AccessPages, RolesAreTakenBackByThoseWhoMayGiveThem) {
  const auto bens = "/people-with-access/roles/" + roles(ben)[0].id + "/take-back";
  const auto anas = "/people-with-access/roles/" + roles(ana)[0].id + "/take-back";
  browser.sign_in_as(dan);
  EXPECT_EQ(browser.post(bens, {}).status, 403);
  browser.sign_in_as(ana);
  EXPECT_EQ(browser.post(anas, {}).status, 403) << "a lead's own role is the hub's to take";
  EXPECT_EQ(browser.post(bens, {}).status, 303);
  EXPECT_TRUE(roles(ben).empty());
  EXPECT_EQ(browser.post(bens, {}).status, 404);
  browser.sign_in_as(hana);
  EXPECT_EQ(browser.post(anas, {}).status, 303);
  EXPECT_EQ(
      browser.post("/people-with-access/roles/" + roles(hana)[0].id + "/take-back", {}).status, 409)
      << "the last of the hub";
}

TEST_F(AccessPages, TheHubClosesAnAccountAndItsSessions) {
  support::Browser bens(program);
  bens.sign_in_as(ben);
  browser.sign_in_as(ana);
  const auto at = "/people-with-access/users/" + ben;
  EXPECT_EQ(browser.post(at + "/disable", {}).status, 403);
  browser.sign_in_as(hana);
  EXPECT_EQ(browser.post(at + "/disable", {}).status, 303);
  EXPECT_FALSE(is_signed_in(bens));
  EXPECT_TRUE(user(ben).is_disabled());
  EXPECT_EQ(browser.post(at + "/disable", {}).status, 409);
  EXPECT_EQ(browser.post("/people-with-access/users/" + hana + "/disable", {}).status, 409);
  EXPECT_EQ(browser.post(at + "/enable", {}).status, 303);
  EXPECT_FALSE(user(ben).is_disabled());
}

TEST_F(AccessPages, EveryCommandSaysWhatItDid) {
  const auto run = [&](const std::string& name, std::map<std::string, std::string> values) {
    for (const auto* module : app::modules()) {
      if (module->name != "accounts") continue;
      for (const auto& command : module->commands()) {
        if (command.name != name) continue;
        std::ostringstream out;
        const auto done = command.run({std::move(values), out}, program.services());
        return done ? out.str() : "error: " + done.error().message;
      }
    }
    return std::string("no such command");
  };
  const auto added = run("user add", {{"email", "eva@example.org"},
                                      {"name", "Eva"},
                                      {"role", "ecosystem_lead"},
                                      {"org", "lakeside"}});
  EXPECT_NE(added.find("http://enact.test/sign-in/link/"), std::string::npos) << added;
  EXPECT_NE(run("user add", {{"email", "eva@example.org"}, {"name", "Eva"}, {"role", "hub"}})
                .find("has an account already"),
            std::string::npos);
  EXPECT_NE(run("user add", {{"email", "fay@example.org"}, {"name", "Fay"}, {"role", "boss"}})
                .find("one of hub"),
            std::string::npos);
  EXPECT_NE(run("user list", {}).find("ecosystem lead at Lakeside STEM Ecosystem"),
            std::string::npos);
  EXPECT_NE(run("user link", {{"email", "eva@example.org"}}).find("/sign-in/link/"),
            std::string::npos);
  EXPECT_NE(run("user disable", {{"email", "eva@example.org"}}).find("closed"), std::string::npos);
  EXPECT_NE(run("user link", {{"email", "eva@example.org"}}).find("error: "), std::string::npos);
  EXPECT_NE(run("user link", {{"email", "nobody@example.org"}}).find("No account"),
            std::string::npos);
}

}  // namespace
}  // namespace enact::accounts
