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

// In which way somebody may be reached, or used as an example.
enum class Channel { email, phone, post, newsletter, introduction, story };
inline constexpr std::array kChannels{Channel::email,      Channel::phone,        Channel::post,
                                      Channel::newsletter, Channel::introduction, Channel::story};
std::string_view name_of(Channel channel);
std::string_view words_of(Channel channel);  // "get e-mail from us"
std::optional<Channel> channel_named(std::string_view name);

// What somebody said about a channel, on which day, and how we know. Never changed once noted.
struct Permission {
  enum class Answer { yes, no };

  std::string id;
  std::string person;
  Channel channel = Channel::email;
  Answer answer = Answer::no;
  std::string said_on;  // day
  std::string how;      // "asked at the meeting in May"
  std::string noted_by;
  std::string noted_at;
};

// The last word on a channel among `history`: the latest day, and of one day what was noted last.
// Nothing when it was never asked, which is not a yes.
const Permission* standing_on(const std::vector<Permission>& history, Channel channel);

std::vector<base::Fault> faults_of(const Permission& permission, base::Day today);

}  // namespace enact::network
