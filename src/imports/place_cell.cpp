// SPDX-License-Identifier: Apache-2.0
#include "imports/place_cell.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace enact::imports {
namespace {

struct State {
  std::string_view code;
  std::string_view name;
};

// The Postal Service's codes (Publication 28, appendix B), without those of the armed forces.
constexpr State kStates[] = {
    {"AL", "alabama"},
    {"AK", "alaska"},
    {"AZ", "arizona"},
    {"AR", "arkansas"},
    {"CA", "california"},
    {"CO", "colorado"},
    {"CT", "connecticut"},
    {"DE", "delaware"},
    {"DC", "district of columbia"},
    {"FL", "florida"},
    {"GA", "georgia"},
    {"HI", "hawaii"},
    {"ID", "idaho"},
    {"IL", "illinois"},
    {"IN", "indiana"},
    {"IA", "iowa"},
    {"KS", "kansas"},
    {"KY", "kentucky"},
    {"LA", "louisiana"},
    {"ME", "maine"},
    {"MD", "maryland"},
    {"MA", "massachusetts"},
    {"MI", "michigan"},
    {"MN", "minnesota"},
    {"MS", "mississippi"},
    {"MO", "missouri"},
    {"MT", "montana"},
    {"NE", "nebraska"},
    {"NV", "nevada"},
    {"NH", "new hampshire"},
    {"NJ", "new jersey"},
    {"NM", "new mexico"},
    {"NY", "new york"},
    {"NC", "north carolina"},
    {"ND", "north dakota"},
    {"OH", "ohio"},
    {"OK", "oklahoma"},
    {"OR", "oregon"},
    {"PA", "pennsylvania"},
    {"RI", "rhode island"},
    {"SC", "south carolina"},
    {"SD", "south dakota"},
    {"TN", "tennessee"},
    {"TX", "texas"},
    {"UT", "utah"},
    {"VT", "vermont"},
    {"VA", "virginia"},
    {"WA", "washington"},
    {"WV", "west virginia"},
    {"WI", "wisconsin"},
    {"WY", "wyoming"},
    {"AS", "american samoa"},
    {"GU", "guam"},
    {"MP", "northern mariana islands"},
    {"PR", "puerto rico"},
    {"VI", "virgin islands"},
    {"FM", "federated states of micronesia"},
    {"MH", "marshall islands"},
    {"PW", "palau"},
};

constexpr std::string_view kZerosFirst[] = {"CT", "MA", "ME", "NH", "NJ", "RI", "VT", "PR", "VI"};

base::Failure refuse(std::string_view cell, std::string_view why) {
  return base::invalid("", fmt::format("{} {}", quoted(cell), why));
}

bool are_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Read<std::string> read_state(std::string_view cell) {
  auto text = base::lower(trimmed(cell));
  if (text.size() <= 5) text = base::replace_all(text, ".", "");  // "N.Y.", "D.C."
  for (const auto& state : kStates)
    if (text == state.name || text == base::lower(state.code))
      return Reading<std::string>{std::string(state.code), {}};
  return refuse(cell, "is no state of the United States. Write its name or its two letters.");
}

Read<std::string> read_zip(std::string_view cell, std::string_view state) {
  auto text = trimmed(cell);
  std::string warning;
  if (text.ends_with(".0") && are_digits(text.substr(0, text.size() - 2))) {
    text.remove_suffix(2);  // a spreadsheet took it for a number
    warning = fmt::format("{} is read as {}.", quoted(cell), text);
  }
  if (text.size() == 10 && text[5] == '-' && are_digits(text.substr(0, 5)) &&
      are_digits(text.substr(6)))
    return Reading<std::string>{std::string(text), warning};
  if (!are_digits(text) || text.empty()) return refuse(cell, "is no ZIP code.");
  if (text.size() == 5) return Reading<std::string>{std::string(text), warning};
  if (text.size() == 9)
    return Reading<std::string>{fmt::format("{}-{}", text.substr(0, 5), text.substr(5)), warning};
  const bool may_lack_zero =
      std::find(std::begin(kZerosFirst), std::end(kZerosFirst), state) != std::end(kZerosFirst);
  if (text.size() == 4 && may_lack_zero)
    return Reading<std::string>{
        "0" + std::string(text),
        fmt::format("{} is read as 0{}: ZIP codes of {} begin with 0, which spreadsheets drop.",
                    quoted(cell), text, state)};
  return refuse(cell, text.size() == 4
                          ? "has four digits; a ZIP code has five. Was the first one a 0?"
                          : "is no ZIP code: it has five digits, or nine.");
}

}  // namespace enact::imports
