// SPDX-License-Identifier: Apache-2.0
// Public files in which it is known who is who, and a plan for each. They lie beside the project,
// in
// ../shared/linkage or where ENACT_SHARED says; without them their tests are skipped. Used by the
// tests of this room and by bench/.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <limits>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/csv.h"
#include "base/text.h"
#include "stats/comparators.h"
#include "stats/linkage.h"

namespace enact::stats::shared {

// A file with its truth: whom each row is about.
struct People {
  Records records;
  std::vector<std::string> truth;
};

// The folder, or nothing where it is not. `project` is the root of the source tree.
inline std::optional<std::filesystem::path> folder(const std::filesystem::path& project) {
  const char* told = std::getenv("ENACT_SHARED");
  const auto shared = told != nullptr ? std::filesystem::path(told) : project / ".." / "shared";
  const auto linkage = shared / "linkage";
  return std::filesystem::exists(linkage) ? std::optional(linkage) : std::nullopt;
}

inline base::CsvTable read(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  auto table = base::read_csv(text.str());
  if (!table) throw std::runtime_error(file.string() + ": " + table.error().message);
  for (auto& name : table->header) name = base::trim(name);
  return std::move(*table);
}

// Reads the file's columns as they are, in lower case and without spaces around them.
inline Records records_of(const base::CsvTable& table, const std::string& key) {
  Records records(table.header);
  const auto key_column =
      std::find(table.header.begin(), table.header.end(), key) - table.header.begin();
  std::vector<std::string> cells(table.header.size());
  std::vector<std::string_view> values(table.header.size());
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      cells[i] = base::lower(base::trim(row[i]));
      values[i] = cells[i];
    }
    if (!records.add(values[static_cast<std::size_t>(key_column)], values))
      throw std::runtime_error("two rows have the same key");
  }
  return records;
}

inline std::vector<std::string> column_of(const Records& records, std::string_view name) {
  const auto& column = *records.find_column(name);
  std::vector<std::string> values;
  for (Row row = 0; row < records.size(); ++row) values.emplace_back(column[row]);
  return values;
}

// ---- what the plans are made of -----------------------------------------------------------------

inline Comparison name(std::string column, std::string_view words) {
  const std::string of(words);
  return {
      .column = std::move(column),
      .similarity = jaro_winkler,
      .levels = {{"same " + of, kEqual}, {"nearly the same " + of, 0.92}, {"similar " + of, 0.8}},
      .otherwise = "other " + of,
      .term_frequency = TermFrequency::adjusted};
}

inline Comparison date(std::string column, std::string_view words) {
  const std::string of(words);
  return {.column = std::move(column),
          .similarity = date_similarity,
          .levels = {{"same " + of, kEqual},
                     {of + " with day and month swapped", kDayMonthSwapped},
                     {of + " with one digit off", kOneDigitOff},
                     {of + " in the same year", kSameYear}},
          .otherwise = "other " + of,
          .term_frequency = TermFrequency::adjusted};  // the first of January often means a year
}

inline Comparison same(std::string column,
                       std::string_view words,
                       TermFrequency term_frequency = TermFrequency::ignored) {
  return {.column = std::move(column),
          .similarity = exact,
          .levels = {{"same " + std::string(words), kEqual}},
          .otherwise = "other " + std::string(words),
          .term_frequency = term_frequency};
}

// The same, or the same but for a slip of the keyboard.
inline Comparison nearly(std::string column, std::string_view words, double similar = 0.8) {
  const std::string of(words);
  return {.column = std::move(column),
          .similarity = osa_similarity,
          .levels = {{"same " + of, kEqual}, {"similar " + of, similar}},
          .otherwise = "other " + of,
          .term_frequency = TermFrequency::adjusted};
}

using Key = BlockingKey;

// ---- the files ----------------------------------------------------------------------------------

inline People rldata(const std::filesystem::path& file) {
  auto records = records_of(read(file), "rec");
  auto truth = column_of(records, "identity");
  return {std::move(records), std::move(truth)};
}

inline LinkagePlan rldata_plan() {
  return {.comparisons = {name("fname_c1", "first name"), name("lname_c1", "last name"),
                          same("by", "year of birth"), same("bm", "month of birth"),
                          same("bd", "day of birth")},
          .rules = {{{Key::whole("by"), Key::whole("bm"), Key::whole("bd")}},
                    {{Key::whole("fname_c1"), Key::whole("lname_c1")}},
                    {{Key::sound("lname_c1"), Key::whole("by"), Key::whole("bd")}},
                    {{Key::sound("lname_c1"), Key::whole("by"), Key::whole("bm")}},
                    {{Key::sound("lname_c1"), Key::whole("bm"), Key::whole("bd")}},
                    {{Key::sound("fname_c1"), Key::whole("by"), Key::whole("bd")}},
                    {{Key::sound("fname_c1"), Key::whole("by"), Key::whole("bm")}},
                    {{Key::sound("fname_c1"), Key::whole("bm"), Key::whole("bd")}}}};
}

// "rec-223-org" and "rec-223-dup-0" are about 223.
inline People febrl(const std::filesystem::path& file) {
  auto records = records_of(read(file), "rec_id");
  std::vector<std::string> truth;
  for (const auto& id : column_of(records, "rec_id"))
    truth.emplace_back(base::split(id, '-').at(1));
  return {std::move(records), std::move(truth)};
}

inline LinkagePlan febrl_plan() {
  return {
      .comparisons = {name("given_name", "given name"), name("surname", "surname"),
                      nearly("street_number", "street number", 0.5), name("address_1", "street"),
                      name("suburb", "suburb"), nearly("postcode", "postcode", 0.75),
                      same("state", "state"), date("date_of_birth", "date of birth"),
                      nearly("soc_sec_id", "social security number", 0.7)},
      .rules = {{{Key::whole("soc_sec_id")}},
                {{Key::whole("date_of_birth")}},
                {{Key::sound("given_name"), Key::sound("surname")}},
                {{Key::sound("surname"), Key::whole("postcode")}},
                {{Key::sound("given_name"), Key::whole("postcode")}},
                {{Key::whole("address_1")}},
                {{Key::whole("street_number"), Key::whole("postcode")}}}};
}

inline People fake_1000(const std::filesystem::path& file) {
  auto records = records_of(read(file), "unique_id");
  auto truth = column_of(records, "cluster");
  return {std::move(records), std::move(truth)};
}

inline LinkagePlan fake_1000_plan() {
  return {.comparisons = {name("first_name", "first name"), name("surname", "surname"),
                          date("dob", "date of birth"), name("city", "city"),
                          name("email", "e-mail address")},
          .rules = {{}}};  // so few that all are compared
}

inline People historical(const std::filesystem::path& file,
                         std::size_t most = std::numeric_limits<std::size_t>::max()) {
  auto table = read(file);
  table.rows.resize(std::min(most, table.rows.size()));
  auto records = records_of(table, "unique_id");
  auto truth = column_of(records, "cluster");
  return {std::move(records), std::move(truth)};
}

inline LinkagePlan historical_plan() {
  LinkagePlan plan{
      .comparisons = {name("first_name", "first name"), name("surname", "surname"),
                      date("dob", "date of birth"), name("birth_place", "place of birth"),
                      name("postcode_fake", "postcode"), same("gender", "gender"),
                      same("occupation", "occupation", TermFrequency::adjusted)},
      .rules = {{{Key::whole("dob")}},
                {{Key::whole("postcode_fake")}},
                {{Key::whole("first_name"), Key::whole("birth_place")}},
                {{Key::first(3, "surname"), Key::whole("birth_place")}},
                {{Key::sound("surname"), Key::year("dob")}},
                {{Key::whole("first_name"), Key::year("dob")}},
                {{Key::first(4, "postcode_fake"), Key::whole("first_name")}},
                {{Key::first(4, "postcode_fake"), Key::first(3, "surname")}}}};
  // The last name alone finds relatives in plenty, who are not to teach what matches are like.
  plan.training_rules = plan.rules;
  plan.rules.push_back({{Key::sound("surname")}});
  plan.rules.push_back({{Key::first(2, "first_name"), Key::last(4, "surname")}});
  plan.rules.push_back({{Key::first(6, "postcode_fake")}});
  plan.rules.push_back({{Key::whole("birth_place"), Key::whole("occupation")}});
  return plan;
}

// Students made by gen_people.py, or by the benchmark's own generator.
inline LinkagePlan people_plan() {
  return {.comparisons = {name("first", "first name"), name("last", "last name"),
                          same("middle", "middle initial"), date("dob", "date of birth"),
                          same("sex", "sex"), same("zip", "ZIP code", TermFrequency::adjusted),
                          same("hs", "high school", TermFrequency::adjusted)},
          .rules = {{{Key::whole("last"), Key::whole("dob")}},
                    {{Key::whole("first"), Key::whole("dob")}},
                    {{Key::whole("first"), Key::whole("last"), Key::whole("hs")}},
                    {{Key::whole("dob"), Key::whole("zip")}},
                    {{Key::whole("dob"), Key::whole("hs")}}}};
}

}  // namespace enact::stats::shared
