// SPDX-License-Identifier: Apache-2.0
#include "network/plain_text.h"

#include <algorithm>

#include "base/csv.h"
#include "base/text.h"

namespace enact::network {

std::vector<std::string> paragraphs(std::string_view text) {
  std::vector<std::string> result(1);
  for (const auto line : base::lines(text)) {
    if (base::trim(line).empty()) {
      if (!result.back().empty()) result.emplace_back();
    } else {
      if (!result.back().empty()) result.back() += '\n';
      result.back() += line;
    }
  }
  if (result.back().empty()) result.pop_back();
  return result;
}

bool is_web_address(std::string_view text) {
  const auto rest = text.starts_with("https://")  ? text.substr(8)
                    : text.starts_with("http://") ? text.substr(7)
                                                  : std::string_view();
  return !rest.empty() && rest.front() != '/' && std::none_of(rest.begin(), rest.end(), [](char c) {
    return c == ' ' || c == '"' || c == '<' || c == '>';
  });
}

std::string name_or_somebody(const std::string& name) {
  return name.empty() ? "Somebody else" : name;
}

std::string from_cell(std::string_view cell) {
  if (!cell.starts_with('\'')) return std::string(cell);
  const std::string rest(cell.substr(1));
  const auto written = [](std::string text) {
    return base::CsvWriter(base::CsvRow{std::move(text)}).text();
  };
  return written(rest) == written(std::string(cell)) ? rest : std::string(cell);
}

}  // namespace enact::network
