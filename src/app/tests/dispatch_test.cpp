// SPDX-License-Identifier: Apache-2.0
#include "app/dispatch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/json.h"
#include "base/log.h"
#include "support/browser.h"
#include "support/world.h"

namespace enact::app {
namespace {

using support::body_of;
using support::header_of;
using testing::HasSubstr;
using testing::Not;

class DispatchTest : public testing::Test {
 protected:
  DispatchTest() { base::set_log_level(base::LogLevel::off); }

  support::Program program;
  support::World world{support::make_world(program)};
  support::Browser visitor{program};
};

web::Request request_for(web::Method method, const std::string& path) {
  web::Request request;
  request.method = method;
  request.path = path;
  request.id = "r7";
  request.headers = {{"host", "enact.test"}};
  return request;
}

TEST_F(DispatchTest, AnUnknownAddressIsSaidAndNotRepeatedRaw) {
  const auto response = visitor.get("/<script>alert(1)</script>/" + std::string(300, 'x'));
  EXPECT_EQ(response.status, 404);
  EXPECT_THAT(body_of(response), HasSubstr("There is nothing here"));
  EXPECT_THAT(body_of(response), Not(HasSubstr("<script>alert")));
  EXPECT_THAT(body_of(response), HasSubstr("xxx…. It may have been mistyped"));
  EXPECT_EQ(header_of(response, "Cache-Control"), "no-store");
}

TEST_F(DispatchTest, AKnownAddressAskedInAnotherWayNamesTheWaysItKnows) {
  auto posted = request_for(web::Method::post, "/playbook");
  auto response = program.dispatcher().answer(posted);
  EXPECT_EQ(response.status, 405);
  EXPECT_EQ(header_of(response, "Allow"), "GET, HEAD");
  auto deleted = request_for(web::Method::other, "/playbook");
  EXPECT_EQ(program.dispatcher().answer(deleted).status, 405);
  auto unknown = request_for(web::Method::other, "/nothing");
  EXPECT_EQ(program.dispatcher().answer(unknown).status, 404);
}

TEST_F(DispatchTest, AProblemIsJsonForWhoAsksForJson) {
  for (const auto& response : {visitor.get("/plays/9-9.json"),
                               visitor.get("/plays/9-9", {{"accept", "application/json"}})}) {
    EXPECT_EQ(response.status, 404);
    EXPECT_EQ(response.type, "application/problem+json");
    const auto problem = base::Json::parse(body_of(response)).value();
    EXPECT_EQ(problem["status"].integer(), 404);
    EXPECT_EQ(problem["title"].text(), "There is nothing here");
    EXPECT_THAT(problem["detail"].text(), HasSubstr("no play"));
    EXPECT_EQ(problem["instance"].text(), "test");
  }
  const auto file = visitor.get("/toolkit/none.md");
  EXPECT_EQ(file.type, "text/plain; charset=utf-8");
  EXPECT_EQ(visitor.get("/board.json").type, "application/problem+json");
}

TEST_F(DispatchTest, AFaultOfAFormIsAPointerInTheProblem) {
  support::Browser ana(program);
  ana.sign_in_as(world.ana);
  auto request = request_for(web::Method::post, "/toolkit/short-ask/copies");
  request.headers.emplace_back("accept", "application/json");
  request.headers.emplace_back("content-type", "application/x-www-form-urlencoded");
  const auto response = program.dispatcher().answer(request);
  EXPECT_EQ(response.status, 403);
  EXPECT_EQ(response.type, "application/problem+json");
}

TEST_F(DispatchTest, AFormFromAnotherSiteIsRefused) {
  const auto status = [&](const web::Fields& headers) {
    auto request = request_for(web::Method::post, "/sign-in");
    request.headers.insert(request.headers.end(), headers.begin(), headers.end());
    request.headers.emplace_back("content-type", "application/x-www-form-urlencoded");
    request.body = "email=a%40example.org&password=x";
    const auto response = program.dispatcher().answer(request);
    return body_of(response).find("another site") != std::string::npos ? "refused" : "taken";
  };
  EXPECT_STREQ(status({{"sec-fetch-site", "cross-site"}}), "refused");
  EXPECT_STREQ(status({{"sec-fetch-site", "same-site"}}), "refused");
  EXPECT_STREQ(status({{"origin", "https://evil.example"}}), "refused");
  EXPECT_STREQ(status({{"origin", "null"}}), "refused");
  EXPECT_STREQ(status({{"origin", "http://enact.test.evil.example"}}), "refused");
  EXPECT_STREQ(status({{"sec-fetch-site", "same-origin"}}), "taken");
  EXPECT_STREQ(status({{"origin", "http://enact.test"}}), "taken");
  EXPECT_STREQ(status({}), "taken") << "no browser, so nobody's session";
}

TEST_F(DispatchTest, AFormThatCannotBeReadIsSaid) {
  auto request = request_for(web::Method::post, "/sign-in");
  request.headers.emplace_back("content-type", "multipart/form-data");
  request.body = "x";
  const auto status = program.dispatcher().answer(request).status;
  EXPECT_GE(status, 400);
  EXPECT_LT(status, 500);
}

TEST_F(DispatchTest, AHandlerThatBreaksGivesAPageThatLeaksNothing) {
  web::Router router;
  const auto broken = [](web::Request&) -> base::Result<web::Response> {
    throw std::runtime_error("select password from secrets");
  };
  router.add({.pattern = "/broken", .scope = {}, .formats = {"json"}, .handler = broken});
  router.add({.pattern = "/worse",
              .scope = {},
              .formats = {},
              .handler = [](web::Request&) -> base::Result<web::Response> { throw 7; }});
  Dispatcher dispatcher(router, program.services());
  for (const auto* path : {"/broken", "/broken.json", "/worse"}) {
    auto request = request_for(web::Method::get, path);
    const auto response = dispatcher.answer(request);
    EXPECT_EQ(response.status, 500);
    EXPECT_THAT(body_of(response), HasSubstr("r7")) << path;
    EXPECT_THAT(body_of(response), Not(HasSubstr("secrets")));
    EXPECT_EQ(header_of(response, "X-Content-Type-Options"), "nosniff");
  }
}

TEST_F(DispatchTest, APublicPageIsAnsweredWith304UntilSomebodyPublishes) {
  const auto first = visitor.get("/plays/1-2");
  const auto etag = header_of(first, "ETag");
  ASSERT_FALSE(etag.empty());
  EXPECT_EQ(header_of(first, "Cache-Control"), "no-cache");
  const auto same = visitor.get("/plays/1-2", {{"if-none-match", etag}});
  EXPECT_EQ(same.status, 304);
  EXPECT_TRUE(body_of(same).empty());
  EXPECT_EQ(visitor.get("/plays/1-2", {{"if-none-match", "\"other\""}}).status, 200);
  auto head = request_for(web::Method::head, "/plays/1-2");
  const auto only_head = program.dispatcher().answer(head);
  EXPECT_EQ(only_head.status, 200);
  EXPECT_TRUE(body_of(only_head).empty());
  EXPECT_EQ(header_of(only_head, "ETag"), etag);
  EXPECT_FALSE(body_of(visitor.get("/plays/1-2")).empty()) << "a HEAD request spoils nothing";
}

TEST_F(DispatchTest, APageForSomebodyIsNeverKept) {
  support::Browser ana(program);
  ana.sign_in_as(world.ana);
  const auto own = ana.get("/plays/1-2");
  EXPECT_EQ(header_of(own, "Cache-Control"), "no-store");
  EXPECT_EQ(header_of(own, "ETag"), "");
  EXPECT_THAT(body_of(visitor.get("/plays/1-2")), Not(HasSubstr("Ana")));
  const auto with_notice = visitor.get("/plays/1-2", {{"cookie", "notice=Saved."}});
  EXPECT_THAT(body_of(with_notice), HasSubstr("Saved."));
  EXPECT_THAT(body_of(visitor.get("/plays/1-2")), Not(HasSubstr("Saved.")));
}

TEST_F(DispatchTest, ASessionThatEndedIsSentToSignInOrTold) {
  support::Browser ana(program);
  ana.sign_in_as(world.ana);
  program.clock().advance(std::chrono::hours(24 * 400));
  const auto page = ana.get("/board?ecosystem=lakeside");
  EXPECT_EQ(page.status, 303);
  EXPECT_EQ(header_of(page, "Location"), "/sign-in?next=%2Fboard%3Fecosystem%3Dlakeside");
  const auto form = ana.post("/toolkit/short-ask/copies", {{"workspace", "lakeside"}});
  EXPECT_EQ(form.status, 403);
  EXPECT_THAT(body_of(form), HasSubstr("Please sign in"));
}

}  // namespace
}  // namespace enact::app
