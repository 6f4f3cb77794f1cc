// SPDX-License-Identifier: Apache-2.0
#include "imports/warnings.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "imports/cell.h"
#include "imports/encoding.h"
#include "imports/header_row.h"

namespace enact::imports {
namespace {

constexpr std::size_t kShown = 3;
constexpr std::size_t kLongest = 60;    // bytes of a cell that are shown
constexpr std::size_t kFewTurned = 12;  // cells; a guess that rests on fewer is shown for checking

std::string cells(std::size_t n) {
  return base::counted(std::int64_t(n), "cell", "cells");
}

}  // namespace

void Warnings::note(Kind kind, int line, std::size_t column, std::string_view cell) {
  auto& places = places_[static_cast<std::size_t>(kind)];
  if (places.count++ >= kShown) return;
  auto text = base::shorten(base::trim(cell), kLongest);
  if (const auto meant = mended(base::trim(cell)); !meant.empty())
    text += fmt::format("\", perhaps meant as \"{}", base::shorten(meant, kLongest));
  places.first.push_back({line, column, std::move(text)});
}

void Warnings::note_fault(const TableRow& row) {
  if (faults_.count++ < kShown) faults_.first.push_back({row.line, 0, row.fault});
}

void Warnings::say(TableFacts& facts) const {
  const auto add = [&](int line, std::string field, std::string message) {
    facts.warnings.push_back(
        {.field = std::move(field), .message = std::move(message), .file = {}, .line = line});
  };
  for (std::size_t i = 0; i < places_.size(); ++i) {
    const auto kind = static_cast<Kind>(i);
    const auto& places = places_[i];
    if (places.count == 0 || (kind == Kind::turned && places.count > kFewTurned)) continue;
    const auto& first = places.first.front();
    const auto& name =
        first.column < header_.size() ? header_[first.column] : unnamed_column(first.column);
    add(first.line, name, message(kind, places, facts.encoding));
  }
  for (const auto& fault : faults_.first) add(fault.line, "", fault.text);
  if (faults_.count > kShown)
    add(0, "",
        fmt::format("{} rows in all have such a fault; they are kept apart.", faults_.count));
  std::stable_sort(facts.warnings.begin(), facts.warnings.end(), [](const auto& a, const auto& b) {
    return (a.line == 0 ? 1 : 0) < (b.line == 0 ? 1 : 0) ||
           (a.line != 0 && b.line != 0 && a.line < b.line);
  });
}

std::string Warnings::message(Kind kind, const Places& places, Encoding encoding) const {
  std::vector<std::string> shown;
  for (const auto& place : places.first)
    shown.push_back(fmt::format(
        "line {}, {}: \"{}\"", place.line,
        place.column < header_.size() ? header_[place.column] : unnamed_column(place.column),
        place.text));
  auto where = base::join(shown, "; ") + (places.count > kShown ? "; and others" : "");
  switch (kind) {
    case Kind::mixed:
      return fmt::format(
          "The file is in {}, but {} in another encoding. Check what was made of it: "
          "{}.",
          words(encoding), cells(places.count) + (places.count == 1 ? " is" : " are"), where);
    case Kind::turned:
      return fmt::format("That the file is in {} is a guess, made from {}. Check: {}.",
                         words(encoding), cells(places.count), where);
    case Kind::nul:
      return fmt::format("{} NUL, a sign that no text has; it is shown as \uFFFD: {}.",
                         cells(places.count) + (places.count == 1 ? " holds" : " hold"), where);
    case Kind::text_formula:
      return fmt::format(
          "{} written as a formula that is only a text, as in =\"01\"; the text is "
          "read: {}.",
          cells(places.count) + (places.count == 1 ? " is" : " are"), where);
    case Kind::too_nested:
      return fmt::format("{} lists within lists that are too long for a cell, and left empty: {}.",
                         cells(places.count) + (places.count == 1 ? " holds" : " hold"), where);
  }
  return where;
}

}  // namespace enact::imports
