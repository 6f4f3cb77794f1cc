// SPDX-License-Identifier: Apache-2.0
#include "network/field.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/mail_message.h"
#include "base/amount.h"
#include "base/date.h"
#include "base/text.h"
#include "network/org.h"
#include "network/plain_text.h"

namespace enact::network {
namespace {

using Kept = base::Result<std::string>;

constexpr std::size_t kLongestLine = 500;
constexpr std::size_t kLongestText = 20'000;
constexpr std::array<std::string_view, 11> kShapes{
    "line", "lines", "list", "amount", "date", "yes_no", "choice", "url", "email", "phone", "id"};

Kept refused(const Field& field, std::string sentence) {
  return base::invalid(field.id, std::move(sentence));
}

Kept kept_amount(const Field& field, const std::string& text) {
  if (const auto amount = base::read_amount(text)) return words_of(*amount);
  return refused(field, fmt::format("Write {} as a number: 120, about 120, at least 80 or 100 to "
                                    "120.",
                                    base::lower(field.label)));
}

Kept kept_yes_no(const Field& field, const std::string& text) {
  const auto word = base::lower(text);
  for (const std::string_view yes : {"yes", "y", "true", "1"})
    if (word == yes) return "yes";
  for (const std::string_view no : {"no", "n", "false", "0"})
    if (word == no) return "no";
  return refused(field, "Write yes or no, or leave it empty where you do not know.");
}

Kept kept_choice(const Field& field, const std::string& text) {
  for (const auto& choice : field.choices)
    if (base::lower(choice) == base::lower(text)) return choice;
  return refused(field, fmt::format("Choose one of: {}.", base::join(field.choices, ", ")));
}

Kept kept_url(const Field& field, const std::string& text) {
  if (is_web_address(text)) return text;
  return refused(field, "A web address begins with https:// or http:// and has no spaces.");
}

Kept kept_email(const Field& field, const std::string& text) {
  if (app::is_mail_address(text)) return text;
  return refused(field, "Write one mail address, such as office@example.org.");
}

Kept kept_phone(const Field& field, const std::string& text) {
  constexpr std::ptrdiff_t kFewestDigits = 5;
  const auto digits =
      std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (digits >= kFewestDigits) return text;
  return refused(field, "Write the telephone number with its digits.");
}

Kept kept_date(const Field& field, const std::string& text) {
  if (base::is_partial_date(text)) return text;
  return refused(field,
                 "Write the date as 2021, 2021-07 or 2021-07-27, as much of it as you know.");
}

Kept kept_line(const Field& field, const std::string& text) {
  switch (field.shape) {
    case Shape::amount:
      return kept_amount(field, text);
    case Shape::date:
      return kept_date(field, text);
    case Shape::yes_no:
      return kept_yes_no(field, text);
    case Shape::choice:
      return kept_choice(field, text);
    case Shape::url:
      return kept_url(field, text);
    case Shape::email:
      return kept_email(field, text);
    case Shape::phone:
      return kept_phone(field, text);
    case Shape::list:
      return words_of(priorities_from(text));
    case Shape::line:
    case Shape::lines:
    case Shape::id:
      break;
  }
  return text;
}

}  // namespace

std::string_view name_of(Thing thing) {
  return thing == Thing::organization ? "organization" : "person";
}

std::string_view name_of(Shape shape) {
  return kShapes[static_cast<std::size_t>(shape)];
}

std::optional<Shape> shape_named(std::string_view name) {
  const auto found = std::find(kShapes.begin(), kShapes.end(), name);
  if (found == kShapes.end()) return std::nullopt;
  return static_cast<Shape>(found - kShapes.begin());
}

bool Field::fits(std::string_view kind) const {
  return kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

base::Result<std::string> kept_value(const Field& field, std::string_view written) {
  const bool has_lines = field.shape == Shape::lines || field.shape == Shape::list;
  auto text = has_lines ? several_lines(written) : one_line(written);
  if (text.empty()) return text;
  const auto most = has_lines ? kLongestText : kLongestLine;
  if (text.size() > most)
    return refused(field,
                   fmt::format("This is longer than {} characters; say it more briefly.", most));
  return kept_line(field, text);
}

std::string value_words(const Field& field, std::string_view value) {
  if (field.shape == Shape::yes_no) return value == "yes" ? "Yes" : "No";
  if (field.shape == Shape::date) return base::partial_date_words(value);
  if (field.shape != Shape::amount || field.unit.empty()) return std::string(value);
  if (field.unit == "dollars") return value == "0" ? "free" : fmt::format("{} dollars", value);
  return fmt::format("{} {}", value, field.unit);
}

std::vector<base::Fault> faults_of(const Field& field) {
  std::vector<base::Fault> faults;
  const auto add = [&](std::string name, std::string message) {
    faults.push_back({.field = std::move(name), .message = std::move(message), .file = {}});
  };
  if (field.label.empty()) add("label", "Give the field a label.");
  if (field.label.size() > 80) add("label", "A label has at most 80 characters.");
  if (field.topic.empty()) add("topic", "Say under which heading it stands.");
  if (field.shape == Shape::choice && field.choices.size() < 2)
    add("choices", "Give at least two choices, one a line.");
  return faults;
}

base::Json to_json(const Field& field) {
  auto json = base::Json::object();
  json.set("label", field.label).set("topic", field.topic).set("help", field.help);
  json.set("shape", name_of(field.shape)).set("unit", field.unit);
  json.set("choices", base::join(field.choices, "\n")).set("kinds", base::join(field.kinds, " "));
  json.set("is_public", field.is_public).set("is_retired", field.is_retired);
  return json;
}

}  // namespace enact::network
