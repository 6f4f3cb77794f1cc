// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace enact::web {

// Ids for the headings of one text, from their words: "who-takes-part", then "who-takes-part-2".
// They hold letters, digits and hyphens only, so that a page can keep its own ids apart from them
// by an underscore.
class HeadingIds {
 public:
  std::string make(std::string_view words);

 private:
  std::set<std::string> taken_;
  std::map<std::string, int> last_number_;  // by the id without number
};

}  // namespace enact::web
