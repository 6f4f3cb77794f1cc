// SPDX-License-Identifier: Apache-2.0
#include "programs/check_in.h"

#include "programs/checks.h"

namespace enact::programs {

std::string_view name_of(CheckIn::How how) {
  constexpr std::string_view kNames[] = {"call", "visit", "mail", "meeting"};
  return kNames[static_cast<std::size_t>(how)];
}

std::string_view words_of(CheckIn::How how) {
  constexpr std::string_view kWords[] = {"Call", "Visit", "Mail", "Meeting"};
  return kWords[static_cast<std::size_t>(how)];
}

std::optional<CheckIn::How> check_in_how_named(std::string_view name) {
  for (const auto how : kHows)
    if (name_of(how) == name) return how;
  return std::nullopt;
}

std::vector<base::Fault> faults_of(const CheckIn& check_in, base::Day today) {
  Faults faults;
  faults.past_day("happened_on", check_in.happened_on, today);
  faults.text("who", check_in.who, kLongestLine, "Write who checked in.");
  faults.length("spoke_with", check_in.spoke_with, kLongestLine);
  faults.text("what_was_said", check_in.said, kLongestText, "Write a line about what was said.");
  faults.day("next_by", check_in.next_by);
  faults.order("next_by", check_in.happened_on, check_in.next_by,
               "The next one cannot be due before this one. Choose a later day.");
  return std::move(faults).all();
}

}  // namespace enact::programs
