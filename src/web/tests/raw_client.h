// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "web/request.h"

namespace enact::web {

struct Answer {
  int status = 0;  // 0: none came
  Fields headers;  // names in lower case
  std::string body;

  std::string header(std::string_view wanted) const {
    for (const auto& [name, value] : headers)
      if (name == wanted) return value;
    return {};
  }
};

// A client that writes bytes as a test made them, right or wrong. No call waits over 5 seconds.
class RawClient {
 public:
  enum class Reads { soon, never };  // never: with buffers so small that the server notices

  explicit RawClient(unsigned short port, const char* from = "127.0.0.1", Reads reads = Reads::soon)
      : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const timeval patience{.tv_sec = 5, .tv_usec = 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    const int small = 2048;
    if (reads == Reads::never) setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
    const auto here = endpoint(from, 0), there = endpoint("127.0.0.1", port);
    if (bind(socket_, reinterpret_cast<const sockaddr*>(&here), sizeof here) != 0 ||
        connect(socket_, reinterpret_cast<const sockaddr*>(&there), sizeof there) != 0)
      throw std::runtime_error("cannot connect");
  }
  ~RawClient() {
    if (socket_ >= 0) ::close(socket_);
  }
  RawClient(RawClient&& other) noexcept
      : socket_(std::exchange(other.socket_, -1)), read_(std::move(other.read_)) {}
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  // False where the server has closed.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (count <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
  }

  Answer answer(Method method = Method::get) {
    Answer answer;
    auto end = read_.find("\r\n\r\n");
    while (end == std::string::npos && read_more()) end = read_.find("\r\n\r\n");
    if (end == std::string::npos) return answer;
    for (const auto line : base::lines(std::string_view(read_).substr(0, end))) {
      const auto colon = line.find(": ");
      if (line.starts_with("HTTP/1.1 "))
        answer.status = std::stoi(std::string(line.substr(9, 3)));
      else
        answer.headers.emplace_back(base::lower(line.substr(0, colon)), line.substr(colon + 2));
    }
    read_.erase(0, end + 4);
    const auto length = base::to_integer(answer.header("content-length")).value_or(0);
    const auto body_bytes = method == Method::head ? 0 : static_cast<std::size_t>(length);
    while (read_.size() < body_bytes && read_more()) continue;
    answer.body = read_.substr(0, body_bytes);
    read_.erase(0, body_bytes);
    return answer;
  }

  // Waits for the end of the stream or a reset; false when anything else comes, or nothing.
  bool is_closed() {
    if (!read_.empty()) return false;
    char byte = 0;
    const auto count = recv(socket_, &byte, 1, 0);
    return count == 0 || (count < 0 && errno == ECONNRESET);
  }

  bool has_unread() const { return !read_.empty(); }

  // Whether something has come, without waiting for it.
  bool has_answer() {
    char byte = 0;
    return recv(socket_, &byte, 1, MSG_PEEK | MSG_DONTWAIT) >= 0;
  }

 private:
  static sockaddr_in endpoint(const char* address, unsigned short port) {
    sockaddr_in made{};
    made.sin_family = AF_INET;
    made.sin_port = htons(port);
    inet_pton(AF_INET, address, &made.sin_addr);
    return made;
  }

  bool read_more() {
    char bytes[65536];
    const auto count = recv(socket_, bytes, sizeof bytes, 0);
    if (count > 0) read_.append(bytes, static_cast<std::size_t>(count));
    return count > 0;
  }

  int socket_ = -1;
  std::string read_;
};

}  // namespace enact::web
