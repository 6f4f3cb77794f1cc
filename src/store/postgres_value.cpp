// SPDX-License-Identifier: Apache-2.0
#include "store/postgres_value.h"

#include <fmt/format.h>

#include <charconv>
#include <stdexcept>

namespace enact::store {
namespace {

// From the server's catalog/pg_type.dat.
constexpr std::uint32_t kBool = 16;
constexpr std::uint32_t kInt8 = 20;
constexpr std::uint32_t kInt2 = 21;
constexpr std::uint32_t kInt4 = 23;
constexpr std::uint32_t kFloat4 = 700;
constexpr std::uint32_t kFloat8 = 701;
constexpr std::uint32_t kNumeric = 1700;

template <class Number>
bool read(std::string_view text, Number& number) {
  const auto* end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, number);
  return error == std::errc() && stopped == end;
}

Value number(std::string_view text) {
  double number = 0;
  if (!read(text, number)) throw std::logic_error("PostgreSQL answered with an unknown number");
  return number;
}

// sum() of a bigint is a numeric, which is a whole number all the same.
Value whole_number(std::string_view text) {
  std::int64_t whole = 0;
  return read(text, whole) ? Value(whole) : number(text);
}

}  // namespace

std::string postgres_text(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return std::to_string(*integer);
  if (const auto* number = std::get_if<double>(&value)) return fmt::format("{}", *number);
  return {};
}

Value postgres_value(std::uint32_t type, std::string_view text) {
  switch (type) {
    case kBool:
      return std::int64_t{text == "t"};
    case kInt8:
    case kInt4:
    case kInt2:
    case kNumeric:
      return whole_number(text);
    case kFloat4:
    case kFloat8:
      return number(text);
    default:
      return std::string(text);
  }
}

void append_copy_cell(std::string& line, const Value& value) {
  if (std::holds_alternative<std::monostate>(value)) {
    line += "\\N";
    return;
  }
  for (const char c : postgres_text(value)) {
    switch (c) {
      case '\\':
        line += "\\\\";
        break;
      case '\n':
        line += "\\n";
        break;
      case '\r':
        line += "\\r";
        break;
      case '\t':
        line += "\\t";
        break;
      default:
        line += c;
    }
  }
}

}  // namespace enact::store
