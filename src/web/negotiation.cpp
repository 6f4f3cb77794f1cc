// SPDX-License-Identifier: Apache-2.0
#include "web/negotiation.h"

#include <algorithm>
#include <cstdint>

#include "base/digest.h"
#include "base/text.h"
#include "web/http_text.h"

namespace enact::web {
namespace {

constexpr std::string_view kGzipMark = "-gz";

std::string_view cut_front(std::string_view& text, char at) {
  const auto part = text.substr(0, text.find(at));
  text.remove_prefix(std::min(part.size() + 1, text.size()));
  return part;
}

// "q=0", "q=0.0", "q=0.000": not acceptable. Nonsense is read as acceptable.
bool is_refused(std::string_view parameters) {
  while (!parameters.empty()) {
    const auto parameter = base::trim(cut_front(parameters, ';'));
    if (parameter.size() < 3 || !equal_ignoring_case(parameter.substr(0, 2), "q=")) continue;
    return parameter.substr(2).find_first_not_of("0.") == std::string_view::npos;
  }
  return false;
}

// The tag between its quotes: W/"abc" and "abc" are both abc.
std::string_view opaque(std::string_view tag) {
  const auto from = tag.find('"');
  return from == std::string_view::npos ? std::string_view{}
                                        : tag.substr(from + 1, tag.size() - from - 2);
}

std::string_view without_gzip_mark(std::string_view opaque_tag) {
  return opaque_tag.ends_with(kGzipMark)
             ? opaque_tag.substr(0, opaque_tag.size() - kGzipMark.size())
             : opaque_tag;
}

std::uint8_t hex_digit(char c) {
  return static_cast<std::uint8_t>(c <= '9' ? c - '0' : c - 'a' + 10);
}

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
  bool any = false;
  while (!accept_encoding.empty()) {
    auto coding = cut_front(accept_encoding, ',');
    const auto name = base::trim(cut_front(coding, ';'));
    if (equal_ignoring_case(name, "gzip") || equal_ignoring_case(name, "x-gzip"))
      return !is_refused(coding);
    if (name == "*") any = !is_refused(coding);
  }
  return any;
}

std::string entity_tag(std::string_view bytes) {
  constexpr std::size_t kTagBytes = 16;  // enough that no two pages ever share one
  const auto hex = base::sha256_hex(bytes);
  std::string digest;
  for (std::size_t i = 0; i < 2 * kTagBytes; i += 2)
    digest += static_cast<char>(hex_digit(hex[i]) << 4 | hex_digit(hex[i + 1]));
  return '"' + base::base64url(digest) + '"';
}

std::string gzip_tag(std::string_view tag) {
  return std::string(tag.substr(0, tag.size() - 1)).append(kGzipMark).append("\"");
}

std::string_view matching_tag(std::string_view if_none_match, std::string_view tag) {
  if (base::trim(if_none_match) == "*") return tag;
  const auto wanted = opaque(tag);
  while (true) {
    // A tag may hold commas, so the quotes are followed instead.
    const auto from = if_none_match.find('"');
    if (from == std::string_view::npos) return {};
    const auto to = if_none_match.find('"', from + 1);
    if (to == std::string_view::npos) return {};
    const auto sent = if_none_match.substr(from, to + 1 - from);
    if (opaque(sent) == wanted || without_gzip_mark(opaque(sent)) == wanted) return sent;
    if_none_match.remove_prefix(to + 1);
  }
}

}  // namespace enact::web
