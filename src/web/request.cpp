// SPDX-License-Identifier: Apache-2.0
#include "web/request.h"

#include <algorithm>

#include "base/text.h"
#include "web/clean_text.h"

namespace enact::web {
namespace {

// Encodes what may not stand in a query, and leaves escapes alone.
std::string sound_query(std::string_view query) {
  constexpr std::string_view kForbidden = "\"#<>\\^`{|}";
  std::string sound;
  for (const char c : query) {
    if (c > 0x20 && c < 0x7F && kForbidden.find(c) == std::string_view::npos)
      sound += c;
    else
      sound += base::url_encode({&c, 1});
  }
  return sound;
}

}  // namespace

std::string_view Request::header(std::string_view lower_case_name) const {
  for (const auto& [name, value] : headers)
    if (name == lower_case_name) return value;
  return {};
}

std::string_view Request::cookie(std::string_view name) const {
  // RFC 6265 section 4.2. Where a name comes twice the first one has the longer path.
  for (const auto& [header, value] : headers) {
    if (header != "cookie") continue;
    for (std::string_view rest = value; !rest.empty();) {
      const auto pair = rest.substr(0, rest.find(';'));
      rest.remove_prefix(pair.size() + (pair.size() < rest.size() ? 1 : 0));
      const auto equals = pair.find('=');
      if (equals != std::string_view::npos && base::trim(pair.substr(0, equals)) == name)
        return base::trim(pair.substr(equals + 1));
    }
  }
  return {};
}

const std::string& Request::path_id(std::string_view name) const {
  static const std::string kNone;
  for (const auto& [known, value] : path_ids)
    if (known == name) return value;
  return kNone;
}

std::string Request::query_value(std::string_view name) const {
  for (auto& [known, value] : query_values())
    if (known == name) return std::move(value);
  return {};
}

Fields Request::query_values() const {
  auto values = parse_urlencoded(query);
  for (auto& [name, value] : values) {
    name = with_valid_utf8(name);
    value = with_valid_utf8(value);
  }
  return values;
}

std::string Request::target() const {
  // A second slash at the start would make "//host" of it, an address on another site.
  std::string_view rest = path;
  rest.remove_prefix(std::min(rest.find_first_not_of('/'), rest.size()));
  std::string target;
  for (const auto segment : base::split(rest, '/')) target += "/" + base::url_encode(segment);
  if (!format.empty()) target += "." + base::url_encode(format);
  if (!query.empty()) target += "?" + sound_query(query);
  return target;
}

}  // namespace enact::web
