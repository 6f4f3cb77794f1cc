// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace enact::programs {

// That somebody of the ecosystem heard from a program.
struct CheckIn {
  enum class How { call, visit, mail, meeting };

  std::string id;
  std::string workspace;
  std::string program;
  std::string happened_on;
  std::string who;
  std::string spoke_with;
  How how = How::call;
  std::string said;
  std::string next_by;  // empty: as often as usual
  std::string logged_by_name;
};
inline constexpr std::array kHows{CheckIn::How::call, CheckIn::How::visit, CheckIn::How::mail,
                                  CheckIn::How::meeting};
std::string_view name_of(CheckIn::How how);
std::string_view words_of(CheckIn::How how);
std::optional<CheckIn::How> check_in_how_named(std::string_view name);

// Fields happened_on, who, spoke_with, what_was_said, next_by.
std::vector<base::Fault> faults_of(const CheckIn& check_in, base::Day today);

}  // namespace enact::programs
