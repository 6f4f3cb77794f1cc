// SPDX-License-Identifier: Apache-2.0
#include "web/request_parser.h"

#include <gtest/gtest.h>

#include <random>

namespace enact::web {
namespace {

using Stage = RequestParser::Stage;

struct Read {
  Stage stage = Stage::header;
  int status = 0;
  Request request{};
  bool keep_alive = false;
  std::string left{};  // of the input, when the request was complete
};

// Hands the text over as it would come: `piece` bytes at a time.
Read read(std::string_view text,
          std::size_t piece = std::string_view::npos,
          std::size_t body_limit = 1000) {
  RequestParser parser({.header_bytes = 1000, .target_bytes = 200});
  std::string unread;
  while (!text.empty()) {
    unread += text.substr(0, piece);
    text.remove_prefix(std::min(piece, text.size()));
    for (auto before = Stage::refused; before != parser.stage();) {
      before = parser.stage();
      unread.erase(0, parser.feed(unread));
      if (parser.stage() == Stage::header_done) parser.allow_body(body_limit);
    }
    if (parser.stage() == Stage::refused)
      return {.stage = Stage::refused, .status = parser.status()};
    if (parser.stage() == Stage::complete) break;
  }
  Read result{.stage = parser.stage(), .left = unread + std::string(text)};
  if (result.stage == Stage::complete) {
    result.keep_alive = parser.keep_alive();
    result.request = parser.take();
  }
  return result;
}

int status_of(std::string_view text) {
  return read(text).status;
}

std::string with_header(std::string_view header) {
  return "POST / HTTP/1.1\r\nHost: x\r\n" + std::string(header) + "\r\n\r\n";
}

TEST(RequestParser, ReadsARequest) {
  const auto got = read(
      "POST /a%20b?c=d HTTP/1.1\r\nHost: Example.org\r\nX-One:  two words \r\n"
      "Content-Length: 5\r\n\r\nhelloGET /");

  ASSERT_EQ(got.stage, Stage::complete);
  EXPECT_EQ(got.request.method, Method::post);
  EXPECT_EQ(got.request.path, "/a b");
  EXPECT_EQ(got.request.query, "c=d");
  EXPECT_EQ(got.request.body, "hello");
  EXPECT_EQ(got.request.headers,
            (Fields{{"host", "Example.org"}, {"x-one", "two words"}, {"content-length", "5"}}));
  EXPECT_EQ(got.left, "GET /");
  EXPECT_TRUE(got.keep_alive);
}

TEST(RequestParser, ReadsTheSameHoweverTheBytesArrive) {
  const std::string requests[] = {
      "\r\nGET /a HTTP/1.1\r\nHost: x\r\n\r\n",
      "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 11\r\n\r\nhello world",
      "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
      "5\r\nhello\r\n6;name=\"v\"\r\n world\r\n0\r\n\r\n",
      "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: Chunked\r\n\r\n0\r\n\r\n",
      "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
      "b\r\nhello world\r\n000\r\nX-Trailer: dropped\r\n\r\n",
  };
  for (const auto& text : requests) {
    const auto whole = read(text);
    ASSERT_EQ(whole.stage, Stage::complete) << text;
    EXPECT_TRUE(whole.request.body.empty() || whole.request.body == "hello world");
    for (std::size_t piece = 1; piece < text.size(); ++piece) {
      const auto parts = read(text, piece);
      ASSERT_EQ(parts.stage, Stage::complete) << text << " by " << piece;
      EXPECT_EQ(parts.request.body, whole.request.body);
      EXPECT_EQ(parts.request.headers, whole.request.headers);
    }
  }
}

TEST(RequestParser, DropsTrailers) {
  const auto got = read(
      "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nCookie: a=b\r\n\r\n");

  ASSERT_EQ(got.stage, Stage::complete);
  EXPECT_EQ(got.request.headers.size(), 2u);
}

TEST(RequestParser, RefusesMalformedRequestLines) {
  for (const auto* line :
       {"GET", "GET /", "GET  / HTTP/1.1", "GET / HTTP/1.1 ", "GET /a b HTTP/1.1", "GET / http/1.1",
        "GET / HTTP/1", "GET / HTTP/x.y", "GET plays HTTP/1.1", "GET /%00 HTTP/1.1",
        "GET /\x01 HTTP/1.1", " GET / HTTP/1.1", "GET /a%2Fb HTTP/1.1", "OPTIONS * HTTP/1.1"})
    EXPECT_EQ(status_of(std::string(line) + "\r\nHost: x\r\n\r\n"), 400) << line;
}

TEST(RequestParser, RefusesGarbageWithoutWaitingForALineEnd) {
  EXPECT_EQ(status_of("\x16\x03\x01\x02"), 400);  // TLS
  EXPECT_EQ(status_of(std::string(40, 'A')), 400);
}

TEST(RequestParser, RefusesBareLineFeeds) {
  EXPECT_EQ(status_of("GET / HTTP/1.1\nHost: x\n\n"), 400);
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: x\nX-A: b\r\n\r\n"), 400);
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: x\r\nX-A: b\rc\r\n\r\n"), 400);
}

TEST(RequestParser, RefusesMalformedHeaders) {
  for (const auto* header : {"NoColon", ": empty name", "Spaced : x", "Bad(name: x", " : x"})
    EXPECT_EQ(status_of(with_header(header)), 400) << header;
  EXPECT_EQ(status_of(with_header(std::string_view("X-Nul: a\0b", 10))), 400);
  EXPECT_EQ(status_of(with_header("X-Bell: a\x07")), 400);
}

TEST(RequestParser, WantsExactlyOneSoundHost) {
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\n\r\n"), 400);
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"), 400);
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: a\r\nhost: a\r\n\r\n"), 400);
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost:\r\n\r\n"), 400);
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"), 400);
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: \"><script>\r\n\r\n"), 400);
  EXPECT_EQ(read("GET / HTTP/1.0\r\n\r\n").stage, Stage::complete);
}

TEST(RequestParser, TakesTheHostOfTheRequestLineBeforeThatOfTheHeader) {
  const auto got = read("GET http://a.org/p HTTP/1.1\r\nHost: b.org\r\n\r\n");
  EXPECT_EQ(got.request.headers, (Fields{{"host", "a.org"}}));
  EXPECT_EQ(got.request.path, "/p");
}

TEST(RequestParser, RefusesWhatHidesASecondRequest) {
  for (const auto* header : {
           "Content-Length: 5\r\nTransfer-Encoding: chunked",
           "Transfer-Encoding: chunked\r\nContent-Length: 5",
           "Content-Length: 5\r\nContent-Length: 6",
           "Content-Length: 5, 6",
           "Content-Length: 5, 5",
           "Content-Length: +5",
           "Content-Length: -5",
           "Content-Length: 0x5",
           "Content-Length: 5 5",
           "Content-Length:",
           "Content-Length: 99999999999999999999999",
           "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
       })
    EXPECT_EQ(status_of(with_header(header)), 400) << header;
  EXPECT_EQ(status_of("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"), 400);
}

TEST(RequestParser, DoesNotKnowOtherCodings) {
  for (const auto* header : {"Transfer-Encoding: gzip", "Transfer-Encoding: gzip, chunked",
                             "Transfer-Encoding: chunked, identity", "Transfer-Encoding: xchunked",
                             "Transfer-Encoding:"})
    EXPECT_EQ(status_of(with_header(header)), 501) << header;
}

TEST(RequestParser, DoesNotKnowOtherMethods) {
  for (const auto* method : {"TRACE", "CONNECT", "BREW", "get", "PROPFIND"})
    EXPECT_EQ(status_of(std::string(method) + " / HTTP/1.1\r\nHost: x\r\n\r\n"), 501) << method;
  for (const auto* method : {"PUT", "DELETE", "PATCH", "OPTIONS"})
    EXPECT_EQ(read(std::string(method) + " / HTTP/1.1\r\nHost: x\r\n\r\n").request.method,
              Method::other)
        << method;
}

TEST(RequestParser, DoesNotSpeakOtherVersions) {
  EXPECT_EQ(status_of("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), 505);
  EXPECT_EQ(status_of("GET / HTTP/1.2\r\nHost: x\r\n\r\n"), 505);
  EXPECT_EQ(status_of("GET / HTTP/0.9\r\nHost: x\r\n\r\n"), 505);
}

TEST(RequestParser, MeetsOnlyOneExpectation) {
  RequestParser parser({});
  parser.feed("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-Continue\r\nContent-Length: 1\r\n\r\n");
  EXPECT_EQ(parser.stage(), Stage::header_done);
  EXPECT_TRUE(parser.expects_continue());
  EXPECT_EQ(status_of(with_header("Expect: tea")), 417);
}

TEST(RequestParser, BoundsTheHeaderAsAWholeHoweverItArrives) {
  std::string many = "GET / HTTP/1.1\r\nHost: x\r\n";
  for (int i = 0; i < 50; ++i) many += "X-Some-Header: 0123456789\r\n";
  const auto one = "GET / HTTP/1.1\r\nHost: x\r\nX: " + std::string(2000, 'a');
  for (const std::size_t piece : {1u, 27u, 10'000u}) {
    EXPECT_EQ(read(many, piece).status, 431) << piece;
    EXPECT_EQ(read(one, piece).status, 431) << piece;
  }
}

TEST(RequestParser, BoundsTheNumberOfHeaders) {
  RequestParser parser({});
  std::string text = "GET / HTTP/1.1\r\nHost: x\r\n";
  for (std::size_t i = 0; i < RequestParser::kMostHeaders; ++i) text += "a:\r\n";
  parser.feed(text + "\r\n");
  EXPECT_EQ(parser.status(), 431);
}

TEST(RequestParser, BoundsTheAddress) {
  const auto longest = "/" + std::string(199, 'a');
  EXPECT_EQ(read("GET " + longest + " HTTP/1.1\r\nHost: x\r\n\r\n").stage, Stage::complete);
  EXPECT_EQ(status_of("GET " + longest + "a HTTP/1.1\r\nHost: x\r\n\r\n"), 414);
  EXPECT_EQ(status_of("GET /" + std::string(50'000, 'a')), 414);
  EXPECT_EQ(read("GET /" + std::string(250, 'a'), 1).status, 414);
}

TEST(RequestParser, BoundsTheBody) {
  const std::string head = "POST / HTTP/1.1\r\nHost: x\r\n";
  EXPECT_EQ(status_of(head + "Content-Length: 1001\r\n\r\n"), 413);
  EXPECT_EQ(read(head + "Content-Length: 1000\r\n\r\n" + std::string(1000, 'b')).stage,
            Stage::complete);

  const auto chunk = "1f4\r\n" + std::string(500, 'b') + "\r\n";
  const auto chunked = head + "Transfer-Encoding: chunked\r\n\r\n";
  EXPECT_EQ(read(chunked + chunk + chunk + "0\r\n\r\n").request.body.size(), 1000u);
  EXPECT_EQ(status_of(chunked + chunk + chunk + "1\r\nb\r\n0\r\n\r\n"), 413);
  EXPECT_EQ(status_of(chunked + "ffffffff\r\n"), 413);
}

TEST(RequestParser, RefusesMalformedChunks) {
  const auto chunked = with_header("Transfer-Encoding: chunked");
  for (const auto* body :
       {"x\r\nhello", "5\r\nhelloXX0", "-5\r\nhello", "\r\n\r\nhello", "fffffffffffffffff\r\n",
        "5\nhello\r\n0", "0x5\r\nhello", "5 5\r\nhello", "0\r\nContent-Length: 7", "0\n"})
    EXPECT_EQ(status_of(chunked + body + "\r\n\r\n"), 400) << body;
}

TEST(RequestParser, BoundsChunkExtensionsAndTrailers) {
  const auto chunked = with_header("Transfer-Encoding: chunked");
  EXPECT_EQ(status_of(chunked + "5;" + std::string(2000, 'a')), 431);
  EXPECT_EQ(status_of(chunked + "0\r\nX: " + std::string(2000, 'a')), 431);
}

TEST(RequestParser, KeepsAliveAsTheVersionAndTheHeaderSay) {
  const auto keeps = [](std::string_view version, std::string_view connection) {
    return read("GET / HTTP/" + std::string(version) + "\r\nHost: x\r\n" + std::string(connection) +
                "\r\n")
        .keep_alive;
  };
  EXPECT_TRUE(keeps("1.1", ""));
  EXPECT_FALSE(keeps("1.1", "Connection: Close\r\n"));
  EXPECT_FALSE(keeps("1.1", "Connection: te, close\r\n"));
  EXPECT_FALSE(keeps("1.0", ""));
  EXPECT_TRUE(keeps("1.0", "Connection: Keep-Alive\r\n"));
}

// Finds assertions and out-of-bounds reads in the library below, not wrong answers.
TEST(RequestParser, SurvivesDamage) {
  const std::string sound =
      "POST /a?b=c HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
      "5;a=b\r\nhello\r\n0\r\nT: u\r\n\r\n";
  std::mt19937 random(1);
  for (int round = 0; round < 20'000; ++round) {
    auto text = sound;
    for (auto hits = random() % 3 + 1; hits > 0; --hits) {
      const auto at = random() % text.size();
      switch (random() % 3) {
        case 0:
          text[at] = static_cast<char>(random() % 256);
          break;
        case 1:
          text.erase(at, random() % 4);
          break;
        default:
          text.insert(at, text.substr(random() % text.size(), random() % 8));
      }
    }
    read(text, random() % 7 + 1);
  }
}

}  // namespace
}  // namespace enact::web
