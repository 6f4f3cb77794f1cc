// SPDX-License-Identifier: Apache-2.0
#include "web/http_text.h"

#include <gtest/gtest.h>

namespace enact::web {
namespace {

using namespace std::chrono_literals;

TEST(HttpTarget, IsSplitAtTheFirstQuestionMarkAndItsPathDecoded) {
  const auto target = parse_target("/plays/caf%C3%A9%20one?q=a%26b?c");

  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/plays/café one");
  EXPECT_EQ(target->query, "q=a%26b?c");
}

TEST(HttpTarget, MayNameTheHost) {
  const auto target = parse_target("http://Example.org:80?q=1");

  ASSERT_TRUE(target);
  EXPECT_EQ(target->authority, "Example.org:80");
  EXPECT_EQ(target->path, "/");
  EXPECT_EQ(target->query, "q=1");
}

TEST(HttpTarget, IsRefusedWhenTwoReadersCouldDiffer) {
  for (const auto* raw : {
           "",         "*",        "plays",       "ftp://x/y", "http:///path", "http://user@host/",
           "/a#b",     "/a%",      "/a%2",        "/a%zz",  // broken escapes
           "/a%2Fb",   "/a%2fb",                            // a slash inside a segment
           "/a%00",    "/a%0d%0a", "/a%7f",                 // control characters
           "/a%C2%85",                                      // one of C1
           "/a%ff",    "/a%C0%AF", "/a\xff",                // no UTF-8
           "/a/../b",  "/..",      "/a/%2e%2e/b", "/./a",      "/a/.",         "/a?q=%ff",
           "/a?q=%00",
       })
    EXPECT_FALSE(parse_target(raw)) << raw;
}

TEST(HttpTarget, MayHoldDotsInsideASegment) {
  for (const auto* raw :
       {"/.well-known/x", "/a..b", "/...", "/a.json", "//a", "/a%5Cb", "/caf\xC3\xA9"})
    EXPECT_TRUE(parse_target(raw)) << raw;
}

TEST(HttpText, WritesDatesAsRfc9110Shows) {
  using std::chrono::sys_days;
  const auto at = sys_days{std::chrono::year{1994} / 11 / 6} + 8h + 49min + 37s;
  EXPECT_EQ(http_date(at), "Sun, 06 Nov 1994 08:49:37 GMT");
}

TEST(HttpText, WritesOneHead) {
  Response response{.status = 404, .type = "text/plain", .body = "no"};
  response.header("Cache-Control", "no-store");

  EXPECT_EQ(response_head(response, {.keep_alive = true, .date = "now", .request_id = "r1"}),
            "HTTP/1.1 404 Not Found\r\nDate: now\r\nConnection: keep-alive\r\nX-Request-Id: r1\r\n"
            "Content-Type: text/plain\r\nCache-Control: no-store\r\nContent-Length: 2\r\n\r\n");
}

TEST(HttpText, LeavesOutHeadersThatWouldSplitTheAnswerOrAreTheServersOwn) {
  Response response{.body = "x"};
  response.header("Location", "/a\r\nSet-Cookie: stolen=1")
      .header("X-Bad\n", "1")
      .header("Server", "us")
      .header("Content-Length", "7")
      .header("Connection", "upgrade");

  const auto head = response_head(response, {.date = "now", .request_id = "r1"});

  for (const auto* gone : {"stolen", "X-Bad", "Server", "upgrade", ": 7"})
    EXPECT_EQ(head.find(gone), std::string::npos) << gone;
  EXPECT_NE(head.find("Content-Length: 1\r\n"), std::string::npos);
}

TEST(HttpText, KeepsTheLengthThatTheAnswerToHeadBrings) {
  Response response;
  response.header("Content-Length", "123");

  const auto head = response_head(response, {.method = Method::head});

  EXPECT_NE(head.find("Content-Length: 123\r\n"), std::string::npos);
  EXPECT_EQ(response_body({.body = "x"}, Method::head), "");
}

TEST(HttpText, SendsNeitherBodyNorLengthWith204And304) {
  for (const int status : {204, 304}) {
    const Response response{.status = status, .body = "x"};
    EXPECT_EQ(response_head(response, {}).find("Content-"), std::string::npos);
    EXPECT_EQ(response_body(response, Method::get), "");
  }
}

TEST(HttpText, SendsTheFormOfAKeptBodyThatContentEncodingNames) {
  Response response;
  response.kept = std::make_shared<KeptBody>(KeptBody{.plain = "plain", .gzip = "z", .etag = {}});
  EXPECT_EQ(response_body(response, Method::get), "plain");

  response.header("Content-Encoding", "gzip");

  EXPECT_EQ(response_body(response, Method::get), "z");
  EXPECT_NE(response_head(response, {}).find("Content-Length: 1\r\n"), std::string::npos);
}

}  // namespace
}  // namespace enact::web
