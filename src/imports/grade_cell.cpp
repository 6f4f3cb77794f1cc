// SPDX-License-Identifier: Apache-2.0
#include "imports/grade_cell.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"

namespace enact::imports {
namespace {

constexpr int kPreKindergarten = -1;
constexpr int kLast = 12;

base::Failure refuse(std::string_view cell, std::string_view why) {
  return base::invalid("", fmt::format("{} {}", quoted(cell), why));
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// One grade, or a number above twelve, which the caller takes for an age.
std::optional<int> one_grade(std::string_view text) {
  text = base::trim(text);
  for (const std::string_view word : {"grades", "grade", "gr."}) {
    if (text.starts_with(word)) text = base::trim(text.substr(word.size()));
    if (text.ends_with(word)) text = base::trim(text.substr(0, text.size() - word.size()));
  }
  if (text == "pk" || text == "pre-k" || text == "prek" || text == "pre k" ||
      text == "pre-kindergarten" || text == "prekindergarten")
    return kPreKindergarten;
  if (text == "k" || text == "kg" || text == "kindergarten") return 0;
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  const auto ending = text.substr(digits);
  const bool is_number =
      digits > 0 && digits <= 2 &&
      (ending.empty() || ending == "st" || ending == "nd" || ending == "rd" || ending == "th");
  if (!is_number) return std::nullopt;
  return static_cast<int>(*base::to_integer(text.substr(0, digits)));
}

std::optional<std::string_view> why_unknown(std::string_view text) {
  for (const std::string_view month :
       {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"})
    if (holds(text, month) && std::any_of(text.begin(), text.end(), is_digit))
      return "is a date that a spreadsheet may have made of two grades or ages. Write them anew, "
             "as "
             "\"5 to 12\".";
  for (const std::string_view word : {"elem", "middle", "high", "ms", "hs", "school"})
    if (holds(text, word))
      return "names a kind of school; which grades it has differs from place to place. Write the "
             "grades.";
  for (const std::string_view word : {"age", "year", "adult", "senior"})
    if (holds(text, word)) return "tells ages or grown-ups, not grades.";
  if (holds(text, "ungraded") || holds(text, "not applicable"))
    return "says that there are no grades.";
  return std::nullopt;
}

// "K-5", "6 to 8", "6 through 8"; a dash within "pre-k" does not count.
std::optional<std::pair<std::string_view, std::string_view>> ends_of(std::string_view text) {
  for (const std::string_view mark : {" through ", " thru ", " to ", "–", "—", "-"}) {
    for (auto at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1)) {
      const auto first = text.substr(0, at);
      const auto second = text.substr(at + mark.size());
      if (one_grade(first) && one_grade(second)) return std::pair(first, second);
    }
  }
  return std::nullopt;
}

Read<Grades> checked(Grades grades, std::string_view cell) {
  if (grades.lowest > kLast || grades.highest > kLast)
    return refuse(cell, "goes beyond grade 12. Are these ages?");
  if (grades.lowest > grades.highest)
    return refuse(cell, "ends with a lower grade than it begins with.");
  return Reading<Grades>{grades, {}};
}

}  // namespace

Read<Grades> read_grades(std::string_view cell) {
  constexpr std::size_t kLongest = 200;
  const auto text = base::lower(trimmed(cell));
  if (text.empty() || text.size() > kLongest) return refuse(cell, "tells no grades.");
  if (const auto grade = one_grade(text)) return checked({*grade, *grade}, cell);
  if (const auto ends = ends_of(text))
    return checked({*one_grade(ends->first), *one_grade(ends->second)}, cell);
  for (const std::string_view up : {" and up", " and above", " and older", "+"}) {
    if (!text.ends_with(up)) continue;
    if (const auto grade = one_grade(text.substr(0, text.size() - up.size())))
      return checked({*grade, kLast}, cell);
  }
  if (const auto why = why_unknown(text)) return refuse(cell, *why);
  std::vector<int> grades;
  for (const auto part : base::split(text, ',')) {
    const auto grade = one_grade(part);
    if (!grade) return refuse(cell, "tells no grades that can be read, such as \"6 to 8\".");
    grades.push_back(*grade);
  }
  std::sort(grades.begin(), grades.end());
  grades.erase(std::unique(grades.begin(), grades.end()), grades.end());
  auto reading = checked({grades.front(), grades.back()}, cell);
  if (reading && std::ssize(grades) != grades.back() - grades.front() + 1)
    reading->warning = fmt::format("{} leaves out grades in between.", quoted(cell));
  return reading;
}

}  // namespace enact::imports
