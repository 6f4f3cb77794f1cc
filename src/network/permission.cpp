// SPDX-License-Identifier: Apache-2.0
#include "network/permission.h"

#include <tuple>

namespace enact::network {

std::string_view name_of(Channel channel) {
  constexpr std::string_view kNames[] = {"email",      "phone",        "post",
                                         "newsletter", "introduction", "story"};
  return kNames[static_cast<std::size_t>(channel)];
}

std::string_view words_of(Channel channel) {
  constexpr std::string_view kWords[] = {"get e-mail from us", "be telephoned",
                                         "get letters",        "get the newsletter",
                                         "be introduced",      "be named in a story"};
  return kWords[static_cast<std::size_t>(channel)];
}

std::optional<Channel> channel_named(std::string_view name) {
  for (const auto channel : kChannels)
    if (name_of(channel) == name) return channel;
  return std::nullopt;
}

const Permission* standing_on(const std::vector<Permission>& history, Channel channel) {
  const Permission* last = nullptr;
  const auto place = [](const Permission& p) { return std::tie(p.said_on, p.noted_at, p.id); };
  for (const auto& said : history)
    if (said.channel == channel && (last == nullptr || place(*last) < place(said))) last = &said;
  return last;
}

std::vector<base::Fault> faults_of(const Permission& permission, base::Day today) {
  std::vector<base::Fault> faults;
  const auto day = base::Day::parse(permission.said_on);
  if (!day)
    faults.push_back({.field = "said_on", .message = "Write the day as 2026-05-14.", .file = {}});
  else if (*day > today)
    faults.push_back({.field = "said_on",
                      .message = "This day is still to come. Write when it was said.",
                      .file = {}});
  if (permission.how.empty())
    faults.push_back({.field = "how",
                      .message = "Say how you know, such as: asked at the meeting in May.",
                      .file = {}});
  if (permission.how.size() > 500)
    faults.push_back({.field = "how", .message = "Say it in 500 characters.", .file = {}});
  return faults;
}

}  // namespace enact::network
