// SPDX-License-Identifier: Apache-2.0
#include "admissions/choosing.h"

#include <set>

namespace enact::admissions {

Chosen chosen_by(const web::Form& form) {
  if (form.text("all") == "yes") {
    const auto group = group_named(form.text("group"));
    return [group](const Prospect& prospect) { return belongs_to(prospect, group); };
  }
  const auto ticked = form.all("row");
  return [ids = std::set<std::string>(ticked.begin(), ticked.end())](const Prospect& prospect) {
    return ids.count(prospect.id) != 0;
  };
}

}  // namespace enact::admissions
