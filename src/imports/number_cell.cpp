// SPDX-License-Identifier: Apache-2.0
#include "imports/number_cell.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

#include "base/text.h"

namespace enact::imports {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

struct Phrase {
  std::string_view words;
  Qualifier qualifier;
};

constexpr Phrase kBefore[] = {
    {"approximately", Qualifier::about}, {"approx.", Qualifier::about},
    {"approx", Qualifier::about},        {"about", Qualifier::about},
    {"around", Qualifier::about},        {"circa", Qualifier::about},
    {"ca.", Qualifier::about},           {"~", Qualifier::about},
    {"at least", Qualifier::at_least},   {"minimum", Qualifier::at_least},
    {">=", Qualifier::at_least},         {"≥", Qualifier::at_least},
    {"more than", Qualifier::more_than}, {"over", Qualifier::more_than},
    {">", Qualifier::more_than},         {"at most", Qualifier::at_most},
    {"up to", Qualifier::at_most},       {"no more than", Qualifier::at_most},
    {"<=", Qualifier::at_most},          {"≤", Qualifier::at_most},
    {"less than", Qualifier::less_than}, {"fewer than", Qualifier::less_than},
    {"under", Qualifier::less_than},     {"<", Qualifier::less_than},
};

constexpr Phrase kBehind[] = {
    {"or more", Qualifier::at_least}, {"and up", Qualifier::at_least},
    {"+", Qualifier::at_least},       {"or less", Qualifier::at_most},
    {"or fewer", Qualifier::at_most}, {"or under", Qualifier::at_most},
};

struct Scale {
  std::string_view word;
  double factor;
};

constexpr Scale kScales[] = {{"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9},
                             {"k", 1e3},        {"m", 1e6},       {"bn", 1e9}};

base::Failure refuse(std::string_view cell, std::string_view why) {
  return base::invalid("", fmt::format("{} {}", quoted(cell), why));
}

// Digits with groups of three and a fraction, in either style; nothing when they are anything else.
std::optional<double> plain_number(std::string_view text, NumberStyle style) {
  const char group = style == NumberStyle::point ? ',' : '.';
  const char point = style == NumberStyle::point ? '.' : ',';
  const auto whole = text.substr(0, text.find(point));
  const auto fraction = text.substr(std::min(whole.size() + 1, text.size()));
  const auto groups = base::split(whole, group);
  std::string digits;
  for (const auto part : groups) {
    const bool is_first = part.data() == groups.front().data();
    const bool fits =
        is_first ? groups.size() == 1 || (!part.empty() && part.size() <= 3) : part.size() == 3;
    if (!fits || !std::all_of(part.begin(), part.end(), is_digit)) return std::nullopt;
    digits += part;
  }
  if (!std::all_of(fraction.begin(), fraction.end(), is_digit)) return std::nullopt;
  if (digits.empty() && fraction.empty()) return std::nullopt;
  digits = fmt::format("{}.{}", digits.empty() ? "0" : digits, fraction.empty() ? "0" : fraction);
  double value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

struct Part {
  double number = 0;
  Amount::Unit unit = Amount::Unit::none;
};

// One number with its sign, its unit and its scale: "-$1.2 million", "(500)", "6.4%".
std::optional<Part> read_part(std::string_view text, NumberStyle style) {
  text = base::trim(text);
  double factor = 1;
  if (text.starts_with('(') && text.ends_with(')')) {
    factor = -1;
    text = base::trim(text.substr(1, text.size() - 2));
  }
  Part part;
  const auto take = [&](std::string_view start) {
    if (!text.starts_with(start)) return false;
    text = base::trim(text.substr(start.size()));
    return true;
  };
  if (factor > 0 && (take("-") || take("\xE2\x88\x92"))) factor = -1;
  if (take("us$") || take("usd") || take("$")) part.unit = Amount::Unit::dollars;
  if (text.ends_with('%')) {
    if (part.unit != Amount::Unit::none) return std::nullopt;
    part.unit = Amount::Unit::percent;
    text = base::trim(text.substr(0, text.size() - 1));
  }
  for (const auto& scale : kScales) {
    if (!text.ends_with(scale.word)) continue;
    text = base::trim(text.substr(0, text.size() - scale.word.size()));
    factor *= scale.factor;
    break;
  }
  const auto number = plain_number(text, style);
  if (!number) return std::nullopt;
  part.number = *number == 0 ? 0 : *number * factor;
  return part;
}

// Where a range is cut in two: at a dash or at "to" between two numbers.
std::optional<std::pair<std::string_view, std::string_view>> range_of(std::string_view text) {
  for (const std::string_view mark : {" to ", "–", "—", "-"}) {
    const auto at = text.find(mark, 1);
    if (at == std::string_view::npos || text.find(mark, at + mark.size()) != std::string_view::npos)
      continue;
    return std::pair(text.substr(0, at), text.substr(at + mark.size()));
  }
  return std::nullopt;
}

}  // namespace

Read<Amount> read_amount(std::string_view cell, NumberStyle style) {
  constexpr std::size_t kLongest = 100;
  const auto lower = base::lower(trimmed(cell));
  auto text = std::string_view(lower);
  if (text.empty() || text.size() > kLongest) return refuse(cell, "is no number.");
  Amount amount;
  const bool is_between = text.starts_with("between ");
  std::string spelled;
  if (is_between) {
    spelled = base::replace_all(std::string(text.substr(8)), " and ", " to ");
    text = spelled;
  }
  for (const auto& phrase : kBefore) {
    if (!text.starts_with(phrase.words)) continue;
    amount.qualifier = phrase.qualifier;
    text = base::trim(text.substr(phrase.words.size()));
    break;
  }
  for (const auto& phrase : kBehind) {
    if (!text.ends_with(phrase.words)) continue;
    if (amount.qualifier != Qualifier::exactly) return refuse(cell, "is limited twice.");
    amount.qualifier = phrase.qualifier;
    text = base::trim(text.substr(0, text.size() - phrase.words.size()));
    break;
  }
  if (const auto one = read_part(text, style); one && !is_between) {
    amount.number = amount.upper = one->number;
    amount.unit = one->unit;
    return Reading<Amount>{amount, {}};
  }
  const auto range = range_of(text);
  const auto lower_end = range ? read_part(range->first, style) : std::nullopt;
  const auto upper_end = range ? read_part(range->second, style) : std::nullopt;
  if (!lower_end || !upper_end) {
    const auto other = style == NumberStyle::point ? NumberStyle::comma : NumberStyle::point;
    if (read_part(text, other))
      return refuse(cell,
                    "is a number only if the comma and the point are meant the other way "
                    "round. Say which is meant in this column.");
    return refuse(cell, "is no number.");
  }
  if (amount.qualifier != Qualifier::exactly && amount.qualifier != Qualifier::about)
    return refuse(cell, "is limited twice.");
  if (lower_end->number > upper_end->number)
    return refuse(cell, "is a range whose end is below its beginning.");
  const auto unit = upper_end->unit != Amount::Unit::none ? upper_end->unit : lower_end->unit;
  if (lower_end->unit != Amount::Unit::none && lower_end->unit != unit)
    return refuse(cell, "has two units.");
  Reading<Amount> reading{{lower_end->number, upper_end->number, Qualifier::between, unit}, {}};
  if (amount.qualifier == Qualifier::about)
    reading.warning = fmt::format("{} is kept as a range; \"about\" is left out.", quoted(cell));
  return reading;
}

Read<std::int64_t> read_count(std::string_view cell, NumberStyle style) {
  constexpr double kMost = 1e15;  // every whole number up to here is a double of its own
  const auto amount = read_amount(cell, style);
  if (!amount) return tl::unexpected(amount.error());
  const auto& value = amount->value;
  if (value.qualifier != Qualifier::exactly || value.unit != Amount::Unit::none)
    return refuse(cell, "is not one plain number.");
  if (value.number < 0 || value.number > kMost || std::floor(value.number) != value.number)
    return refuse(cell, "is not a whole number from 0 on.");
  return Reading<std::int64_t>{static_cast<std::int64_t>(value.number), {}};
}

}  // namespace enact::imports
