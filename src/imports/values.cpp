// SPDX-License-Identifier: Apache-2.0
#include "imports/values.h"

#include <algorithm>
#include <stdexcept>

#include "base/json.h"

namespace enact::imports {
namespace {

base::Json parsed(std::string_view json) {
  auto value = base::Json::parse(json);
  if (!value) throw std::runtime_error("a row of an import is not kept as it should be");
  return *std::move(value);
}

auto found_in(const Values::Items& items, std::string_view field) {
  return std::find_if(items.begin(), items.end(),
                      [&](const auto& item) { return item.first == field; });
}

}  // namespace

void Values::set(std::string_view field, std::string text) {
  for (auto& [name, value] : items_) {
    if (name != field) continue;
    value = std::move(text);
    return;
  }
  items_.emplace_back(std::string(field), std::move(text));
}

void Values::erase(std::string_view field) {
  std::erase_if(items_, [&](const auto& item) { return item.first == field; });
}

const std::string* Values::find(std::string_view field) const {
  const auto found = found_in(items_, field);
  return found == items_.end() ? nullptr : &found->second;
}

const std::string& Values::text(std::string_view field) const {
  static const std::string nothing;
  const auto* found = find(field);
  return found == nullptr ? nothing : *found;
}

std::string to_json(const Values& values) {
  base::Json::Object object;
  object.reserve(values.items().size());
  for (const auto& [field, text] : values.items()) object.emplace_back(field, text);
  return base::Json(std::move(object)).dump();
}

Values values_from(std::string_view json) {
  Values values;
  if (json.empty()) return values;
  const auto object = parsed(json);
  for (const auto& [field, value] : object.members()) values.set(field, value.text());
  return values;
}

std::string to_json(const std::vector<FieldChange>& changes) {
  auto all = base::Json::array();
  for (const auto& change : changes)
    all.add(base::Json(base::Json::Array{change.field, change.before, change.after}));
  return all.dump();
}

std::vector<FieldChange> changes_from(std::string_view json) {
  std::vector<FieldChange> changes;
  if (json.empty()) return changes;
  const auto all = parsed(json);
  for (const auto& each : all.items()) {
    const auto& parts = each.items();
    if (parts.size() == 3) changes.push_back({parts[0].text(), parts[1].text(), parts[2].text()});
  }
  return changes;
}

std::vector<FieldChange> changes_between(const Values& stored, const Values& said) {
  std::vector<FieldChange> changes;
  for (const auto& [field, text] : said.items())
    if (const auto& old = stored.text(field); old != text) changes.push_back({field, old, text});
  return changes;
}

Values after(const std::vector<FieldChange>& changes) {
  Values values;
  for (const auto& change : changes) values.set(change.field, change.after);
  return values;
}

Values before(const std::vector<FieldChange>& changes) {
  Values values;
  for (const auto& change : changes) values.set(change.field, change.before);
  return values;
}

}  // namespace enact::imports
