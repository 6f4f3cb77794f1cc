// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace enact::app {

// As much of a mail server as a test needs: takes every message on a port of its own, or answers
// RCPT with what it was told.
class SmtpSink {
 public:
  explicit SmtpSink(std::string rcpt_answer = "250 ok");
  ~SmtpSink();
  SmtpSink(const SmtpSink&) = delete;
  SmtpSink& operator=(const SmtpSink&) = delete;

  std::string url() const;

  // The messages as they came, without the transparency dots; then the envelopes' commands.
  std::vector<std::string> messages() const;
  std::vector<std::string> commands() const;

 private:
  void serve();
  void talk(int peer);

  std::string rcpt_answer_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<bool> stopping_ = false;
  mutable std::mutex mutex_;
  std::vector<std::string> messages_;
  std::vector<std::string> commands_;
  std::thread thread_;
};

}  // namespace enact::app
