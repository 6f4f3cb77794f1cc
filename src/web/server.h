// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "web/metrics.h"
#include "web/request.h"
#include "web/response.h"

namespace enact::web {

struct ServerOptions {
  std::string address = "127.0.0.1";
  unsigned short port = 8080;  // 0: any free one, see Server::port()
  std::size_t workers = 4;     // threads that run handlers
  std::size_t waiting = 1024;  // requests that may wait for a worker; beyond that 503

  // How many connections one address, and all together, may hold open.
  // Trusted proxies are exempt from the first.
  std::size_t connections_per_address = 64;
  std::size_t connections = 8192;
  std::size_t requests_per_connection = 1000;

  // Total time for each phase, whatever the client sends meanwhile.
  std::chrono::milliseconds first_byte{15'000};  // also the keep-alive pause
  std::chrono::milliseconds header{5'000};
  std::chrono::milliseconds body{20'000};
  std::chrono::milliseconds write{10'000};
  std::chrono::milliseconds drain{10'000};  // at stop: for requests in flight

  std::size_t header_bytes = std::size_t{8} * 1024;
  std::size_t target_bytes = std::size_t{4} * 1024;  // longer addresses get 414

  // What the bodies of all requests together may take of memory; beyond that 503. The limits per
  // body and per address do not bound it: 8,192 connections of 1 MiB each are 8 GiB.
  std::size_t bodies_bytes = std::size_t{256} * 1024 * 1024;

  // Addresses of proxies whose X-Forwarded-For and X-Forwarded-Proto are believed.
  std::vector<std::string> trusted_proxies{};

  // How long a body may be, asked when the header is complete. 1 MiB unless the route says more.
  std::function<std::size_t(Method, const std::string& path)> body_limit{};
};

// An HTTP/1.1 server that holds under slow and hostile clients. Input and output run on one
// thread, handlers on `workers` others. Reading limits answer 400, 408, 413, 414, 431, 501 or 503
// and close. TLS and HTTP/2 are left to a proxy in front; it is safe without one.
class Server {
 public:
  using Handler = std::function<Response(Request&)>;

  // Binds at once; throws std::runtime_error with a sentence when the port is taken. The handler
  // must not throw and its answer has gone through deliver().
  Server(ServerOptions options, Handler handler, Metrics& metrics);
  ~Server();

  unsigned short port() const;

  // Serves until stop(), from another thread or a signal handler set up by stop_on_signals().
  void run();

  // Stops listening, lets requests in flight finish (up to `drain`), then makes run() return.
  void stop();

  // SIGTERM and SIGINT call stop().
  void stop_on_signals();

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace enact::web
