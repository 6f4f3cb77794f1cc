// SPDX-License-Identifier: Apache-2.0
#include "web/heading_ids.h"

#include "base/text.h"

namespace enact::web {

std::string HeadingIds::make(std::string_view words) {
  auto id = base::slug(words);
  if (id.empty()) id = "section";  // a heading in a script that slugs leave out
  if (taken_.insert(id).second) return id;
  // Another heading may itself be called "part 2", so a number can be taken already.
  int& number = last_number_.try_emplace(id, 1).first->second;
  while (true) {
    auto numbered = id + "-" + std::to_string(++number);
    if (taken_.insert(numbered).second) return numbered;
  }
}

}  // namespace enact::web
