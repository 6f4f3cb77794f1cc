// SPDX-License-Identifier: Apache-2.0
#include "imports/target.h"

#include <fmt/format.h>

#include <algorithm>

#include "imports/numbers.h"

namespace enact::imports {

const Field* find_field(const Target& target, std::string_view name) {
  const auto& fields = target.fields();
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const Field& field) { return field.name == name; });
  return found == fields.end() ? nullptr : &*found;
}

std::string counted(const Target& target, long long n) {
  return fmt::format("{} {}", grouped(n), n == 1 ? target.singular() : target.plural());
}

}  // namespace enact::imports
