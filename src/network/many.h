// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/json.h"

namespace enact::network {

// Texts as one parameter of a query that is about many (sql/many_people.sql).
inline std::string json_list(const std::vector<std::string>& texts) {
  auto list = base::Json::array();
  for (const auto& text : texts) list.add(text);
  return list.dump();
}

}  // namespace enact::network
