// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace enact::network {

// Somebody's word that a record is right, on a day. Never changed once noted.
struct Verification {
  enum class How { looked_up, spoke, wrote, answered };  // answered: the link of our question

  std::string id;
  std::string said_on;  // day
  How how = How::looked_up;
  std::string said_by;  // name
  std::string note;
};

// What a person can choose; `answered` comes from a link alone.
inline constexpr std::array kHowsByHand{Verification::How::looked_up, Verification::How::spoke,
                                        Verification::How::wrote};
std::string_view name_of(Verification::How how);
std::string_view words_of(Verification::How how);  // "looked it up"
std::optional<Verification::How> how_named(std::string_view name);

std::vector<base::Fault> faults_of(const Verification& verification, base::Day today);

// What can come back when somebody is asked whether a record is still right.
enum class Reply { right, changed, gone, stop };
std::string_view name_of(Reply reply);
std::string_view words_of(Reply reply);  // "all of it is right"
std::optional<Reply> reply_named(std::string_view name);

}  // namespace enact::network
