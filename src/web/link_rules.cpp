// SPDX-License-Identifier: Apache-2.0
#include "web/link_rules.h"

#include <algorithm>
#include <array>

#include "web/http_text.h"
#include "web/response.h"

namespace enact::web {
namespace {

// "mailto" of "mailto:ana@example.org"; empty for an address without a scheme.
std::string_view scheme_of(std::string_view url) {
  const auto end = std::find_if(url.begin(), url.end(), [](char c) {
    return !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
             c == '+' || c == '-' || c == '.');
  });
  return end != url.end() && *end == ':'
             ? url.substr(0, static_cast<std::size_t>(end - url.begin()))
             : std::string_view{};
}

}  // namespace

bool is_allowed_link(std::string_view url) {
  constexpr std::array<std::string_view, 4> kSchemes{"http", "https", "mailto", "tel"};
  const auto scheme = scheme_of(url);
  return scheme.empty() || std::any_of(kSchemes.begin(), kSchemes.end(), [&](auto allowed) {
           return equal_ignoring_case(scheme, allowed);
         });
}

bool is_allowed_image(std::string_view url) {
  return scheme_of(url).empty() && (!url.starts_with('/') || is_local_address(url));
}

bool leaves_site(std::string_view url) {
  const auto scheme = scheme_of(url);
  return equal_ignoring_case(scheme, "http") || equal_ignoring_case(scheme, "https") ||
         url.starts_with("//");
}

}  // namespace enact::web
