// SPDX-License-Identifier: Apache-2.0
#include "imports/mapping.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "imports/cell.h"

namespace enact::imports {
namespace {

base::Fault fault(std::string field, std::string message) {
  return {.field = std::move(field), .message = std::move(message), .file = {}, .line = 0};
}

bool has_column(const std::vector<std::string>& all, std::string_view column) {
  return std::any_of(all.begin(), all.end(),
                     [&](const auto& each) { return is_same_column(each, column); });
}

class Check {
 public:
  Check(const Mapping& mapping, const Target& target, const std::vector<std::string>& header)
      : mapping_(mapping), target_(target), header_(header) {}

  std::vector<base::Fault> run() {
    for (const auto& rule : mapping_.rules) check(rule);
    for (const auto& rule : mapping_.skips)
      if (!has_column(header_, rule.column)) miss(rule.column, "a rule about rows to leave out");
    for (const auto& field : target_.fields())
      if (field.presence == Presence::required && find_rule(mapping_, field.name) == nullptr)
        say(field.name, fmt::format("No column is chosen for \"{}\", and {} cannot do without.",
                                    field.label, target_.plural()));
    for (const auto& identity : mapping_.identify) check(identity);
    return std::move(faults_);
  }

 private:
  void say(std::string field, std::string message) {
    faults_.push_back(fault(std::move(field), std::move(message)));
  }

  void miss(const std::string& column, std::string_view wanted_by) {
    say(column,
        fmt::format("The file has no column {}, which {} asks for. Its columns are {}.",
                    quoted(column), wanted_by, base::shorten(base::join(header_, ", "), 400)));
  }

  void check(const FieldRule& rule) {
    const auto* field = find_field(target_, rule.field);
    if (field == nullptr || !is_offered(*field)) {
      say(rule.field, fmt::format("There is no field {} among those of {}.", quoted(rule.field),
                                  target_.plural()));
      return;
    }
    if (!fields_.insert({rule.field, &rule}).second) {
      say(rule.field, two_for_one(*field, *fields_.at(rule.field), rule));
      return;
    }
    for (const auto& column : rule.columns) {
      if (!has_column(header_, column)) {
        if (!rule.if_there) miss(column, fmt::format("the mapping of \"{}\"", field->label));
        continue;
      }
      const auto [other, is_first] = columns_.insert({base::lower(base::trim(column)), &rule});
      if (is_first || rule.also || (takes_a_part(rule) && takes_a_part(*other->second))) continue;
      const auto* used = find_field(target_, other->second->field);
      say(rule.field,
          fmt::format("The column {} is chosen for \"{}\" and for \"{}\". Choose one of "
                      "the two.",
                      quoted(column), used->label, field->label));
    }
  }

  static std::string two_for_one(const Field& field, const FieldRule& a, const FieldRule& b) {
    const auto source = [](const FieldRule& rule) {
      return rule.columns.empty() ? fmt::format("the value {} for all rows", quoted(rule.always))
                                  : fmt::format("the column {}", quoted(rule.columns.front()));
    };
    return fmt::format("Two are chosen for \"{}\": {} and {}. Choose one of the two.", field.label,
                       source(a), source(b));
  }

  void check(const Identity& identity) {
    for (const auto& field : identity)
      if (find_field(target_, field) == nullptr)
        say(field,
            fmt::format("There is no field {} to know {} by.", quoted(field), target_.plural()));
  }

  const Mapping& mapping_;
  const Target& target_;
  const std::vector<std::string>& header_;
  std::map<std::string, const FieldRule*> fields_;
  std::map<std::string, const FieldRule*> columns_;
  std::vector<base::Fault> faults_;
};

}  // namespace

bool is_same_column(std::string_view a, std::string_view b) {
  return base::lower(base::trim(a)) == base::lower(base::trim(b));
}

const FieldRule* find_rule(const Mapping& mapping, std::string_view field) {
  const auto found = std::find_if(mapping.rules.begin(), mapping.rules.end(),
                                  [&](const FieldRule& rule) { return rule.field == field; });
  return found == mapping.rules.end() ? nullptr : &*found;
}

bool takes_a_part(const FieldRule& rule) {
  return rule.also || !rule.zip.empty() || !rule.after.empty() || !rule.before.empty() ||
         rule.take > 0;
}

std::vector<base::Fault> faults_of(const Mapping& mapping,
                                   const Target& target,
                                   const std::vector<std::string>& header) {
  return Check(mapping, target, header).run();
}

std::vector<std::string> columns_not_imported(const Mapping& mapping,
                                              const std::vector<std::string>& header) {
  std::vector<std::string> others;
  for (const auto& column : header)
    if (std::none_of(mapping.rules.begin(), mapping.rules.end(),
                     [&](const FieldRule& rule) { return has_column(rule.columns, column); }))
      others.push_back(column);
  return others;
}

}  // namespace enact::imports
