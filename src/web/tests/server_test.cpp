// SPDX-License-Identifier: Apache-2.0
#include "web/server.h"

#include <gmock/gmock.h>

#include <atomic>
#include <csignal>

#include "web/delivery.h"
#include "web/tests/running_server.h"

namespace enact::web {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

TEST(Server, AnswersWithItsOwnHeadersAndThoseOfTheResponse) {
  RunningServer running({}, [](Request& request) {
    Response response{.type = "text/plain", .body = request.id};
    response.header("X-Own", "1");
    return response;
  });

  const auto answer = running.ask(get("/"));

  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.header("content-type"), "text/plain");
  EXPECT_EQ(answer.header("x-own"), "1");
  EXPECT_EQ(answer.header("x-request-id"), answer.body);
  EXPECT_EQ(answer.body.size(), 12u);
  EXPECT_THAT(answer.header("date"), testing::EndsWith(" GMT"));
  EXPECT_EQ(answer.header("server"), "");
}

TEST(Server, GivesTheHandlerTheDecodedPathAndTheBody) {
  RunningServer running;
  EXPECT_EQ(running.ask(get("/caf%C3%A9?q=%41")).body, "/café?q=%41|");
  EXPECT_EQ(running.ask(post("a=1")).body, "/p?|a=1");
  EXPECT_EQ(running
                .ask("POST /c HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                     "3\r\nabc\r\n0\r\n\r\n")
                .body,
            "/c?|abc");
}

TEST(Server, KeepsAConnectionForTheNextRequest) {
  RunningServer running;
  RawClient client(running.port());
  for (const auto* path : {"/1", "/2", "/3"}) {
    client.send(get(path));
    const auto answer = client.answer();
    EXPECT_EQ(answer.header("connection"), "keep-alive");
    EXPECT_EQ(answer.body, std::string(path) + "?|");
  }
}

TEST(Server, ClosesWhenTheClientSaysSo) {
  RunningServer running;
  for (const auto& request :
       {get("/", "Connection: close\r\n"), std::string("GET / HTTP/1.0\r\n\r\n")}) {
    RawClient client(running.port());
    client.send(request);
    const auto answer = client.answer();
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.header("connection"), "close");
    EXPECT_TRUE(client.is_closed());
  }
}

TEST(Server, KeepsAnHttp10ConnectionThatAsksForIt) {
  RunningServer running;
  RawClient client(running.port());
  for (int i = 0; i < 2; ++i) {
    client.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    EXPECT_EQ(client.answer().header("connection"), "keep-alive");
  }
}

TEST(Server, AnswersPipelinedRequestsInOrder) {
  RunningServer running;
  RawClient client(running.port());
  std::string all;
  for (int i = 0; i < 200; ++i) all += get("/" + std::to_string(i)) + post(std::to_string(i));
  std::thread sender([&] { client.send(all); });
  for (int i = 0; i < 200; ++i) {
    ASSERT_EQ(client.answer().body, "/" + std::to_string(i) + "?|");
    ASSERT_EQ(client.answer().body, "/p?|" + std::to_string(i));
  }
  sender.join();
}

TEST(Server, ClosesAfterTheAgreedNumberOfRequests) {
  RunningServer running({.requests_per_connection = 2});
  RawClient client(running.port());
  client.send(get("/1") + get("/2") + get("/3"));
  EXPECT_EQ(client.answer().header("connection"), "keep-alive");
  EXPECT_EQ(client.answer().header("connection"), "close");
  EXPECT_TRUE(client.is_closed());
}

TEST(Server, AnswersHeadWithTheLengthButNoBody) {
  RunningServer running;
  RawClient client(running.port());
  for (int i = 0; i < 2; ++i) {
    client.send("HEAD /abc HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(client.answer(Method::head).header("content-length"), "6");
    EXPECT_FALSE(client.has_unread());
  }
}

TEST(Server, SendsNoBodyWith304) {
  RunningServer running({}, [](Request&) { return Response{.status = 304, .body = "none"}; });
  RawClient client(running.port());
  for (int i = 0; i < 2; ++i) {
    client.send(get("/"));
    EXPECT_EQ(client.answer().status, 304);
    EXPECT_FALSE(client.has_unread());
  }
}

TEST(Server, SendsLargeAndKeptBodiesWhole) {
  const auto kept = std::make_shared<const KeptBody>(KeptBody{
      .plain = std::string(9'000'000, 'p'), .gzip = std::string(5'000'000, 'z'), .etag = {}});
  RunningServer running({}, [&](Request& request) {
    Response response;
    if (request.path == "/big") response.body.assign(20'000'000, 'b');
    if (request.path != "/big") response.kept = kept;
    if (request.path == "/gzip") response.header("Content-Encoding", "gzip");
    return response;
  });
  RawClient client(running.port());
  client.send(get("/big") + get("/kept") + get("/gzip"));
  EXPECT_TRUE(client.answer().body == std::string(20'000'000, 'b'));
  EXPECT_TRUE(client.answer().body == kept->plain);
  EXPECT_TRUE(client.answer().body == kept->gzip);
}

TEST(Server, SendsAFileInPiecesAndThenTheNextAnswer) {
  const auto file = std::make_shared<base::TemporaryFile>();
  std::string all;
  for (int i = 0; all.size() < 3'000'000; ++i) all += std::to_string(i) + ",";
  file->append(all);
  RunningServer running({}, [&](Request& request) {
    if (request.path == "/short") return Response{.body = "short"};
    return deliver(request, download(file, "application/zip", "all.zip"));
  });
  RawClient client(running.port());
  client.send(get("/long") + "HEAD /long HTTP/1.1\r\nHost: x\r\n\r\n" + get("/short"));
  const auto answer = client.answer();
  EXPECT_EQ(answer.header("content-length"), std::to_string(all.size()));
  EXPECT_EQ(answer.header("content-disposition"), "attachment; filename=\"all.zip\"");
  EXPECT_TRUE(answer.body == all);
  EXPECT_EQ(client.answer(Method::head).header("content-length"), std::to_string(all.size()));
  EXPECT_EQ(client.answer().body, "short");
}

TEST(Server, EndsAFileThatIsNotRead) {
  const auto file = std::make_shared<base::TemporaryFile>();
  for (int i = 0; i < 64; ++i) file->append(std::string(1 << 20, 'x'));
  RunningServer running({.write = 200ms}, [held = file](Request&) {
    return download(held, "application/zip", "all.zip");
  });
  RawClient client(running.port(), "127.0.0.1", RawClient::Reads::never);
  client.send(get("/"));
  std::this_thread::sleep_for(1s);
  EXPECT_LT(client.answer().body.size(), std::size_t{64} << 20);
}

TEST(Server, TellsAWaitingClientToSendItsBody) {
  RunningServer running;
  RawClient client(running.port());
  client.send("POST /e HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
  EXPECT_EQ(client.answer().status, 100);
  client.send("ok");
  EXPECT_EQ(client.answer().body, "/e?|ok");
}

TEST(Server, TurnsAnExceptionIntoAPlain500) {
  RunningServer running({}, [](Request&) -> Response { throw std::runtime_error("secret"); });
  const auto answer = running.ask(get("/"));
  EXPECT_EQ(answer.status, 500);
  EXPECT_EQ(answer.header("connection"), "keep-alive");
  EXPECT_EQ(answer.body.find("secret"), std::string::npos);
}

TEST(Server, TurnsAStatusThatIsNoAnswerInto500) {
  RunningServer running({}, [](Request&) { return Response{.status = 101}; });
  EXPECT_EQ(running.ask(get("/")).status, 500);
}

TEST(Server, BelievesOnlyATrustedProxy) {
  RunningServer running({.trusted_proxies = {"127.0.0.2"}}, [](Request& request) {
    return Response{.body = request.remote_address + (request.secure ? " secure" : "")};
  });
  const auto request = get("/", "X-Forwarded-For: 1.2.3.4\r\nX-Forwarded-Proto: https\r\n");
  EXPECT_EQ(running.ask(request).body, "127.0.0.1");
  EXPECT_EQ(running.ask(request, "127.0.0.2").body, "1.2.3.4 secure");
}

TEST(Server, CountsInTheMetrics) {
  RunningServer running;
  RawClient client(running.port());
  client.send(get("/") + "nonsense\r\n\r\n");
  EXPECT_EQ(client.answer().status, 200);
  EXPECT_EQ(client.answer().status, 400);
  const auto text = running.metrics().prometheus();
  EXPECT_THAT(text, HasSubstr("status=\"2xx\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("status=\"4xx\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("enact_http_connections 1\n"));
}

TEST(Server, SaysSoWhenThePortIsTaken) {
  RunningServer running;
  Metrics metrics;
  try {
    Server second({.port = running.port()}, RunningServer::echo, metrics);
    FAIL();
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(), HasSubstr("Cannot listen on 127.0.0.1 port"));
  }
  EXPECT_THROW(Server({.address = "localhost"}, RunningServer::echo, metrics), std::runtime_error);
}

TEST(ServerStop, FinishesRequestsInFlightAndClosesIdleConnections) {
  Gate gate;
  RunningServer running({}, [&](Request&) {
    gate.pass();
    return Response{.body = "done"};
  });
  RawClient idle(running.port()), busy(running.port());
  busy.send(get("/"));
  gate.await(1);

  running.server().stop();
  EXPECT_TRUE(idle.is_closed());
  EXPECT_THROW(RawClient late(running.port()), std::runtime_error);
  gate.open();

  const auto answer = busy.answer();
  EXPECT_EQ(answer.body, "done");
  EXPECT_EQ(answer.header("connection"), "close");
  EXPECT_TRUE(busy.is_closed());
  running.join();
}

TEST(ServerStop, LetsABodyOnItsWayArrive) {
  RunningServer running;
  RawClient client(running.port());
  client.send("POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.answer().status, 100);
  client.send("ab");
  running.server().stop();
  client.send("cd");
  EXPECT_EQ(client.answer().body, "/p?|abcd");
  running.join();
}

TEST(ServerStop, DoesNotWaitLongerThanItsDrain) {
  Gate gate;
  RunningServer running({.drain = 50ms}, [&](Request&) {
    gate.pass();
    return Response{};
  });
  RawClient client(running.port());
  client.send(get("/"));
  gate.await(1);
  running.server().stop();
  running.join();
  EXPECT_TRUE(client.is_closed());
  gate.open();
}

TEST(ServerStop, ComesBySignal) {
  Metrics metrics;
  Server server({.port = 0}, RunningServer::echo, metrics);
  server.stop_on_signals();
  std::thread thread([&] { server.run(); });
  RawClient client(server.port());
  client.send(get("/"));
  EXPECT_EQ(client.answer().status, 200);
  raise(SIGTERM);
  EXPECT_TRUE(client.is_closed());
  thread.join();
}

TEST(ServerStop, BeforeItRanMeansItDoesNotRun) {
  Metrics metrics;
  Server server({.port = 0}, RunningServer::echo, metrics);
  server.stop();
  server.run();
}

}  // namespace
}  // namespace enact::web
