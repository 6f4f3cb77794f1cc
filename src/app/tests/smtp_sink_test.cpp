// SPDX-License-Identifier: Apache-2.0
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

#include "app/tests/smtp_sink.h"

namespace enact::app {
namespace {

class Lines {
 public:
  explicit Lines(int peer) : peer_(peer) {}

  // The next line without its end; false when the peer is gone.
  bool next(std::string& line) {
    auto end = buffer_.find("\r\n");
    while (end == std::string::npos) {
      char bytes[4096];
      const auto got = ::recv(peer_, bytes, sizeof bytes, 0);
      if (got <= 0) return false;
      buffer_.append(bytes, static_cast<std::size_t>(got));
      end = buffer_.find("\r\n");
    }
    line = buffer_.substr(0, end);
    buffer_.erase(0, end + 2);
    return true;
  }

 private:
  int peer_;
  std::string buffer_;
};

void answer(int peer, const std::string& text) {
  const auto line = text + "\r\n";
  [[maybe_unused]] const auto sent = ::send(peer, line.data(), line.size(), MSG_NOSIGNAL);
}

}  // namespace

SmtpSink::SmtpSink(std::string rcpt_answer) : rcpt_answer_(std::move(rcpt_answer)) {
  listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* any = reinterpret_cast<sockaddr*>(&address);
  if (::bind(listener_, any, size) != 0 || ::listen(listener_, 8) != 0 ||
      ::getsockname(listener_, any, &size) != 0)
    throw std::runtime_error("no port for the mail sink");
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { serve(); });
}

SmtpSink::~SmtpSink() {
  stopping_ = true;
  ::shutdown(listener_, SHUT_RDWR);
  thread_.join();
  ::close(listener_);
}

std::string SmtpSink::url() const {
  return "smtp://127.0.0.1:" + std::to_string(port_);
}

std::vector<std::string> SmtpSink::messages() const {
  const std::lock_guard lock(mutex_);
  return messages_;
}

std::vector<std::string> SmtpSink::commands() const {
  const std::lock_guard lock(mutex_);
  return commands_;
}

void SmtpSink::serve() {
  while (!stopping_) {
    const int peer = ::accept(listener_, nullptr, nullptr);
    if (peer < 0) continue;
    talk(peer);
    ::close(peer);
  }
}

void SmtpSink::talk(int peer) {
  answer(peer, "220 sink");
  Lines lines(peer);
  std::string line;
  while (lines.next(line)) {
    {
      const std::lock_guard lock(mutex_);
      commands_.push_back(line);
    }
    if (line == "QUIT") {
      answer(peer, "221 bye");
      return;
    }
    if (line.starts_with("RCPT")) {
      answer(peer, rcpt_answer_);
    } else if (line == "DATA") {
      answer(peer, "354 go on");
      std::string message;
      while (lines.next(line) && line != ".")
        message += (line.starts_with(".") ? line.substr(1) : line) + "\r\n";
      const std::lock_guard lock(mutex_);
      messages_.push_back(std::move(message));
      answer(peer, "250 taken");
    } else {
      answer(peer, "250 ok");
    }
  }
}

}  // namespace enact::app
