// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "web/request.h"
#include "web/response.h"

namespace enact::web {

// What the request line asks for.
struct Target {
  std::string path;       // decoded, see Request::path
  std::string query;      // still encoded; decodes to UTF-8 without NUL
  std::string authority;  // of "http://host/path", else empty
};

// Reads "/path?query" or "http://host/path?query". Nothing for anything else, and for a path that
// would decode to invalid UTF-8, a control character, a "." or ".." segment, or that hides a slash
// as %2F: two programs on the way could then read it differently.
std::optional<Target> parse_target(std::string_view raw);

// Whether a Host header could name a host: letters, digits and ".-_:[]".
bool is_host(std::string_view text);

bool equal_ignoring_case(std::string_view a, std::string_view b);

// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110 section 5.6.7).
std::string http_date(std::chrono::sys_seconds at);

std::string_view reason_phrase(int status);

// The server's own answer to a request that never reached a handler: one plain sentence, not
// yet delivered.
Response refusal(int status);

// What the head of a response needs besides the response.
struct HeadFacts {
  Method method = Method::get;  // of the request
  bool keep_alive = false;
  std::string_view date{};
  std::string_view request_id{};
};

// Status line and headers of a final response (200 to 599) up to the empty line. A header that the
// server itself is to write (Date, Connection, Content-Length ...) or that holds a line end is left
// out; only the answer to HEAD may bring its own Content-Length.
std::string response_head(const Response& response, const HeadFacts& facts);

// The bytes that follow the head: none for HEAD, 204 and 304; those of `kept` where it is set, in
// the form that Content-Encoding names. Those of a file are sent by the server.
std::string_view response_body(const Response& response, Method method);

}  // namespace enact::web
