// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace enact::base {

std::string_view trim(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char at);
std::vector<std::string_view> lines(std::string_view text);  // without their line ends
std::string join(const std::vector<std::string>& parts, std::string_view between);
std::string lower(std::string_view ascii);
std::string replace_all(std::string text, std::string_view from, std::string_view to);

// "My CHI. My Future." -> "my-chi-my-future": letters and digits joined by hyphens, at most 80.
std::string slug(std::string_view text);
bool is_slug(std::string_view text);

// Where the first byte stands that is not UTF-8 (RFC 3629: no surrogates, no overlong forms), or
// nothing when all is well.
std::optional<std::size_t> invalid_utf8(std::string_view text);

// At most `length` bytes, cut between words and characters, with an ellipsis where it was cut.
std::string shorten(std::string_view text, std::size_t length);

// For HTML text and quoted attributes.
std::string escape_html(std::string_view text);

// Percent-encoding for one component of an address (RFC 3986), and its inverse, which also reads
// "+" as a space when `form` says so. A malformed escape is kept as it stands.
enum class Plus { literal, space };
std::string url_encode(std::string_view text);
std::string url_decode(std::string_view text, Plus plus = Plus::literal);

// "1 play", "2 plays".
std::string counted(long long n, std::string_view singular, std::string_view plural);

// "nine" up to twelve, digits beyond.
std::string spelled_out(long long n);

std::optional<long long> to_integer(std::string_view text);

}  // namespace enact::base
