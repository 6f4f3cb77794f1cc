// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "store/database.h"

namespace enact::network {

// What an import needs to know of an organization that a row names.
struct OrgStanding {
  std::string name;
  std::string workspace;  // the ecosystem that it belongs to, or empty
};
using OrgStandings = std::unordered_map<std::string, OrgStanding>;

OrgStandings standing_of(store::Reader& reader, const std::vector<std::string>& orgs);

// Finds the organizations of a file by what its rows call them, many at once, and remembers them.
class OrgsWritten {
 public:
  // Whatever of these is not known yet: ids or names, and numbers elsewhere.
  void look_up(store::Reader& reader,
               const std::vector<std::string>& words,
               const std::vector<std::string>& numbers);
  void look_up_standing(store::Reader& reader, const std::vector<std::string>& orgs);

  // The one that is meant, or a sentence: there is none, or more than one.
  base::Result<std::string> by_words(const std::string& words) const;
  base::Result<std::string> by_number(const std::string& number) const;

  const OrgStanding& standing(const std::string& org) const;

 private:
  using Found = std::unordered_map<std::string, std::vector<std::string>>;

  Found by_words_;
  Found by_number_;
  OrgStandings standings_;
};

}  // namespace enact::network
