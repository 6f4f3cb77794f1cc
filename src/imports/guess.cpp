// SPDX-License-Identifier: Apache-2.0
#include "imports/guess.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"

namespace enact::imports {
namespace {

// "First_Name " and "first name" alike.
std::string plain(std::string_view name) {
  std::string words;
  for (const char c : base::lower(base::trim(name))) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || std::isalnum(byte) != 0)
      words += c;
    else if (!words.empty() && words.back() != ' ')
      words += ' ';
  }
  return std::string(base::trim(words));
}

bool is_called(const Field& field, const std::string& column) {
  if (plain(field.name) == column || plain(field.label) == column) return true;
  return std::any_of(field.headers.begin(), field.headers.end(),
                     [&](const auto& header) { return plain(header) == column; });
}

}  // namespace

Mapping guessed_mapping(const Target& target, const std::vector<std::string>& header) {
  Mapping mapping;
  mapping.target = target.name();
  for (const auto& column : header) {
    const auto name = plain(column);
    for (const auto& field : target.fields()) {
      if (!is_offered(field) || !is_called(field, name) ||
          find_rule(mapping, field.name) != nullptr)
        continue;
      FieldRule rule;
      rule.field = field.name;
      rule.columns = {column};
      mapping.rules.push_back(std::move(rule));
      break;
    }
  }
  return mapping;
}

std::size_t fit_of(const Mapping& mapping,
                   const Target& target,
                   const std::vector<std::string>& header) {
  if (mapping.target != target.name() || !faults_of(mapping, target, header).empty()) return 0;
  std::size_t columns = 0;
  for (const auto& rule : mapping.rules) columns += rule.columns.size();
  return columns;
}

}  // namespace enact::imports
