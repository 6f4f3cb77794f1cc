// SPDX-License-Identifier: Apache-2.0
#include "base/amount.h"

#include <fmt/format.h>

#include <charconv>
#include <limits>

#include "base/text.h"

namespace enact::base {
namespace {

using Exactness = Amount::Exactness;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The digits of "1,200.50" without the commas; nothing when a comma does not group thousands.
std::optional<std::string> without_grouping(std::string_view text) {
  const auto whole = text.substr(0, text.find('.'));
  const auto groups = split(whole, ',');
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const auto length = groups[i].size();
    if (groups.size() > 1 && (i == 0 ? length < 1 || length > 3 : length != 3)) return std::nullopt;
  }
  return replace_all(std::string(whole), ",", "") + std::string(text.substr(whole.size()));
}

std::optional<double> number(std::string_view text) {
  text = trim(text);
  const bool is_negative = text.starts_with('-');
  if (is_negative) text = trim(text.substr(1));
  if (text.starts_with('$')) text = trim(text.substr(1));
  if (text.empty() || !is_digit(text.front()) || !is_digit(text.back())) return std::nullopt;
  const auto digits = without_grouping(text);
  if (!digits) return std::nullopt;
  double value = 0;
  const auto* end = digits->data() + digits->size();
  const auto read = std::from_chars(digits->data(), end, value, std::chars_format::fixed);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return is_negative ? -value : value;
}

// What follows the first of the words that `text` begins with.
template <std::size_t n>
std::optional<std::string_view> after_any(std::string_view text,
                                          const std::string_view (&words)[n]) {
  for (const auto word : words)
    if (text.starts_with(word)) return trim(text.substr(word.size()));
  return std::nullopt;
}

std::optional<Amount> amount(Exactness exactness, std::string_view text) {
  const auto n = number(text);
  if (!n) return std::nullopt;
  const bool opens_down = exactness == Exactness::at_most,
             opens_up = exactness == Exactness::at_least;
  return Amount{exactness, opens_down ? -kInfinity : *n, opens_up ? kInfinity : *n};
}

std::optional<Amount> span(std::string_view text) {
  for (const std::string_view between : {" to ", "–", "-"}) {
    const auto at = text.find(between, 1);  // a minus in front stands between nothing
    if (at == std::string_view::npos) continue;
    const auto low = number(text.substr(0, at)), high = number(text.substr(at + between.size()));
    if (!low || !high || *low > *high) return std::nullopt;
    if (*low == *high) return Amount{Exactness::exact, *low, *high};
    return Amount{Exactness::span, *low, *high};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Amount> read_amount(std::string_view written) {
  constexpr std::string_view kAbout[] = {
      "about ", "around ", "approximately ", "approx. ", "approx ", "ca. ",
      "ca ",    "circa ",  "roughly ",       "~",        "≈"};
  constexpr std::string_view kAtLeast[] = {
      "at least ", "no less than ", "minimum ", "min. ", "from ", "over ", "more than ", ">=", "≥"};
  constexpr std::string_view kAtMost[] = {
      "at most ", "up to ", "no more than ", "maximum ", "max. ", "<=", "≤"};
  const auto text = lower(trim(written));
  if (const auto rest = after_any(text, kAbout)) return amount(Exactness::about, *rest);
  if (const auto rest = after_any(text, kAtLeast)) return amount(Exactness::at_least, *rest);
  if (const auto rest = after_any(text, kAtMost)) return amount(Exactness::at_most, *rest);
  if (text.ends_with('+'))
    return amount(Exactness::at_least, std::string_view(text).substr(0, text.size() - 1));
  if (auto exact = amount(Exactness::exact, text)) return exact;
  return span(text);
}

std::string words_of(const Amount& amount) {
  switch (amount.exactness) {
    case Exactness::about:
      return fmt::format("about {}", amount.low);
    case Exactness::at_least:
      return fmt::format("at least {}", amount.low);
    case Exactness::at_most:
      return fmt::format("at most {}", amount.high);
    case Exactness::span:
      return fmt::format("{} to {}", amount.low, amount.high);
    case Exactness::exact:
      break;
  }
  return fmt::format("{}", amount.low);
}

}  // namespace enact::base
