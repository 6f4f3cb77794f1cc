// SPDX-License-Identifier: Apache-2.0
#include "imports/header_row.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"

namespace enact::imports {
namespace {

enum class Kind { blank, word, number, date, address };

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

Kind kind_of(std::string_view cell) {
  cell = base::trim(cell);
  if (cell.empty()) return Kind::blank;
  if (cell.find("://") != std::string_view::npos || cell.starts_with("www.")) return Kind::address;
  if (cell.find('@') != std::string_view::npos && cell.find(' ') == std::string_view::npos)
    return Kind::address;
  const auto is_one_of = [&](std::string_view signs) {
    return std::all_of(cell.begin(), cell.end(), [&](char c) {
      return is_digit(c) || signs.find(c) != std::string_view::npos;
    });
  };
  if (std::none_of(cell.begin(), cell.end(), is_digit)) return Kind::word;
  const bool is_date = std::count(cell.begin(), cell.end(), '/') == 2 ||
                       std::count(cell.begin(), cell.end(), '-') == 2;
  if (is_date && is_one_of("/-: T.Z")) return Kind::date;
  return is_one_of(" ,.-+%$()") ? Kind::number : Kind::word;
}

bool is_value(Kind kind) {
  return kind == Kind::number || kind == Kind::date || kind == Kind::address;
}

// Years or numbers in a row, up or down by one, are names: 2019, 2020, 2021.
bool counts_on(const std::vector<std::string>& cells) {
  std::vector<long long> numbers;
  for (const auto& cell : cells)
    if (const auto number = base::to_integer(base::trim(cell))) numbers.push_back(*number);
  if (numbers.size() < 3) return false;
  const auto step = numbers[1] - numbers[0];
  if (step != 1 && step != -1) return false;
  for (std::size_t i = 1; i < numbers.size(); ++i)
    if (numbers[i] - numbers[i - 1] != step) return false;
  return true;
}

// +1: this column's first cell is a name; -1: it is one of the values; 0: there is no telling.
int vote(const std::vector<TableRow>& sample, std::size_t column) {
  const auto& first = sample.front().cells[column];
  const auto kind = kind_of(first);
  if (kind == Kind::blank) return 0;
  std::size_t filled = 0;
  std::size_t values = 0;
  std::size_t alike = 0;
  int repeats = 0;
  for (std::size_t row = 1; row < sample.size(); ++row) {
    const auto& cells = sample[row].cells;
    const auto other = column < cells.size() ? kind_of(cells[column]) : Kind::blank;
    if (other == Kind::blank) continue;
    if (kind == Kind::word && cells[column] == first && ++repeats > 1) return -1;
    ++filled;
    if (is_value(other)) ++values;
    if (other == kind) ++alike;
  }
  if (filled == 0) return is_value(kind) ? -1 : 0;
  if (is_value(kind)) return alike * 10 >= filled * 7 ? -1 : 0;
  return values * 10 >= filled * 7 ? 1 : 0;
}

// One line without outer spaces, also those that are no ASCII: a no-break space, a space of no
// width, a byte-order mark.
std::string tidy_name(std::string_view cell) {
  constexpr std::size_t kLongest = 200;
  std::string text(cell);
  for (const auto* space : {"\xC2\xA0", "\xE2\x80\x8B", "\xEF\xBB\xBF"})
    text = base::replace_all(std::move(text), space, " ");
  std::string name;
  for (const char c : text) {
    const bool is_space = (c >= 0 && c <= ' ') || c == 127;
    if (!is_space)
      name += c;
    else if (!name.empty() && !name.ends_with(' '))
      name += ' ';
  }
  if (name.ends_with(' ')) name.pop_back();
  return base::shorten(name, kLongest);
}

bool looks_like_names(const std::vector<std::string>& cells) {
  constexpr std::size_t kLongestName = 120;
  return std::none_of(cells.begin(), cells.end(), [](const std::string& cell) {
    return is_value(kind_of(cell)) || cell.size() > kLongestName;
  });
}

}  // namespace

HeaderRow detect_header(const std::vector<TableRow>& sample) {
  if (sample.empty()) return HeaderRow::absent;
  const auto& first = sample.front().cells;
  if (counts_on(first)) return HeaderRow::present;
  int votes = 0;
  for (std::size_t column = 0; column < first.size(); ++column) votes += vote(sample, column);
  if (votes != 0) return votes > 0 ? HeaderRow::present : HeaderRow::absent;
  return looks_like_names(first) ? HeaderRow::present : HeaderRow::absent;
}

std::vector<std::string> column_names(const std::vector<std::string>& cells,
                                      int line,
                                      std::vector<base::Fault>& warnings) {
  std::vector<std::string> own;
  own.reserve(cells.size());
  for (const auto& cell : cells) own.push_back(tidy_name(cell));
  const std::unordered_set<std::string> taken(own.begin(), own.end());
  std::unordered_set<std::string> used;
  std::unordered_map<std::string, int> repeats;
  std::vector<std::string> names;
  std::vector<std::string> doubled;
  for (std::size_t i = 0; i < own.size(); ++i) {
    const auto wanted = own[i].empty() ? unnamed_column(i) : own[i];
    auto name = wanted;
    while (used.contains(name) || (name != own[i] && taken.contains(name)))
      name = fmt::format("{} ({})", wanted, 2 + repeats[wanted]++);
    if (!own[i].empty() && name != own[i]) doubled.push_back(fmt::format("\"{}\"", name));
    used.insert(name);
    names.push_back(std::move(name));
  }
  if (!doubled.empty()) {
    constexpr std::size_t kShown = 5;
    const auto count = std::ssize(doubled);
    if (doubled.size() > kShown) doubled.resize(kShown);
    warnings.push_back(
        {.field = {},
         .message = fmt::format(
             "{} the name of a column before: {}{}.",
             count == 1 ? std::string("1 column has") : fmt::format("{} columns have", count),
             base::join(doubled, ", "), std::size_t(count) > kShown ? " and so on" : ""),
         .file = {},
         .line = line});
  }
  return names;
}

std::string unnamed_column(std::size_t index) {
  return fmt::format("column {}", index + 1);
}

}  // namespace enact::imports
