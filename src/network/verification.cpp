// SPDX-License-Identifier: Apache-2.0
#include "network/verification.h"

#include <algorithm>

namespace enact::network {
namespace {

constexpr std::string_view kHowNames[] = {"looked_up", "spoke", "wrote", "answered"};
constexpr std::string_view kHowWords[] = {"looked it up", "spoke with them", "they wrote",
                                          "answered our question"};
constexpr std::string_view kReplyNames[] = {"right", "changed", "gone", "stop"};
constexpr std::string_view kReplyWords[] = {"it is right", "corrected it", "it is no longer so",
                                            "does not want to be asked"};

template <class Enum, std::size_t n>
std::optional<Enum> named(const std::string_view (&names)[n], std::string_view name) {
  const auto* const found = std::find(std::begin(names), std::end(names), name);
  if (found == std::end(names)) return std::nullopt;
  return static_cast<Enum>(found - std::begin(names));
}

}  // namespace

std::string_view name_of(Verification::How how) {
  return kHowNames[static_cast<std::size_t>(how)];
}

std::string_view words_of(Verification::How how) {
  return kHowWords[static_cast<std::size_t>(how)];
}

std::optional<Verification::How> how_named(std::string_view name) {
  return named<Verification::How>(kHowNames, name);
}

std::vector<base::Fault> faults_of(const Verification& verification, base::Day today) {
  std::vector<base::Fault> faults;
  const auto day = base::Day::parse(verification.said_on);
  if (!day)
    faults.push_back({.field = "said_on", .message = "Write the day as 2026-11-22.", .file = {}});
  else if (*day > today)
    faults.push_back({.field = "said_on",
                      .message = "This day is still to come. When was it checked?",
                      .file = {}});
  return faults;
}

std::string_view name_of(Reply reply) {
  return kReplyNames[static_cast<std::size_t>(reply)];
}

std::string_view words_of(Reply reply) {
  return kReplyWords[static_cast<std::size_t>(reply)];
}

std::optional<Reply> reply_named(std::string_view name) {
  return named<Reply>(kReplyNames, name);
}

}  // namespace enact::network
