// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/resource.h>

#include <algorithm>

#include "web/server.h"
#include "web/tests/running_server.h"

namespace enact::web {
namespace {

using namespace std::chrono_literals;

// Sends a byte every 20 ms until the server closes, and says what it answered. Each read would
// pass a time limit of its own; only a limit on the sum ends this.
Answer trickle(RunningServer& running, std::string_view start, std::string_view endless) {
  RawClient client(running.port());
  client.send(start);
  for (std::size_t i = 0; i < 150; ++i) {
    if (!client.send(endless.substr(i % endless.size(), 1))) break;
    std::this_thread::sleep_for(20ms);
    if (client.has_answer()) break;
  }
  return client.answer();
}

RawClient& first_to_hear(RawClient& one, RawClient& other) {
  for (;;) {
    if (one.has_answer()) return one;
    if (other.has_answer()) return other;
    std::this_thread::yield();
  }
}

TEST(ServerLimits, CutASlowHeader) {
  RunningServer running({.header = 200ms});
  const auto answer = trickle(running, "GET / HTTP/1.1\r\n", "X-Header: value\r\n");
  EXPECT_EQ(answer.status, 408);
  EXPECT_EQ(answer.header("connection"), "close");
}

TEST(ServerLimits, CutASlowBody) {
  RunningServer running({.body = 200ms});
  EXPECT_EQ(
      trickle(running, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9999\r\n\r\n", "b").status,
      408);
  EXPECT_EQ(trickle(running, "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n",
                    "1\r\nb\r\n")
                .status,
            408);
}

TEST(ServerLimits, CloseAConnectionThatSaysNothing) {
  RunningServer running({.first_byte = 100ms});
  RawClient silent(running.port()), once(running.port());
  once.send(get("/"));
  EXPECT_EQ(once.answer().status, 200);
  EXPECT_TRUE(silent.is_closed());
  EXPECT_TRUE(once.is_closed());
}

TEST(ServerLimits, CutAClientThatDoesNotRead) {
  RunningServer running({.write = 200ms},
                        [](Request&) { return Response{.body = std::string(30'000'000, 'b')}; });
  RawClient client(running.port(), "127.0.0.1", RawClient::Reads::never);
  client.send(get("/"));
  std::this_thread::sleep_for(400ms);
  EXPECT_LT(client.answer().body.size(), 30'000'000u);
}

TEST(ServerLimits, AnswerOversizedHeadersAndAddresses) {
  RunningServer running;
  EXPECT_EQ(running.ask(get("/", "X: " + std::string(9000, 'a') + "\r\n")).status, 431);
  EXPECT_EQ(running.ask(get("/", "X: " + std::string(900'000, 'a') + "\r\n")).status, 431);
  EXPECT_EQ(running.ask(get("/" + std::string(5000, 'a'))).status, 414);
  EXPECT_EQ(running.ask(get("/" + std::string(900'000, 'a'))).status, 414);
}

TEST(ServerLimits, AnswerAnAnnouncedBodyBeforeItComes) {
  RunningServer running({.body_limit = [](Method method, const std::string& path) {
    return method == Method::post && path == "/p" ? 10u : 5u;
  }});
  EXPECT_EQ(running.ask(post("0123456789")).status, 200);
  EXPECT_EQ(running.ask("POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 11\r\n\r\n").status, 413);
  EXPECT_EQ(running
                .ask("POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 11\r\n"
                     "Expect: 100-continue\r\n\r\n")
                .status,
            413);
  EXPECT_EQ(running.ask("PUT /p HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\n\r\n").status, 413);
}

TEST(ServerLimits, AnswerABodyThatIsStillBeingSent) {
  RunningServer running;
  EXPECT_EQ(running.ask(post(std::string(5'000'000, 'b'))).status, 413);
  std::string chunked = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
  for (int i = 0; i < 40; ++i) chunked += "10000\r\n" + std::string(65536, 'b') + "\r\n";
  EXPECT_EQ(running.ask(chunked).status, 413);
}

TEST(ServerLimits, BoundTheBodiesOfAllTogether) {
  RunningServer running({.bodies_bytes = 100'000});
  const std::string start = "POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 80001\r\n\r\n";
  RawClient one(running.port()), other(running.port());
  one.send(start + std::string(80'000, 'a'));
  other.send(start + std::string(80'000, 'b'));
  // Which of the two reaches the limit is the system's choice.
  auto& refused = first_to_hear(one, other);
  auto& kept = &refused == &one ? other : one;
  EXPECT_EQ(refused.answer().status, 503);

  kept.send("c");
  EXPECT_EQ(kept.answer().status, 200);
  EXPECT_EQ(running.ask(post(std::string(80'000, 'd'))).status, 200);
}

TEST(ServerLimits, RefuseWhatIsMalformedAndClose) {
  RunningServer running;
  for (const auto& request : {
           std::string("GET / HTTP/1.1\r\n\r\n"),
           get("/", "Host: y\r\n"),
           get("/%ff"),
           get("/a%2Fb"),
           get("/", "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n"),
           get("/", "Content-Length: 1\r\nContent-Length: 2\r\n"),
       }) {
    RawClient client(running.port());
    client.send(request + get("/second"));
    const auto answer = client.answer();
    EXPECT_EQ(answer.status, 400) << request;
    EXPECT_EQ(answer.header("x-content-type-options"), "nosniff");
    EXPECT_TRUE(client.is_closed()) << request;
  }
  EXPECT_EQ(running.ask("TRACE / HTTP/1.1\r\nHost: x\r\n\r\n").status, 501);
  EXPECT_EQ(running.ask("CONNECT a:1 HTTP/1.1\r\nHost: x\r\n\r\n").status, 501);
}

TEST(ServerLimits, BoundTheConnectionsOfOneAddress) {
  RunningServer running({.connections_per_address = 2, .trusted_proxies = {"127.0.0.3"}});
  {
    RawClient one(running.port(), "127.0.0.2"), two(running.port(), "127.0.0.2");
    one.send(get("/"));
    EXPECT_EQ(one.answer().status, 200);

    const auto third = running.ask(get("/"), "127.0.0.2");
    EXPECT_EQ(third.status, 503);
    EXPECT_NE(third.header("retry-after"), "");
    EXPECT_EQ(running.ask(get("/"), "127.0.0.1").status, 200);
    EXPECT_THAT(running.metrics().prometheus(),
                testing::HasSubstr("enact_http_connections_refused_total 1\n"));
  }
  // The server learns of the end of those two a moment later.
  auto again = running.ask(get("/"), "127.0.0.2").status;
  for (int i = 0; i < 100 && again == 503; ++i) again = running.ask(get("/"), "127.0.0.2").status;
  EXPECT_EQ(again, 200);

  RawClient a(running.port(), "127.0.0.3"), b(running.port(), "127.0.0.3");
  EXPECT_EQ(running.ask(get("/"), "127.0.0.3").status, 200);
}

TEST(ServerLimits, BoundAllConnectionsTogether) {
  RunningServer running({.connections = 2});
  RawClient one(running.port()), two(running.port(), "127.0.0.2");
  EXPECT_EQ(running.ask(get("/"), "127.0.0.3").status, 503);
  two.send(get("/"));
  EXPECT_EQ(two.answer().status, 200);
}

TEST(ServerLimits, RefuseARequestWhenTheQueueIsFull) {
  Gate gate;
  RunningServer running({.workers = 1, .waiting = 1}, [&](Request&) {
    gate.pass();
    return Response{};
  });
  RawClient handled(running.port()), one(running.port()), other(running.port());
  handled.send(get("/"));
  gate.await(1);
  one.send(get("/"));
  other.send(get("/"));

  auto& refused = first_to_hear(one, other);
  const auto answer = refused.answer();
  EXPECT_EQ(answer.status, 503);
  EXPECT_NE(answer.header("retry-after"), "");

  gate.open();
  EXPECT_EQ(handled.answer().status, 200);
  EXPECT_EQ((&refused == &one ? other : one).answer().status, 200);
}

TEST(ServerLimits, PauseWhenDescriptorsRunOut) {
  RunningServer running;
  RawClient before(running.port());
  before.send(get("/"));
  EXPECT_EQ(before.answer().status, 200);

  rlimit usual{};
  getrlimit(RLIMIT_NOFILE, &usual);
  rlimit few = usual;
  few.rlim_cur = 64;
  setrlimit(RLIMIT_NOFILE, &few);
  std::vector<int> taken;
  for (int fd; (fd = open("/dev/null", O_RDONLY | O_CLOEXEC)) >= 0;) taken.push_back(fd);
  close(taken.back());
  taken.pop_back();
  RawClient client(running.port());  // takes the last one: the server has none to accept it with
  client.send(get("/late"));
  std::this_thread::sleep_for(150ms);
  before.send(get("/still"));
  EXPECT_EQ(before.answer().status, 200);

  for (const int fd : taken) close(fd);
  EXPECT_EQ(client.answer().body, "/late?|");
  setrlimit(RLIMIT_NOFILE, &usual);
}

}  // namespace
}  // namespace enact::web
