// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "web/form.h"

namespace enact::web {

enum class Method { get, head, post, other };

using Fields = std::vector<std::pair<std::string, std::string>>;

// One request, free of any socket. Header names are in lower case; the path is percent-decoded
// and is valid UTF-8 without control characters (the server has refused anything else).
struct Request {
  Method method = Method::get;
  std::string path;    // "/plays/4-2", without query and without the format's ending
  std::string query;   // "q=admissions&page=2", still encoded
  std::string format;  // "json", "csv", "atom", "ics" when the address ended so, else empty
  Fields headers;
  std::string body;
  std::string remote_address;  // of the person; the proxy's word is taken only from a trusted proxy
  bool secure = false;         // came by TLS, to us or to the trusted proxy
  std::string id;              // made by the server, stands in the log and on the error page
  Fields path_ids;             // filled by the router
  std::optional<Form> form;    // filled by the router for a POST

  std::string_view header(std::string_view lower_case_name) const;
  std::string_view cookie(std::string_view name) const;
  const std::string& path_id(std::string_view name) const;  // "" when the route has none
  std::string query_value(std::string_view name) const;     // decoded; "" when absent
  Fields query_values() const;                              // decoded, in order
  std::string target() const;  // path, ending and query, for a link back
};

}  // namespace enact::web
