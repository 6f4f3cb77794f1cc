// SPDX-License-Identifier: Apache-2.0
#include "imports/field_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "imports/plain_words.h"

namespace enact::imports {
namespace {

using Text = base::Result<std::string>;

base::Failure not_a(std::string_view text, std::string_view what, std::string_view example) {
  return base::invalid(
      {}, fmt::format("\"{}\" is no {}, such as {}.", base::shorten(text, 80), what, example));
}

Text read_choice(const Field& field, const std::string& text) {
  const auto wanted = base::lower(text);
  for (const auto& choice : field.choices)
    if (base::lower(choice.value) == wanted || base::lower(choice.label) == wanted)
      return choice.value;
  std::vector<std::string> labels;
  for (const auto& choice : field.choices) labels.push_back(choice.label);
  return base::invalid({}, fmt::format("\"{}\" is none of the choices for \"{}\": {}.",
                                       base::shorten(text, 80), field.label,
                                       base::shorten(base::join(labels, ", "), 300)));
}

Text read_email(const std::string& text) {
  const auto at = text.find('@');
  const bool is_one = at != std::string::npos && at > 0 &&
                      text.find('@', at + 1) == std::string::npos &&
                      text.find_first_of(" ,;<>\"") == std::string::npos &&
                      text.find('.', at) != std::string::npos && !text.ends_with('.');
  if (is_one) return base::lower(text);
  return not_a(text, "e-mail address", "ana@example.org");
}

Text read_url(std::string text) {
  if (text.find(' ') != std::string::npos || text.find('.') == std::string::npos)
    return not_a(text, "web address", "https://example.org");
  const auto start = base::lower(text.substr(0, 8));
  if (start.starts_with("http://") || start.starts_with("https://")) return text;
  if (text.find(':') != std::string::npos && text.find("://") != std::string::npos)
    return not_a(text, "web address", "https://example.org");
  return "https://" + text;
}

}  // namespace

Text field_text(const Field& field, std::string_view text, std::optional<DateOrder> dates) {
  (void)dates;
  const auto line = one_line(text);
  if (line.empty()) return std::string();
  switch (field.type) {
    case FieldType::line:
    case FieldType::phone:
      return line;
    case FieldType::text:
    case FieldType::list:
      return several_lines(text);
    case FieldType::choice:
      return read_choice(field, line);
    case FieldType::email:
      return read_email(line);
    case FieldType::url:
      return read_url(line);
    default:
      return line;
  }
}

bool is_from(FieldType, std::string_view text, std::string_view from) {
  return text >= from;
}

}  // namespace enact::imports
