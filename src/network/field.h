// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace enact::network {

// What a fact can be about.
enum class Thing { organization, person };
std::string_view name_of(Thing thing);

// How the value of a field is written, and kept.
enum class Shape {
  line,
  lines,
  list,    // one item a line; kept as "a; b"
  amount,  // base/amount.h: "120", "about 120", "100 to 120"
  date,    // partial: "2026", "2026-11", "2026-11-22"
  yes_no,  // "yes", "no"; empty is unknown
  choice,
  url,
  email,
  phone,
  id,  // somebody else's number for it: kept as it is written, zeros in front and all
};
std::string_view name_of(Shape shape);
std::optional<Shape> shape_named(std::string_view name);

// Something that can be known of an organization or a person: data, which the hub edits, and an
// ecosystem for fields of its own.
struct Field {
  std::string id;
  Thing thing = Thing::organization;
  std::string workspace;  // the ecosystem whose own field it is; empty: everybody's
  std::string topic;      // "The program": the heading under which it stands
  std::string label;      // "Hours a year"
  std::string help;
  Shape shape = Shape::line;
  std::string unit;                  // of an amount: "hours"
  std::vector<std::string> choices;  // of a choice
  std::vector<std::string> kinds;    // of organizations that have it; empty: all
  bool is_public = false;            // may be read without signing in
  bool is_retired = false;           // not asked for any more; what was noted stays

  bool fits(std::string_view kind) const;
};

// What is known: a value, where it comes from and of when it is. Nothing is known where there is
// no fact, which is not the same as "no" or 0.
struct Fact {
  std::string field;
  std::string value;  // as its shape is kept
  std::string source;
  std::string as_of;  // partial date
  std::string noted_by = {};
  std::string noted_at = {};

  bool says_the_same(const Fact& other) const {
    return value == other.value && source == other.source && as_of == other.as_of;
  }
};

// `written` as a fact keeps it, or a sentence that says how to write it; empty text stays empty.
base::Result<std::string> kept_value(const Field& field, std::string_view written);

// For people: "100 to 120 hours", "Yes".
std::string value_words(const Field& field, std::string_view value);

// Everything that is wrong with the definition of a field.
std::vector<base::Fault> faults_of(const Field& field);
base::Json to_json(const Field& field);

}  // namespace enact::network
