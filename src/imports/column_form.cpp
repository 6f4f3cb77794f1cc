// SPDX-License-Identifier: Apache-2.0
#include "imports/column_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"

namespace enact::imports {
namespace {

constexpr std::string_view kField = "field:";
constexpr std::string_view kAsTheMappingSays = "keep";

std::vector<const FieldRule*> rules_of(const Mapping& mapping, std::string_view column) {
  std::vector<const FieldRule*> rules;
  for (const auto& rule : mapping.rules)
    if (std::any_of(rule.columns.begin(), rule.columns.end(),
                    [&](const auto& each) { return is_same_column(each, column); }))
      rules.push_back(&rule);
  return rules;
}

// Whether the form can say all of it with one choice.
bool is_simple(const std::vector<const FieldRule*>& rules) {
  return rules.empty() ||
         (rules.size() == 1 && rules[0]->columns.size() == 1 && !takes_a_part(*rules[0]));
}

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words;
  for (const auto part : base::split(text, ';'))
    if (const auto word = base::trim(part); !word.empty()) words.emplace_back(word);
  return words;
}

class MappingForm {
 public:
  MappingForm(const web::Form& form, const Mapping& shown) : form_(form), shown_(shown) {}

  Mapping run(const Target& target, const std::vector<std::string>& header) {
    mapping_ = shown_;
    mapping_.rules.clear();
    mapping_.left_out.clear();
    for (std::size_t at = 0; at < header.size(); ++at) read(at, header[at]);
    for (const auto& field : target.fields())
      if (const auto always = form_.text("always-" + field.name); !always.empty())
        mapping_.rules.push_back({.field = field.name, .columns = {}, .always = always});
    for (auto& rule : mapping_.rules) {
      rule.clears = form_.has("clears");
      const auto dates = form_.text("dates");
      if (dates == "unsaid") rule.dates.reset();
      if (dates == "day_first") rule.dates = DateOrder::day_first;
      if (dates == "month_first") rule.dates = DateOrder::month_first;
    }
    return std::move(mapping_);
  }

 private:
  void read(std::size_t at, const std::string& column) {
    const auto chosen = form_.text(fmt::format("to-{}", at));
    if (chosen == kAsTheMappingSays) {
      for (const auto* rule : rules_of(shown_, column))
        if (std::find(mapping_.rules.begin(), mapping_.rules.end(), *rule) == mapping_.rules.end())
          mapping_.rules.push_back(*rule);
      return;
    }
    if (!chosen.starts_with(kField)) {
      mapping_.left_out.push_back(column);
      return;
    }
    FieldRule rule;
    rule.field = chosen.substr(kField.size());
    const auto before = rules_of(shown_, column);
    if (is_simple(before) && !before.empty() && before[0]->field == rule.field) rule = *before[0];
    rule.columns = {column};
    rule.unknown = words_in(form_.text(fmt::format("unknown-{}", at)));
    mapping_.rules.push_back(std::move(rule));
  }

  const web::Form& form_;
  const Mapping& shown_;
  Mapping mapping_;
};

std::string label_of(const Target& target, const std::string& name) {
  const auto* field = find_field(target, name);
  return field != nullptr ? field->label : name;
}

std::vector<web::View> options(const Target& target, const std::vector<const FieldRule*>& rules) {
  std::vector<web::View> views;
  const bool simple = is_simple(rules);
  if (!simple) {
    std::vector<std::string> labels;
    for (const auto* rule : rules) labels.push_back(label_of(target, rule->field));
    views.emplace_back()
        .set("value", kAsTheMappingSays)
        .set("label", "As the mapping says: " + base::join(labels, ", "))
        .set("is_chosen", true);
  }
  views.emplace_back()
      .set("value", "")
      .set("label", "Leave it out")
      .set("is_chosen", rules.empty());
  for (const auto& field : target.fields()) {
    if (!is_offered(field)) continue;
    views.emplace_back()
        .set("value", std::string(kField) + field.name)
        .set("label",
             field.label + (field.presence == Presence::required ? " (needed)" : std::string()))
        .set("is_chosen", simple && !rules.empty() && rules[0]->field == field.name);
  }
  return views;
}

// Whether the error is about what was chosen for this column.
bool is_at_fault(const base::Error* error, const std::vector<const FieldRule*>& rules) {
  if (error == nullptr) return false;
  return std::any_of(error->faults.begin(), error->faults.end(), [&](const base::Fault& fault) {
    return std::any_of(rules.begin(), rules.end(),
                       [&](const FieldRule* rule) { return rule->field == fault.field; });
  });
}

}  // namespace

Mapping mapping_in(const web::Form& form,
                   const Mapping& shown,
                   const Target& target,
                   const std::vector<std::string>& header) {
  return MappingForm(form, shown).run(target, header);
}

void show_columns(web::View& view,
                  const Mapping& mapping,
                  const Target& target,
                  const std::vector<std::string>& header,
                  const std::vector<std::vector<std::string>>& samples,
                  const base::Error* error) {
  std::vector<web::View> columns;
  for (std::size_t at = 0; at < header.size(); ++at) {
    const auto rules = rules_of(mapping, header[at]);
    std::vector<web::View> values;
    for (const auto& sample : samples[at]) values.emplace_back().set("sample", sample);
    auto& column = columns.emplace_back();
    column.set("number", at)
        .set("column", header[at])
        .set("unknown", rules.empty() ? "" : base::join(rules[0]->unknown, "; "))
        .set("is_wrong", is_at_fault(error, rules));
    column.set_list("options", options(target, rules)).set_list("samples", std::move(values));
  }
  view.set("columns", std::move(columns));

  std::vector<web::View> constants;
  bool is_any_set = false;
  for (const auto& field : target.fields()) {
    const auto* rule = find_rule(mapping, field.name);
    if (!is_offered(field) || (rule != nullptr && !rule->columns.empty())) continue;
    is_any_set = is_any_set || rule != nullptr;
    constants.emplace_back()
        .set("field", field.name)
        .set("label", field.label)
        .set("value", rule != nullptr ? rule->always : "");
  }
  view.set_list("constants", std::move(constants)).set("has_constant", is_any_set);

  std::set<DateOrder> orders;
  for (const auto& rule : mapping.rules)
    if (rule.dates) orders.insert(*rule.dates);
  const bool is_one = orders.size() == 1;
  std::vector<web::View> skips;
  for (const auto& skip : mapping.skips) skips.emplace_back().set("because", skip.because);
  view.set_list("skips", std::move(skips)).set("has_two_orders", orders.size() > 1);
  view.set("is_month_first", is_one && *orders.begin() == DateOrder::month_first)
      .set("is_day_first", is_one && *orders.begin() == DateOrder::day_first)
      .set("clears", std::any_of(mapping.rules.begin(), mapping.rules.end(),
                                 [](const FieldRule& rule) { return rule.clears; }));
}

}  // namespace enact::imports
