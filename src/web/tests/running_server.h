// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "web/server.h"
#include "web/tests/raw_client.h"

namespace enact::web {

// Holds handlers until a test lets them go on.
class Gate {
 public:
  void pass() {
    std::unique_lock lock(mutex_);
    ++arrived_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return open_; });
  }
  void await(int arrivals) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return arrived_ >= arrivals; });
  }
  void open() {
    const std::lock_guard lock(mutex_);
    open_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int arrived_ = 0;
  bool open_ = false;
};

// A server on a free port of 127.0.0.1, on a thread of its own until the end of the test.
class RunningServer {
 public:
  explicit RunningServer(ServerOptions options = {}, Server::Handler handler = echo)
      : server_(on_free_port(std::move(options)), std::move(handler), metrics_),
        thread_([this] { server_.run(); }) {}
  ~RunningServer() {
    server_.stop();
    join();
  }
  RunningServer(const RunningServer&) = delete;
  RunningServer& operator=(const RunningServer&) = delete;

  unsigned short port() const { return server_.port(); }
  Server& server() { return server_; }
  const Metrics& metrics() const { return metrics_; }
  void join() {
    if (thread_.joinable()) thread_.join();
  }

  Answer ask(std::string_view request, const char* from = "127.0.0.1") {
    RawClient client(port(), from);
    client.send(request);
    return client.answer();
  }

  // "path?query|body"
  static Response echo(Request& request) {
    return {.type = "text/plain", .body = request.path + "?" + request.query + "|" + request.body};
  }

 private:
  static ServerOptions on_free_port(ServerOptions options) {
    options.port = 0;
    return options;
  }

  Metrics metrics_;
  Server server_;
  std::thread thread_;
};

inline std::string get(std::string_view target, std::string_view more_headers = {}) {
  return "GET " + std::string(target) + " HTTP/1.1\r\nHost: x\r\n" + std::string(more_headers) +
         "\r\n";
}

inline std::string post(std::string_view body, std::string_view more_headers = {}) {
  return "POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
         std::string(more_headers) + "\r\n" + std::string(body);
}

}  // namespace enact::web
