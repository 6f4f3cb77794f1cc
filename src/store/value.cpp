// SPDX-License-Identifier: Apache-2.0
#include "store/value.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "base/text.h"

namespace enact::store {
namespace {

[[noreturn]] void wrong_type(std::string_view column, std::string_view wanted) {
  throw std::logic_error(fmt::format("column '{}' does not hold {}", column, wanted));
}

}  // namespace

const Value& Row::value(std::string_view column) const {
  const auto found = std::find(names_->begin(), names_->end(), column);
  if (found == names_->end()) {
    throw std::logic_error(fmt::format("the answer has no column '{}'; it has: {}", column,
                                       base::join(*names_, ", ")));
  }
  return values_[static_cast<std::size_t>(found - names_->begin())];
}

std::string Row::text(std::string_view column) const {
  const Value& held = value(column);
  if (const auto* text = std::get_if<std::string>(&held)) return *text;
  if (const auto* integer = std::get_if<std::int64_t>(&held)) return std::to_string(*integer);
  if (const auto* number = std::get_if<double>(&held)) return fmt::format("{}", *number);
  return {};
}

// A whole number may arrive as a floating one: sum() and round() differ between the databases.
std::int64_t Row::integer(std::string_view column) const {
  const Value& held = value(column);
  if (const auto* integer = std::get_if<std::int64_t>(&held)) return *integer;
  if (std::holds_alternative<std::monostate>(held)) return 0;
  constexpr double kExactUpTo = 9007199254740992.0;  // 2^53: above it a double skips integers
  const auto* number = std::get_if<double>(&held);
  if (!number || std::trunc(*number) != *number || std::abs(*number) > kExactUpTo)
    wrong_type(column, "a whole number");
  return static_cast<std::int64_t>(*number);
}

double Row::number(std::string_view column) const {
  const Value& held = value(column);
  if (const auto* number = std::get_if<double>(&held)) return *number;
  if (const auto* integer = std::get_if<std::int64_t>(&held)) return static_cast<double>(*integer);
  if (std::holds_alternative<std::string>(held)) wrong_type(column, "a number");
  return 0;
}

bool Row::is_null(std::string_view column) const {
  return std::holds_alternative<std::monostate>(value(column));
}

std::optional<std::string> Row::maybe_text(std::string_view column) const {
  if (is_null(column)) return std::nullopt;
  return text(column);
}

}  // namespace enact::store
