// SPDX-License-Identifier: Apache-2.0
#include "imports/field_text.h"

#include <fmt/format.h>

#include "base/text.h"
#include "imports/contact_cell.h"
#include "imports/grade_cell.h"
#include "imports/number_cell.h"
#include "imports/place_cell.h"
#include "imports/plain_words.h"

namespace enact::imports {
namespace {

using Text = Read<std::string>;

Text plain(std::string text) {
  return Reading<std::string>{std::move(text), {}};
}

template <class T, class Write>
Text written(const Read<T>& read, Write write) {
  if (!read) return tl::unexpected(read.error());
  return Reading<std::string>{write(read->value), read->warning};
}

Text read_choice(const Field& field, const std::string& text) {
  const auto wanted = base::lower(text);
  for (const auto& choice : field.choices)
    if (base::lower(choice.value) == wanted || base::lower(choice.label) == wanted)
      return plain(choice.value);
  std::vector<std::string> labels;
  for (const auto& choice : field.choices) labels.push_back(choice.label);
  return base::invalid("", fmt::format("{} is none of the choices, which are {}.", quoted(text),
                                       base::shorten(base::join(labels, ", "), 300)));
}

std::string number_words(const Amount& amount) {
  const auto number = fmt::format("{}", amount.number);
  switch (amount.qualifier) {
    case Qualifier::exactly:
      return number;
    case Qualifier::about:
      return "about " + number;
    case Qualifier::at_least:
      return "at least " + number;
    case Qualifier::more_than:
      return "more than " + number;
    case Qualifier::at_most:
      return "up to " + number;
    case Qualifier::less_than:
      return "less than " + number;
    case Qualifier::between:
      return fmt::format("{}-{}", amount.number, amount.upper);
  }
  return number;
}

Text read_number(FieldType type, const std::string& text) {
  const auto read = read_amount(text);
  if (!read) return tl::unexpected(read.error());
  const auto& amount = read->value;
  if (type != FieldType::quantity && amount.qualifier != Qualifier::exactly)
    return base::invalid("", fmt::format("{} is no plain number.", quoted(text)));
  if (type != FieldType::amount && amount.unit != Amount::Unit::none)
    return base::invalid(
        "", fmt::format("{} is a share or a sum of money, and a number is wanted.", quoted(text)));
  return Reading<std::string>{number_words(amount), read->warning};
}

Text read_day(FieldType type, const std::string& text, std::optional<DateOrder> dates) {
  const auto read = read_date(text, {.order = dates});
  if (!read) return tl::unexpected(read.error());
  constexpr std::size_t kWholeDay = 10;
  if (type == FieldType::day && read->value.date.size() < kWholeDay)
    return base::invalid("", fmt::format("{} is no whole day.", quoted(text)));
  return Reading<std::string>{read->value.date, read->warning};
}

// Numbers of other countries are kept as they were written.
Text read_any_phone(const std::string& text) {
  const auto read = read_phone(text);
  if (!read)
    return Reading<std::string>{text, fmt::format("{} is kept as it is written.", quoted(text))};
  const auto& phone = read->value;
  return Reading<std::string>{phone.extension.empty()
                                  ? phone.number
                                  : fmt::format("{} ext. {}", phone.number, phone.extension),
                              read->warning};
}

std::string grade_words(const Grades& grades) {
  const auto word = [](int grade) {
    return grade < 0 ? std::string("PK") : grade == 0 ? std::string("K") : std::to_string(grade);
  };
  if (grades.lowest == grades.highest) return word(grades.lowest);
  return word(grades.lowest) + "-" + word(grades.highest);
}

}  // namespace

Text field_text(const Field& field, std::string_view text, std::optional<DateOrder> dates) {
  const auto line = one_line(text);
  if (line.empty()) return plain({});
  const auto as_it_is = [](const std::string& value) { return value; };
  switch (field.type) {
    case FieldType::line:
      return plain(line);
    case FieldType::text:
    case FieldType::list:
      return plain(several_lines(text));
    case FieldType::whole:
      return written(read_count(line), [](std::int64_t n) { return std::to_string(n); });
    case FieldType::number:
    case FieldType::quantity:
    case FieldType::amount:
      return read_number(field.type, line);
    case FieldType::day:
    case FieldType::partial_day:
      return read_day(field.type, line, dates);
    case FieldType::truth:
      return written(read_yes_no(line), [](bool truth) { return truth ? "yes" : "no"; });
    case FieldType::choice:
      return read_choice(field, line);
    case FieldType::email:
      return written(read_email(line), as_it_is);
    case FieldType::phone:
      return read_any_phone(line);
    case FieldType::url:
      return written(read_url(line), as_it_is);
    case FieldType::state:
      return written(read_state(line), as_it_is);
    case FieldType::zip:
      return written(read_zip(line), as_it_is);
    case FieldType::grades:
      return written(read_grades(line), grade_words);
  }
  return plain(line);
}

bool is_from(FieldType type, std::string_view text, std::string_view from) {
  if (text.empty()) return false;
  const bool is_day = type == FieldType::day || type == FieldType::partial_day;
  if (is_day) return text >= from;
  const auto number = read_amount(text);
  const auto limit = read_amount(from);
  return number && limit && number->value.number >= limit->value.number;
}

}  // namespace enact::imports
