// SPDX-License-Identifier: Apache-2.0
#include "web/router.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace enact::web {
namespace {

Route route(Method method, const std::string& pattern, std::vector<std::string> formats = {}) {
  Route made;
  made.method = method;
  made.pattern = pattern;
  made.formats = std::move(formats);
  return made;
}

Router plays() {
  Router router;
  router.add(route(Method::get, "/"));
  router.add(route(Method::get, "/plays/{id}", {"json"}));
  router.add(route(Method::get, "/plays/new"));
  router.add(route(Method::post, "/plays/{id}/runs"));
  router.add(route(Method::get, "/{folder}/{slug}"));
  router.add(route(Method::get, "/new", {"atom"}));
  return router;
}

Request asked(const std::string& path, Method method = Method::get) {
  Request request;
  request.method = method;
  request.path = path;
  return request;
}

std::string pattern_for(const std::string& path, Method method = Method::get) {
  static const auto router = plays();
  auto request = asked(path, method);
  const auto* found = router.match(request);
  return found != nullptr ? found->pattern : "none";
}

TEST(Router, FindsNothingForAnotherPathOrMethod) {
  for (const auto* path : {"", "/plays", "/plays/", "/plays/1-1/", "//", "/plays/1-1/runs/x"})
    EXPECT_EQ(pattern_for(path), std::string(path).empty() ? "/" : "none") << path;
  EXPECT_EQ(pattern_for("/plays/1-1", Method::post), "none");
  EXPECT_EQ(pattern_for("/plays/1-1/runs"), "none");
}

TEST(Router, PrefersExactSegmentsWhateverTheOrderOfRoutes) {
  EXPECT_EQ(pattern_for("/plays/new"), "/plays/new");
  EXPECT_EQ(pattern_for("/plays/1-1"), "/plays/{id}");
  EXPECT_EQ(pattern_for("/toolkit/1-1"), "/{folder}/{slug}");
  EXPECT_EQ(pattern_for("/"), "/");
}

TEST(Router, FillsThePlacesOfThePattern) {
  const auto router = plays();
  auto request = asked("/toolkit/short ask");
  ASSERT_NE(router.match(request), nullptr);
  EXPECT_EQ(request.path_id("folder"), "toolkit");
  EXPECT_EQ(request.path_id("slug"), "short ask");
  EXPECT_EQ(request.path_id("id"), "");
}

TEST(Router, TakesAnEndingForAFormatOnlyWhereTheRouteAnswersIt) {
  const auto router = plays();
  auto json = asked("/plays/4-2.json");
  ASSERT_NE(router.match(json), nullptr);
  EXPECT_EQ(json.format, "json");
  EXPECT_EQ(json.path, "/plays/4-2");
  EXPECT_EQ(json.path_id("id"), "4-2");
  auto csv = asked("/plays/4-2.csv");
  ASSERT_NE(router.match(csv), nullptr);
  EXPECT_EQ(csv.format, "");
  EXPECT_EQ(csv.path_id("id"), "4-2.csv");
  EXPECT_EQ(pattern_for("/new.atom"), "/new");
  EXPECT_EQ(pattern_for("/new.json"), "none");
  EXPECT_EQ(pattern_for("/plays/.json"), "/plays/{id}") << "an id, not an ending";
}

TEST(Router, AnswersHeadAsGet) {
  EXPECT_EQ(pattern_for("/plays/1-1", Method::head), "/plays/{id}");
}

TEST(Router, NamesTheMethodsOfAPath) {
  const auto router = plays();
  EXPECT_EQ(router.allowed("/nothing/at/all"), "");
  EXPECT_EQ(router.allowed("/plays/1-1"), "GET, HEAD");
  EXPECT_EQ(router.allowed("/plays/1-1/runs"), "POST");
}

TEST(Router, RefusesTheSameRouteTwice) {
  auto router = plays();
  EXPECT_THROW(router.add(route(Method::get, "/plays/{id}")), std::logic_error);
  EXPECT_NO_THROW(router.add(route(Method::post, "/plays/{id}")));
}

TEST(Router, KnowsTheBodyLimitOfARoute) {
  Router router;
  auto upload = route(Method::post, "/runs/{id}/evidence");
  upload.body_limit = 6'000'000;
  router.add(upload);
  EXPECT_EQ(router.body_limit(Method::post, "/runs/7/evidence"), 6'000'000u);
  EXPECT_EQ(router.body_limit(Method::get, "/runs/7/evidence"), Route::kBodyLimit);
  EXPECT_EQ(router.body_limit(Method::post, "/nothing"), Route::kBodyLimit);
}

}  // namespace
}  // namespace enact::web
