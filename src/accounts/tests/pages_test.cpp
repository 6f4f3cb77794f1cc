// SPDX-License-Identifier: Apache-2.0
#include "accounts_world.h"
#include "base/text.h"
#include "identity/totp.h"

namespace enact::accounts {
namespace {

using SignInPages = AccountsTest;
using AccountPages = AccountsTest;
using TwoFactorPages = AccountsTest;
using AuditPages = AccountsTest;

TEST_F(SignInPages, ThePasswordLeadsWhereOneWantedToGo) {
  set_password(ana);
  const auto first = browser.get("/account");
  EXPECT_EQ(header_of(first, "Location"), "/sign-in?next=%2Faccount");
  const auto form = browser.get("/sign-in?next=%2Faccount");
  EXPECT_EQ(form.status, 200);
  EXPECT_EQ(hidden(form, "next"), "/account");

  const auto answer = browser.post(
      "/sign-in", {{"email", "ana@example.org"}, {"password", kPassword}, {"next", "/account"}});

  EXPECT_EQ(answer.status, 303);
  EXPECT_EQ(header_of(answer, "Location"), "/account");
  const auto cookie = header_of(answer, "Set-Cookie");
  EXPECT_NE(cookie.find("HttpOnly; SameSite=Lax"), std::string::npos);
  EXPECT_TRUE(is_signed_in(browser));
}

TEST_F(SignInPages, NextNeverLeavesThisSite) {
  set_password(ana);
  for (const auto* next : {"https://evil.example/", "//evil.example", "/\\evil.example", "evil"}) {
    support::Browser other(program);
    const auto answer = other.post(
        "/sign-in", {{"email", "ana@example.org"}, {"password", kPassword}, {"next", next}});
    EXPECT_EQ(header_of(answer, "Location"), "/") << next;
  }
}

TEST_F(SignInPages, AWrongPasswordShowsTheFormAgainWithTheAddressAlone) {
  set_password(ana);
  const auto answer =
      browser.post("/sign-in", {{"email", "ana@example.org"}, {"password", "wr0ng-secret"}});
  EXPECT_EQ(answer.status, 422);
  EXPECT_NE(body_of(answer).find("value=\"ana@example.org\""), std::string::npos);
  EXPECT_EQ(body_of(answer).find("wr0ng-secret"), std::string::npos);
  EXPECT_NE(body_of(answer).find("do not go together"), std::string::npos);
  EXPECT_FALSE(is_signed_in(browser));
}

TEST_F(SignInPages, TooManyFailuresAnswer429WithTheTime) {
  set_password(ana);
  for (int i = 0; i < 5; ++i)
    browser.post("/sign-in", {{"email", "ana@example.org"}, {"password", "wrong"}});
  const auto answer =
      browser.post("/sign-in", {{"email", "ana@example.org"}, {"password", kPassword}});
  EXPECT_EQ(answer.status, 429);
  EXPECT_NE(body_of(answer).find("15 minutes"), std::string::npos);
}

TEST_F(SignInPages, EachSignInIsASessionOfItsOwn) {
  set_password(ana);
  const auto sign_in = [&] {
    return header_of(
        browser.post("/sign-in", {{"email", "ana@example.org"}, {"password", kPassword}}),
        "Set-Cookie");
  };
  EXPECT_NE(sign_in(), sign_in());
  const auto open = program.db().read([&](store::Reader& reader) {
    return program.services().sessions.of(reader, ana, program.clock().now()).size();
  });
  EXPECT_EQ(open, 1U) << "the session before ends when the same browser signs in again";
}

TEST_F(SignInPages, ALinkIsConfirmedByAButton) {
  const auto sent =
      browser.post("/sign-in/link", {{"email", "ana@example.org"}, {"next", "/audit"}});
  EXPECT_EQ(sent.status, 200);
  const auto link = link_of_last_mail();
  ASSERT_TRUE(link.starts_with("/sign-in/link/"));

  const auto page = browser.get(link);
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.caching, web::Caching::none);
  EXPECT_FALSE(is_signed_in(browser)) << "opening the link signs nobody in";

  const auto answer = browser.post(link, {{"next", hidden(page, "next")}});
  EXPECT_EQ(header_of(answer, "Location"), "/audit");
  EXPECT_TRUE(is_signed_in(browser));

  support::Browser other(program);
  EXPECT_EQ(other.get(link).status, 409);
  EXPECT_EQ(other.post(link, {}).status, 409);
  EXPECT_FALSE(is_signed_in(other));
}

TEST_F(SignInPages, AnUnknownAddressIsAnsweredAlike) {
  const auto known = browser.post("/sign-in/link", {{"email", "ana@example.org"}});
  const auto unknown = browser.post("/sign-in/link", {{"email", "dora@example.org"}});
  EXPECT_EQ(mails().size(), 1U);
  EXPECT_EQ(known.status, unknown.status);
  auto body = body_of(unknown);
  EXPECT_EQ(body.replace(body.find("dora@"), 5, "ana@"), body_of(known));
}

TEST_F(SignInPages, SigningOutEndsTheSessionAtTheServer) {
  browser.sign_in_as(ana);
  EXPECT_EQ(browser.post_without_token("/sign-out", {}).status, 403);
  EXPECT_TRUE(is_signed_in(browser));
  EXPECT_EQ(browser.post("/sign-out", {}).status, 303);
  EXPECT_FALSE(is_signed_in(browser));
  EXPECT_EQ(verbs().front(), "identity.session.ended");
}

TEST_F(AccountPages, ShowsWhatOneMayDo) {
  browser.sign_in_as(ana);
  const auto page = browser.get("/account");
  EXPECT_EQ(page.status, 200);
  EXPECT_NE(body_of(page).find("ecosystem lead at Lakeside STEM Ecosystem"), std::string::npos);
}

TEST_F(AccountPages, TheNameChangesAndIsKeptWhenItIsWrong) {
  browser.sign_in_as(ana);
  EXPECT_EQ(browser.post("/account/name", {{"name", "Ana Duarte"}}).status, 303);
  EXPECT_EQ(user(ana).name, "Ana Duarte");
  const std::string long_name(121, 'x');
  const auto wrong = browser.post("/account/name", {{"name", long_name}});
  EXPECT_EQ(wrong.status, 422);
  EXPECT_NE(body_of(wrong).find(long_name), std::string::npos);
}

TEST_F(AccountPages, ANewPasswordNeedsTheCurrentOne) {
  set_password(ana);
  browser.sign_in_as(ana);
  support::Browser elsewhere(program);
  elsewhere.sign_in_as(ana);
  const std::string fresh = "seven dry herons wait";

  const auto wrong =
      browser.post("/account/password", {{"current_password", "no"}, {"password", fresh}});
  EXPECT_EQ(wrong.status, 422);
  EXPECT_EQ(body_of(wrong).find(fresh), std::string::npos);
  EXPECT_EQ(browser.post("/account/password", {{"password", "password1"}}).status, 422);

  const auto right =
      browser.post("/account/password",
                   {{"current_password", kPassword}, {"password", fresh}, {"end_others", "yes"}});
  EXPECT_EQ(right.status, 303);
  EXPECT_TRUE(is_signed_in(browser));
  EXPECT_FALSE(is_signed_in(elsewhere));
  EXPECT_EQ(mails().front().to, "ana@example.org");
  EXPECT_EQ(browser.post("/sign-in", {{"email", "ana@example.org"}, {"password", fresh}}).status,
            303);
}

TEST_F(AccountPages, WhoCameByLinkSetsAPasswordWithoutTheOldOne) {
  browser.post("/sign-in/link", {{"email", "ana@example.org"}});
  browser.post(link_of_last_mail(), {});
  EXPECT_EQ(browser.post("/account/password", {{"password", "seven dry herons wait"}}).status, 303);
  EXPECT_TRUE(user(ana).has_password);
  program.clock().advance(15min);
  EXPECT_EQ(browser.post("/account/password", {{"password", "six dry herons wait"}}).status, 422);
}

TEST_F(AccountPages, SessionsAreListedAndEnded) {
  browser.sign_in_as(ana);
  support::Browser elsewhere(program);
  elsewhere.sign_in_as(ana);
  support::Browser bens(program);
  bens.sign_in_as(ben);
  const auto page = browser.get("/account/sessions");
  std::smatch found;
  ASSERT_TRUE(
      std::regex_search(body_of(page), found, std::regex("/account/sessions/([0-9a-z]{25})/end")));
  const std::string end = "/account/sessions/" + found[1].str() + "/end";
  EXPECT_EQ(bens.post(end, {}).status, 404) << "nobody ends somebody else's session";
  EXPECT_EQ(browser.post(end, {}).status, 303);
  EXPECT_FALSE(is_signed_in(elsewhere));

  elsewhere.sign_in_as(ana);
  EXPECT_EQ(browser.post("/account/sessions/end-others", {}).status, 303);
  EXPECT_FALSE(is_signed_in(elsewhere));
  EXPECT_TRUE(is_signed_in(browser));
  EXPECT_TRUE(is_signed_in(bens));
}

TEST_F(TwoFactorPages, IsSetUpWithACodeAndThenAskedFor) {
  set_password(ana);
  browser.sign_in_as(ana);
  const auto code_now = [&](const std::string& secret) {
    return identity::totp_code(secret, identity::totp_step(program.clock().now()));
  };
  const auto set_up = browser.get("/account/two-factor");
  std::smatch found;
  ASSERT_TRUE(std::regex_search(body_of(set_up), found, std::regex("<code>([A-Z2-7 ]+)</code>")));
  const auto secret = base::replace_all(found[1], " ", "");
  const auto token = hidden(set_up, "token");

  EXPECT_EQ(
      browser.post("/account/two-factor", {{"token", token}, {"code", code_now(secret)}}).status,
      422)
      << "without the password";
  const auto wrong =
      browser.post("/account/two-factor",
                   {{"token", token}, {"code", "000000"}, {"current_password", kPassword}});
  EXPECT_EQ(wrong.status, 422);
  EXPECT_NE(body_of(wrong).find(found[1]), std::string::npos) << "the same secret stays";
  const auto on =
      browser.post("/account/two-factor",
                   {{"token", token}, {"code", code_now(secret)}, {"current_password", kPassword}});
  ASSERT_EQ(on.status, 200);
  ASSERT_TRUE(std::regex_search(body_of(on), found, std::regex("<code>([a-z2-7-]{29})</code>")));
  const std::string recovery = found[1];

  support::Browser other(program);
  program.clock().advance(1min);
  const auto half = other.post(
      "/sign-in", {{"email", "ana@example.org"}, {"password", kPassword}, {"next", "/audit"}});
  EXPECT_EQ(header_of(half, "Location"), "/sign-in/code?next=%2Faudit");
  EXPECT_FALSE(is_signed_in(other));
  EXPECT_EQ(other.get("/sign-in/code").status, 200);
  EXPECT_EQ(other.post("/sign-in/code", {{"code", "000000"}}).status, 422);
  const auto in = other.post("/sign-in/code", {{"code", code_now(secret)}, {"next", "/audit"}});
  EXPECT_EQ(header_of(in, "Location"), "/audit");
  EXPECT_TRUE(is_signed_in(other));

  support::Browser third(program);
  third.post("/sign-in", {{"email", "ana@example.org"}, {"password", kPassword}});
  third.post("/sign-in/code", {{"code", recovery}});
  EXPECT_TRUE(is_signed_in(third));
  EXPECT_NE(body_of(third.get("/account/two-factor")).find("7 unused"), std::string::npos);

  EXPECT_EQ(third.post("/account/two-factor/off", {{"current_password", "no"}}).status, 422);
  EXPECT_EQ(
      third.post("/account/two-factor/recovery-codes", {{"current_password", kPassword}}).status,
      200);
  EXPECT_EQ(third.post("/account/two-factor/off", {{"current_password", kPassword}}).status, 303);
  EXPECT_FALSE(user(ana).has_second_factor);
}

TEST_F(TwoFactorPages, ASecretSignedForSomebodyElseIsNotTaken) {
  set_password(ana);
  support::Browser bens(program);
  bens.sign_in_as(ben);
  const auto token = hidden(bens.get("/account/two-factor"), "token");
  browser.sign_in_as(ana);
  const auto answer = browser.post(
      "/account/two-factor", {{"token", token}, {"code", "1"}, {"current_password", kPassword}});
  EXPECT_EQ(answer.status, 409);
}

TEST_F(TwoFactorPages, TheCodePageNeedsTheFirstStep) {
  EXPECT_EQ(header_of(browser.get("/sign-in/code"), "Location"), "/sign-in");
  EXPECT_EQ(browser.post("/sign-in/code", {{"code", "123456"}}).status, 409);
}

TEST_F(AuditPages, ALeadSeesTheirOwnEcosystemAlone) {
  browser.sign_in_as(ana);
  const auto own = browser.get("/audit");
  EXPECT_EQ(own.status, 200);
  EXPECT_NE(body_of(own).find(">Ben<"), std::string::npos);
  EXPECT_EQ(body_of(own).find(">Dan<"), std::string::npos);
  EXPECT_EQ(browser.get("/audit?workspace=hillside").status, 403);
  EXPECT_EQ(browser.get("/audit.csv?workspace=hillside").status, 403);
  const auto csv = body_of(browser.get("/audit.csv"));
  EXPECT_TRUE(csv.starts_with("at,actor,actor_name,verb,"));
  EXPECT_EQ(csv.find("Dan"), std::string::npos);
}

TEST_F(AuditPages, TheHubSeesAllAndFilters) {
  browser.sign_in_as(hana);
  const auto all = body_of(browser.get("/audit"));
  EXPECT_NE(all.find(">Dan<"), std::string::npos);
  EXPECT_NE(all.find("<ins>ecosystem_lead</ins>"), std::string::npos);
  const auto one = body_of(browser.get("/audit?kind=user&id=" + dan));
  EXPECT_NE(one.find(">Dan<"), std::string::npos);
  EXPECT_EQ(one.find(">Ben<"), std::string::npos);
  EXPECT_EQ(body_of(browser.get("/audit?verb=network.")).find(">Dan<"), std::string::npos);
}

TEST_F(AuditPages, IsClosedToMembersAndVisitors) {
  EXPECT_EQ(browser.get("/audit").status, 303);
  browser.sign_in_as(ben);
  EXPECT_EQ(browser.get("/audit").status, 403);
}

TEST_F(AuditPages, TheOutboxIsTheHubsAlone) {
  browser.post("/sign-in/link", {{"email", "ana@example.org"}});
  EXPECT_EQ(browser.get("/outbox").status, 303);
  browser.sign_in_as(ana);
  EXPECT_EQ(browser.get("/outbox").status, 403);
  browser.sign_in_as(hana);
  const auto page = browser.get("/outbox");
  EXPECT_EQ(page.status, 200);
  EXPECT_NE(body_of(page).find("href=\"http://enact.test/sign-in/link/"), std::string::npos);
}

}  // namespace
}  // namespace enact::accounts
