// SPDX-License-Identifier: Apache-2.0
#include "app/routes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/dispatch.h"
#include "support/browser.h"
#include "support/world.h"

namespace enact::app {
namespace {

using support::body_of;
using web::Needs;

base::Result<web::Response> say_scope(Visit& visit) {
  return web::text("for " + visit.viewer.name + " at " + visit.scope);
}

const Scope of_address{"ecosystem in the address", [](Visit& visit) -> base::Result<std::string> {
                         if (visit.id() == "none") return base::not_found("There is none.");
                         return visit.id();
                       }};

class RoutesTest : public testing::Test {
 protected:
  RoutesTest() {
    Routes routes(router, program.services());
    routes.get("/at/{id}", Needs::contributor, of_address, say_scope);
    routes.get("/unstated", Needs::unstated, say_scope);
    routes.post("/open", Needs::nothing, say_scope);
  }

  web::Response get(const std::string& path, const std::string& user = "") {
    web::Request request;
    request.path = path;
    if (!user.empty()) {
      auto& services = program.services();
      const auto secret = services.db.write([&](store::Writer& writer) {
        return services.sessions.begin(writer, user, "Firefox", services.clock.now());
      });
      request.headers.emplace_back(
          "cookie", std::string(identity::session_cookie_name(false)) + "=" + secret);
    }
    return dispatcher.answer(request);
  }

  support::Program program;
  support::World world{support::make_world(program)};
  web::Router router;
  Dispatcher dispatcher{router, program.services()};
};

TEST_F(RoutesTest, ARouteThatStatesNothingIsClosedToEverybody) {
  EXPECT_NE(get("/unstated").status, 200);
  EXPECT_EQ(get("/unstated", world.hana).status, 403);
}

TEST_F(RoutesTest, TheScopeIsFoundBeforeThePermissionIsAsked) {
  EXPECT_EQ(get("/at/none", world.dan).status, 404);
  EXPECT_EQ(get("/at/lakeside", world.dan).status, 403);
  EXPECT_EQ(get("/at/none").status, 303) << "a visitor learns nothing of what is there";
  EXPECT_EQ(body_of(get("/at/lakeside", world.ana)), "for Ana at lakeside");
}

TEST_F(RoutesTest, ASessionThatIsNoneIsThatOfAVisitor) {
  web::Request request;
  request.path = "/at/lakeside";
  request.headers = {{"cookie", std::string(identity::session_cookie_name(false)) + "=nonsense"}};
  EXPECT_EQ(dispatcher.answer(request).status, 303);
}

TEST_F(RoutesTest, AVisitorMaySendAnOpenFormWithoutAToken) {
  web::Request request;
  request.method = web::Method::post;
  request.path = "/open";
  request.headers = {{"content-type", "application/x-www-form-urlencoded"}};
  EXPECT_EQ(dispatcher.answer(request).status, 200);
}

TEST_F(RoutesTest, AMethodAndAddressAreStatedOnce) {
  Routes routes(router, program.services());
  EXPECT_THROW(routes.get("/at/{id}", Needs::nothing, say_scope), std::logic_error);
}

}  // namespace
}  // namespace enact::app
