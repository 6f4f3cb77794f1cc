// SPDX-License-Identifier: Apache-2.0
#include "web/request.h"

#include <gtest/gtest.h>

#include "web/response.h"

namespace enact::web {
namespace {

Request with_header(std::string name, std::string value) {
  Request request;
  request.headers.emplace_back(std::move(name), std::move(value));
  return request;
}

TEST(Request, HasNoHeaderThatWasNotSent) {
  EXPECT_EQ(with_header("accept", "text/html").header("accept-language"), "");
  EXPECT_EQ(with_header("accept", "text/html").header("accept"), "text/html");
}

TEST(Request, FindsACookieByItsWholeName) {
  const auto request = with_header("cookie", "xsid=1; sid=a=b==; theme=; bare;sid=2");

  EXPECT_EQ(request.cookie("sid"), "a=b==");
  EXPECT_EQ(request.cookie("theme"), "");
  EXPECT_EQ(request.cookie("bare"), "");
  EXPECT_EQ(request.cookie("absent"), "");
  EXPECT_EQ(request.cookie(""), "");
}

TEST(Request, LooksIntoEveryCookieHeader) {
  auto request = with_header("cookie", "a=1");
  request.headers.emplace_back("cookie", "b=2");

  EXPECT_EQ(request.cookie("b"), "2");
}

TEST(Request, DecodesItsQuery) {
  Request request;
  request.query = "q=two+words&q=2&page=%C3%A9&bad=%FF&nul=%00&flag";

  EXPECT_EQ(request.query_value("q"), "two words");
  EXPECT_EQ(request.query_value("page"), "\u00e9");
  EXPECT_EQ(request.query_value("bad"), "\uFFFD") << "a page shows it and a database keeps it";
  EXPECT_EQ(request.query_value("nul"), "\uFFFD");
  EXPECT_EQ(request.query_value("flag"), "");
  EXPECT_EQ(request.query_value("absent"), "");
  EXPECT_EQ(request.query_values().size(), 6U);
}

TEST(Request, KnowsTheIdsOfItsPath) {
  Request request;
  request.path_ids = {{"id", "p4"}};

  EXPECT_EQ(request.path_id("id"), "p4");
  EXPECT_EQ(request.path_id("other"), "");
}

TEST(Request, LeadsBackToWhereItCameFrom) {
  Request request;
  request.path = "/plays/a b?\u00e9%";
  request.format = "csv";
  request.query = "q=a%20b&r=c+d";

  EXPECT_EQ(request.target(), "/plays/a%20b%3F%C3%A9%25.csv?q=a%20b&r=c+d");
}

TEST(Request, NeverLeadsBackToAnotherSite) {
  for (const auto* path : {"//evil.example", "///evil.example", "/\\evil.example", "/", "", "a"}) {
    Request request;
    request.path = path;
    request.query = "\\\r\n\t \"<\xC3\xA9";
    EXPECT_TRUE(is_local_address(request.target())) << request.target();
    EXPECT_EQ(request.target().find_first_of("\"<> "), std::string::npos);
  }
}

}  // namespace
}  // namespace enact::web
