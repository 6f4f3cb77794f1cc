// SPDX-License-Identifier: Apache-2.0
#include "programs/asset.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "programs/checks.h"

namespace enact::programs {

std::string Asset::offered_url() const {
  if (offered_id.empty()) return {};
  return (offered_thing == "person" ? "/people/" : "/orgs/") + offered_id;
}

std::vector<base::Fault> faults_of(const Asset& asset, base::Day today) {
  Faults faults;
  faults.text("what", asset.what, 300, "Write what is offered.");
  faults.text("offered_by", asset.offered_by, kLongestLine, "Write who offers it.");
  const bool is_state =
      asset.state.size() == 2 && std::all_of(asset.state.begin(), asset.state.end(),
                                             [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!asset.state.empty() && !is_state)
    faults.add("state", "Write the state as two letters, such as PA.");
  faults.length("city", asset.city, kLongestLine);
  faults.day("free_from", asset.free_from);
  faults.day("free_until", asset.free_until);
  faults.order("free_until", asset.free_from, asset.free_until,
               "It ends before it begins. Change one of the two days.");
  faults.number("capacity", asset.capacity);
  faults.length("unit", asset.unit, kLongestLine);
  faults.length("conditions", asset.conditions, kLongestText);
  faults.length("contact", asset.contact, kLongestLine);
  if (!asset.confirmed_on.empty()) faults.past_day("confirmed_on", asset.confirmed_on, today);
  return std::move(faults).all();
}

std::string promise_words(const Asset& asset) {
  if (asset.promises == 0) return "nothing promised";
  if (asset.capacity == 0)
    return "promised to " + base::counted(asset.promises, "program", "programs");
  return fmt::format("{} of {}{} promised", asset.promised, asset.capacity,
                     asset.unit.empty() ? "" : " " + asset.unit);
}

}  // namespace enact::programs
