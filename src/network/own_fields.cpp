// SPDX-License-Identifier: Apache-2.0
#include "network/own_fields.h"

#include <algorithm>

#include "base/text.h"

namespace enact::network {
namespace {

// Amounts, choices and numbers of others are read by the rules of the directory, so they come as
// they are written.
imports::FieldType type_of(Shape shape) {
  using imports::FieldType;
  switch (shape) {
    case Shape::lines:
      return FieldType::text;
    case Shape::list:
      return FieldType::list;
    case Shape::date:
      return FieldType::partial_day;
    case Shape::yes_no:
      return FieldType::truth;
    case Shape::url:
      return FieldType::url;
    case Shape::email:
      return FieldType::email;
    case Shape::phone:
      return FieldType::phone;
    case Shape::line:
    case Shape::amount:
    case Shape::choice:
    case Shape::id:
      return FieldType::line;
  }
  return FieldType::line;
}

}  // namespace

std::vector<imports::Field> with_own_fields(std::vector<imports::Field> shipped,
                                            const std::vector<Field>& known) {
  for (const auto& field : known) {
    const auto found = std::find_if(shipped.begin(), shipped.end(),
                                    [&](const auto& each) { return each.name == field.id; });
    if (found != shipped.end() && field.is_retired) {
      shipped.erase(found);
    } else if (found != shipped.end()) {
      found->label = field.label;
    } else if (!field.is_retired) {
      shipped.push_back({.name = field.id,
                         .label = field.label,
                         .type = type_of(field.shape),
                         .headers = {base::lower(field.label)},
                         .help = field.help});
    }
  }
  return shipped;
}

}  // namespace enact::network
