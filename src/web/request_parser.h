// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "web/request.h"

namespace enact::web {

// Turns the bytes of one HTTP/1.x request into a Request. Knows no socket and no clock, so every
// malformed case can be tested by handing it text.
class RequestParser {
 public:
  struct Limits {
    std::size_t header_bytes = std::size_t{8} * 1024;
    std::size_t target_bytes = std::size_t{4} * 1024;
  };
  static constexpr std::size_t kMostHeaders = 100;

  enum class Stage {
    header,       // wants bytes
    header_done,  // the body follows: the caller says with allow_body() how long it may be
    body,         // wants bytes
    complete,     // take() it; bytes that were not consumed belong to the next request
    refused,      // answer status() and close
  };

  explicit RequestParser(Limits limits);
  ~RequestParser();
  RequestParser(RequestParser&&) noexcept;
  RequestParser& operator=(RequestParser&&) noexcept;

  // How many bytes at the front were consumed. The caller gives the others again, with what came
  // after them.
  std::size_t feed(std::string_view bytes);

  // Answers the stage header_done; 413 at once when the client has announced more than `most`.
  void allow_body(std::size_t most);

  Stage stage() const;
  int status() const;  // of the refusal
  const Request& request() const;
  bool keep_alive() const;        // the client wishes so
  bool expects_continue() const;  // it waits for "100 Continue" before it sends the body
  Request take();

 private:
  class Beast;
  std::unique_ptr<Beast> beast_;
};

}  // namespace enact::web
