// SPDX-License-Identifier: Apache-2.0
#include "web/server.h"

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <csignal>
#include <mutex>
#include <optional>
#include <random>
#include <stdexcept>
#include <string_view>

#include "base/log.h"
#include "web/access_log.h"
#include "web/client_address.h"
#include "web/delivery.h"
#include "web/http_text.h"
#include "web/request_parser.h"
#include "web/worker_pool.h"

namespace enact::web {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds kAcceptPause{100};
// A connection that we close is read for a moment longer: closing with unread bytes would make
// the client's system throw our answer away.
constexpr milliseconds kLinger{2'000};
constexpr milliseconds kLingerAtStop{200};
constexpr std::size_t kLingerBytes = std::size_t{8} * 1024 * 1024;
constexpr std::size_t kReadBytes = std::size_t{16} * 1024;
constexpr std::size_t kFilePiece = std::size_t{64} * 1024;
constexpr rlim_t kOtherDescriptors = 256;  // databases, log, assets

bool would_block(const error_code& error) {
  return error == asio::error::would_block || error == asio::error::try_again;
}

std::string canonical(const tcp::endpoint& endpoint) {
  return canonical_address(endpoint.address().to_string());
}

// The usual soft limit of 1,024 descriptors is below the number of connections we are to hold.
void raise_descriptor_limit(std::size_t connections) {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  const rlim_t wanted = std::min<rlim_t>(limit.rlim_max, connections + kOtherDescriptors);
  if (limit.rlim_cur >= wanted) return;
  limit.rlim_cur = wanted;
  setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace

// Everything but the workers' handlers runs on the thread that called run(), so nothing here is
// locked except the list of finished requests.
class Server::State {
 public:
  class Connection;
  // Shared, because a connection lives as long as the last of its socket's pending operations and
  // of the worker that holds its request.
  using ConnectionPtr = std::shared_ptr<Connection>;

  State(ServerOptions options, Handler handler, Metrics& metrics);

  unsigned short port() const { return port_; }
  void run();
  void stop();
  void stop_on_signals();

 private:
  void accept();
  void accepted(const error_code& error, tcp::socket socket);
  void refuse(tcp::socket& socket);
  void tick();
  void forget(Connection& connection);
  void hand_over(ConnectionPtr connection);
  void hand_over_all();
  void finished(ConnectionPtr connection);
  void answer_finished();
  void drain();
  std::string_view date();
  std::string new_id();

  const ServerOptions options_;
  const Handler handler_;
  Metrics& metrics_;
  const TrustedProxies proxies_;
  AddressCounts addresses_;
  std::vector<char> scratch_;  // one for all: an idle connection keeps no buffer
  std::size_t bodies_bytes_ = 0;
  std::mt19937_64 ids_{std::random_device{}()};
  std::chrono::sys_seconds date_at_{};
  std::string date_;
  bool draining_ = false;

  asio::io_context io_{1};
  tcp::acceptor acceptor_{io_};
  unsigned short port_ = 0;
  asio::steady_timer accept_pause_{io_};
  asio::steady_timer tick_{io_};
  asio::steady_timer drain_end_{io_};
  std::optional<asio::signal_set> signals_;
  milliseconds tick_every_{100};
  bool ticking_ = false;
  std::vector<ConnectionPtr> connections_;
  std::vector<WorkerPool::Task> tasks_;     // of this round of the loop
  std::vector<ConnectionPtr> task_owners_;  // in the same order

  std::mutex finished_mutex_;
  std::vector<ConnectionPtr> finished_;
  std::vector<ConnectionPtr> answering_;
  WorkerPool pool_;  // last, so that it ends first
};

class Server::State::Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(State& server, tcp::socket socket, std::string peer)
      : server_(server), socket_(std::move(socket)), peer_(std::move(peer)) {}

  void start() { await_request(); }
  Clock::time_point deadline() const { return deadline_; }
  const std::string& peer() const { return peer_; }
  void expire();
  void hurry();
  void close();

  void handle(const Handler& handler);  // on a worker's thread
  void answer() { send(std::move(response_)); }
  void refuse(int status);

  std::size_t index = 0;  // in the server's list

 private:
  enum class Phase { idle, header, body, handling, writing, lingering, closed };

  void enter(Phase phase, milliseconds longest);
  void await_request();
  void await_bytes();
  void readable(const error_code& error);
  void read();
  void parse(std::string_view input);
  bool admit_body(std::string_view input);
  void dispatch();
  void send(Response response);
  void write();
  void write_file();
  void written();
  void linger();
  void discard();
  void count_body();

  State& server_;
  tcp::socket socket_;
  const std::string peer_;
  Phase phase_ = Phase::idle;
  Clock::time_point deadline_ = Clock::time_point::max();
  bool awaiting_bytes_ = false;
  bool keep_alive_ = false;
  std::size_t requests_ = 0;
  std::size_t counted_body_ = 0;  // our part of the server's bodies_bytes_
  std::size_t moved_ = 0;         // bytes written of this answer, or discarded in lingering
  std::string unread_;            // came, but not yet parsed
  std::optional<RequestParser> parser_;
  Request request_;
  Response response_;
  std::string head_;
  std::size_t from_file_ = 0;  // read of the response's file
  std::string piece_;          // of it, and not yet written
  Clock::time_point started_;
  std::chrono::microseconds took_{0};
};

void Server::State::Connection::enter(Phase phase, milliseconds longest) {
  phase_ = phase;
  deadline_ = Clock::now() + longest;
}

void Server::State::Connection::await_request() {
  request_ = {};
  response_ = {};
  count_body();
  if (!unread_.empty()) {
    enter(Phase::header, server_.options_.header);
    std::copy(unread_.begin(), unread_.end(), server_.scratch_.begin());
    return parse({server_.scratch_.data(), unread_.size()});
  }
  if (server_.draining_) return linger();
  enter(Phase::idle, server_.options_.first_byte);
  await_bytes();
}

void Server::State::Connection::await_bytes() {
  if (awaiting_bytes_) return;
  awaiting_bytes_ = true;
  socket_.async_wait(tcp::socket::wait_read, [self = shared_from_this()](const error_code& error) {
    self->readable(error);
  });
}

void Server::State::Connection::readable(const error_code& error) {
  awaiting_bytes_ = false;
  switch (phase_) {
    case Phase::idle:
    case Phase::header:
    case Phase::body:
      return error ? close() : read();
    case Phase::lingering:
      return error ? close() : discard();
    default:
      return;  // a wait from before the phase; the next one asks again
  }
}

void Server::State::Connection::read() {
  auto& scratch = server_.scratch_;
  std::copy(unread_.begin(), unread_.end(), scratch.begin());
  error_code error;
  const auto room = asio::buffer(scratch.data() + unread_.size(),
                                 std::min(kReadBytes, scratch.size() - unread_.size()));
  const auto count = socket_.read_some(room, error);
  if (would_block(error)) return await_bytes();
  if (error) return close();
  if (phase_ == Phase::idle) enter(Phase::header, server_.options_.header);
  parse({scratch.data(), unread_.size() + count});
}

void Server::State::Connection::parse(std::string_view input) {
  if (!parser_)
    parser_.emplace(RequestParser::Limits{.header_bytes = server_.options_.header_bytes,
                                          .target_bytes = server_.options_.target_bytes});
  for (;;) {
    input.remove_prefix(parser_->feed(input));
    switch (parser_->stage()) {
      case RequestParser::Stage::header_done:
        if (!admit_body(input)) return;
        break;
      case RequestParser::Stage::header:
      case RequestParser::Stage::body:
        unread_ = std::string(input);
        count_body();
        if (server_.bodies_bytes_ > server_.options_.bodies_bytes) return refuse(503);
        return await_bytes();
      case RequestParser::Stage::complete:
        unread_ = std::string(input);
        return dispatch();
      case RequestParser::Stage::refused:
        return refuse(parser_->status());
    }
  }
}

bool Server::State::Connection::admit_body(std::string_view input) {
  const auto& request = parser_->request();
  const auto& limit = server_.options_.body_limit;
  parser_->allow_body(limit ? limit(request.method, request.path) : std::size_t{1024} * 1024);
  if (parser_->stage() == RequestParser::Stage::refused) return refuse(parser_->status()), false;
  enter(Phase::body, server_.options_.body);
  if (parser_->expects_continue() && input.empty()) {
    constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
    error_code error;
    // It always fits: this client has no other answer on its way.
    socket_.write_some(asio::buffer(kContinue.data(), kContinue.size()), error);
    if (error) return close(), false;
  }
  return true;
}

void Server::State::Connection::dispatch() {
  ++requests_;
  keep_alive_ = parser_->keep_alive() && requests_ < server_.options_.requests_per_connection;
  request_ = parser_->take();
  parser_.reset();
  count_body();
  request_.id = server_.new_id();
  server_.proxies_.identify(request_, peer_);
  phase_ = Phase::handling;
  deadline_ = Clock::time_point::max();
  started_ = Clock::now();
  server_.hand_over(shared_from_this());
}

void Server::State::Connection::handle(const Handler& handler) {
  try {
    response_ = handler(request_);
  } catch (const std::exception& failure) {
    base::log_error("handler threw", {{"id", request_.id}, {"what", failure.what()}});
    response_ = deliver(request_, refusal(500));
  }
  took_ = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - started_);
}

// Ends a connection whose request cannot be read to its end, or not be handled.
void Server::State::Connection::refuse(int status) {
  if (parser_) request_.method = parser_->request().method;
  parser_.reset();
  unread_.clear();
  keep_alive_ = false;
  took_ = {};
  if (request_.id.empty()) request_.id = server_.new_id();
  send(deliver(request_, refusal(status)));
}

void Server::State::Connection::send(Response response) {
  if (phase_ == Phase::closed) return;
  const bool is_final = response.status >= 200 && response.status <= 599;
  response_ = is_final ? std::move(response) : deliver(request_, refusal(500));
  if (server_.draining_) keep_alive_ = false;
  head_ = response_head(response_, {.method = request_.method,
                                    .keep_alive = keep_alive_,
                                    .date = server_.date(),
                                    .request_id = request_.id});
  server_.metrics_.request_done(response_.status, took_);
  moved_ = 0;
  enter(Phase::writing, server_.options_.write);
  write();
}

void Server::State::Connection::write() {
  const auto body = response_body(response_, request_.method);
  const auto all = head_.size() + body.size();
  while (moved_ < all) {
    const auto in_head = std::min(moved_, head_.size());
    const std::array<asio::const_buffer, 2> rest{
        asio::buffer(std::string_view(head_).substr(in_head)),
        asio::buffer(body.substr(moved_ - in_head)),
    };
    error_code error;
    moved_ += socket_.write_some(rest, error);
    if (would_block(error)) {
      socket_.async_wait(tcp::socket::wait_write,
                         [self = shared_from_this()](const error_code& failed) {
                           if (self->phase_ != Phase::writing) return;
                           failed ? self->close() : self->write();
                         });
      return;
    }
    if (error) return close();
  }
  const bool sends_file = response_.file && request_.method != Method::head;
  from_file_ = 0;
  piece_.clear();
  sends_file ? write_file() : written();
}

// In pieces, so that no connection holds more of a file than one of them. Each piece has the time
// of a whole page: a file may be long, and who reads that slowly is still cut off.
void Server::State::Connection::write_file() {
  for (;;) {
    if (piece_.empty()) {
      piece_.resize(kFilePiece);
      piece_.resize(response_.file->read(from_file_, piece_.data(), piece_.size()));
      if (piece_.empty()) break;
      from_file_ += piece_.size();
      enter(Phase::writing, server_.options_.write);
    }
    error_code error;
    const auto count = socket_.write_some(asio::buffer(piece_), error);
    moved_ += count;
    piece_.erase(0, count);
    if (would_block(error)) {
      socket_.async_wait(tcp::socket::wait_write,
                         [self = shared_from_this()](const error_code& failed) {
                           if (self->phase_ != Phase::writing) return;
                           failed ? self->close() : self->write_file();
                         });
      return;
    }
    if (error) return close();
  }
  piece_ = {};
  written();
}

void Server::State::Connection::written() {
  log_request(request_, {.status = response_.status, .bytes = moved_, .took = took_});
  head_ = {};
  keep_alive_ ? await_request() : linger();
}

void Server::State::Connection::linger() {
  request_ = {};
  response_ = {};
  count_body();
  unread_ = {};
  moved_ = 0;
  error_code ignored;
  socket_.shutdown(tcp::socket::shutdown_send, ignored);
  enter(Phase::lingering, server_.draining_ ? kLingerAtStop : kLinger);
  await_bytes();
}

void Server::State::Connection::discard() {
  error_code error;
  const auto count = socket_.read_some(asio::buffer(server_.scratch_), error);
  moved_ += count;
  if ((error && !would_block(error)) || moved_ > kLingerBytes) return close();
  await_bytes();
}

void Server::State::Connection::expire() {
  if (phase_ == Phase::header || phase_ == Phase::body) return refuse(408);
  close();
}

void Server::State::Connection::hurry() {
  if (phase_ == Phase::idle) return close();
  if (phase_ == Phase::lingering) enter(Phase::lingering, kLingerAtStop);
}

void Server::State::Connection::close() {
  if (phase_ == Phase::closed) return;
  const auto self = shared_from_this();
  // A worker may still read the request and write the response.
  if (phase_ != Phase::handling) {
    request_ = {};
    response_ = {};
  }
  phase_ = Phase::closed;
  parser_.reset();
  count_body();
  error_code ignored;
  socket_.close(ignored);
  server_.forget(*this);
}

void Server::State::Connection::count_body() {
  std::size_t held = 0;
  if (parser_)
    held = parser_->request().body.size();
  else if (phase_ != Phase::closed)  // where a worker may still hold the request
    held = request_.body.size();
  server_.bodies_bytes_ += held - counted_body_;
  counted_body_ = held;
}

Server::State::State(ServerOptions options, Handler handler, Metrics& metrics)
    : options_(std::move(options)),
      handler_(std::move(handler)),
      metrics_(metrics),
      proxies_(options_.trusted_proxies),
      addresses_(options_.connections_per_address),
      scratch_(options_.header_bytes + 2 * kReadBytes),
      pool_(options_.workers, options_.waiting) {
  raise_descriptor_limit(options_.connections);
  const auto shortest =
      std::min({options_.first_byte, options_.header, options_.body, options_.write});
  tick_every_ = std::clamp(shortest / 10, milliseconds(5), milliseconds(100));
  error_code error;
  const auto address = asio::ip::make_address(options_.address, error);
  if (error)
    throw std::runtime_error("The address to listen on, \"" + options_.address +
                             "\", is not an IP address.");
  const tcp::endpoint endpoint(address, options_.port);
  try {
    acceptor_.open(endpoint.protocol());
    acceptor_.set_option(tcp::acceptor::reuse_address(true));
    acceptor_.bind(endpoint);
    acceptor_.listen();
    acceptor_.non_blocking(true);
  } catch (const boost::system::system_error& failure) {
    throw std::runtime_error("Cannot listen on " + options_.address + " port " +
                             std::to_string(options_.port) + ": " + failure.code().message() +
                             ". Is another program using it?");
  }
  port_ = acceptor_.local_endpoint().port();
}

void Server::State::run() {
  if (!draining_) accept();
  for (;;) {
    try {
      io_.run();
      return;
    } catch (const std::exception& failure) {
      // Out of memory, most likely. The connection at fault ends at its deadline.
      base::log_error("server loop", {{"what", failure.what()}});
    }
  }
}

void Server::State::accept() {
  acceptor_.async_accept(
      [this](const error_code& error, tcp::socket socket) { accepted(error, std::move(socket)); });
}

void Server::State::accepted(const error_code& error, tcp::socket socket) {
  if (draining_) return;
  if (error) {
    // Most likely out of descriptors. The waiting client stays in the queue, so an immediate retry
    // would spin.
    accept_pause_.expires_after(kAcceptPause);
    accept_pause_.async_wait([this](const error_code& stopped) {
      if (!stopped && !draining_) accept();
    });
    return;
  }
  accept();

  error_code failed;
  const auto endpoint = socket.remote_endpoint(failed);
  if (failed) return;
  socket.non_blocking(true, failed);
  socket.set_option(tcp::no_delay(true), failed);
  auto peer = canonical(endpoint);
  if (connections_.size() >= options_.connections) return refuse(socket);
  if (!proxies_.trusts(peer) && !addresses_.enter(peer)) return refuse(socket);

  connections_.push_back(std::make_shared<Connection>(*this, std::move(socket), std::move(peer)));
  connections_.back()->index = connections_.size() - 1;
  metrics_.connection_opened();
  connections_.back()->start();
  if (!ticking_) tick();
}

// Best effort, and at once: to wait for a client that we have no room for would be to keep it.
void Server::State::refuse(tcp::socket& socket) {
  metrics_.connection_refused();
  const auto response = deliver({}, refusal(503));
  const auto id = new_id();
  const auto answer = response_head(response, {.date = date(), .request_id = id}) + response.body;
  error_code ignored;
  socket.write_some(asio::buffer(answer), ignored);
  socket.shutdown(tcp::socket::shutdown_send, ignored);
  socket.read_some(asio::buffer(scratch_), ignored);
}

// One timer for all connections: a deadline is then a number, not an entry in a heap, and no
// request arms or cancels a timer.
void Server::State::tick() {
  ticking_ = !connections_.empty();
  if (!ticking_) return;
  tick_.expires_after(tick_every_);
  tick_.async_wait([this](const error_code& stopped) {
    if (stopped) return;
    const auto now = Clock::now();
    // Backwards, because one that ends is replaced by the last, which was seen already.
    for (auto i = connections_.size(); i-- > 0;) {
      const auto connection = connections_[i];
      if (connection->deadline() <= now) connection->expire();
    }
    tick();
  });
}

void Server::State::forget(Connection& connection) {
  if (!proxies_.trusts(connection.peer())) addresses_.leave(connection.peer());
  metrics_.connection_closed();
  const auto index = connection.index;
  connections_[index] = std::move(connections_.back());
  connections_[index]->index = index;
  connections_.pop_back();
  if (draining_ && connections_.empty()) io_.stop();
}

void Server::State::hand_over(ConnectionPtr connection) {
  // Behind everything that this round of the loop has found ready, so that the workers are woken
  // once for all of it.
  if (tasks_.empty()) asio::post(io_, [this] { hand_over_all(); });
  task_owners_.push_back(connection);
  tasks_.emplace_back([this, held = std::move(connection)]() mutable {
    held->handle(handler_);
    finished(std::move(held));
  });
}

void Server::State::hand_over_all() {
  const auto owners = std::move(task_owners_);
  auto tasks = std::move(tasks_);
  tasks_.clear();
  task_owners_.clear();
  for (auto i = pool_.submit(tasks); i < owners.size(); ++i) owners[i]->refuse(503);
}

void Server::State::finished(ConnectionPtr connection) {
  bool first = false;
  {
    const std::lock_guard lock(finished_mutex_);
    first = finished_.empty();
    finished_.push_back(std::move(connection));
  }
  if (first) asio::post(io_, [this] { answer_finished(); });
}

void Server::State::answer_finished() {
  {
    const std::lock_guard lock(finished_mutex_);
    answering_.swap(finished_);
  }
  for (const auto& connection : answering_) connection->answer();
  answering_.clear();
}

void Server::State::stop() {
  asio::post(io_, [this] { drain(); });
}

void Server::State::stop_on_signals() {
  signals_.emplace(io_, SIGTERM, SIGINT);
  signals_->async_wait([this](const error_code& stopped, int) {
    if (!stopped) drain();
  });
}

void Server::State::drain() {
  if (draining_) return;
  draining_ = true;
  error_code ignored;
  acceptor_.close(ignored);
  accept_pause_.cancel();
  signals_.reset();  // a second signal ends the program at once
  for (auto i = connections_.size(); i-- > 0;) {
    const auto connection = connections_[i];
    connection->hurry();
  }
  if (connections_.empty()) return io_.stop();
  drain_end_.expires_after(options_.drain);
  drain_end_.async_wait([this](const error_code& stopped) {
    if (stopped) return;
    while (!connections_.empty()) {
      const auto connection = connections_.back();
      connection->close();
    }
  });
}

std::string_view Server::State::date() {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  if (now != date_at_) {
    date_at_ = now;
    date_ = http_date(now);
  }
  return date_;
}

// Names a request in the log and on an error page. No secret, so a fast generator will do.
std::string Server::State::new_id() {
  constexpr std::string_view kLetters = "0123456789abcdefghjkmnpqrstvwxyz";
  std::string id(12, '0');
  auto bits = ids_();
  for (char& letter : id) {
    letter = kLetters[bits & 31];
    bits >>= 5;
  }
  return id;
}

Server::Server(ServerOptions options, Handler handler, Metrics& metrics)
    : state_(std::make_unique<State>(std::move(options), std::move(handler), metrics)) {}
Server::~Server() = default;

unsigned short Server::port() const {
  return state_->port();
}

void Server::run() {
  state_->run();
}

void Server::stop() {
  state_->stop();
}

void Server::stop_on_signals() {
  state_->stop_on_signals();
}

}  // namespace enact::web
