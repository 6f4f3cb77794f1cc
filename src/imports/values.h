// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace enact::imports {

// What a row or a record says, field by field. A field that is not there was not said; one that is
// empty was said to be nothing.
class Values {
 public:
  using Items = std::vector<std::pair<std::string, std::string>>;

  Values() = default;
  Values(std::initializer_list<Items::value_type> items) : items_(items) {}

  void set(std::string_view field, std::string text);
  void erase(std::string_view field);
  const std::string* find(std::string_view field) const;
  bool has(std::string_view field) const { return find(field) != nullptr; }
  const std::string& text(std::string_view field) const;  // "" where nothing was said
  const Items& items() const { return items_; }
  bool empty() const { return items_.empty(); }

  bool operator==(const Values&) const = default;

 private:
  Items items_;
};

// As it is kept: a JSON object of texts, in the order in which they were set.
std::string to_json(const Values& values);
Values values_from(std::string_view json);

// One field that a plan changes. Texts, as the target writes them.
struct FieldChange {
  std::string field;
  std::string before;
  std::string after;

  bool operator==(const FieldChange&) const = default;
};

// As it is kept: a JSON array of [field, before, after].
std::string to_json(const std::vector<FieldChange>& changes);
std::vector<FieldChange> changes_from(std::string_view json);

// What `said` would change in `stored`: the fields that it says otherwise.
std::vector<FieldChange> changes_between(const Values& stored, const Values& said);

Values after(const std::vector<FieldChange>& changes);
Values before(const std::vector<FieldChange>& changes);

}  // namespace enact::imports
