// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "network/facts.h"

namespace enact::network {

enum class LinkKind { knows, introduced, reports_to, sits_on, houses, funds };
inline constexpr std::array kLinkKinds{LinkKind::knows,      LinkKind::introduced,
                                       LinkKind::reports_to, LinkKind::sits_on,
                                       LinkKind::houses,     LinkKind::funds};
std::string_view name_of(LinkKind kind);
std::string_view words_of(LinkKind kind);       // "knows"
std::string_view words_back_of(LinkKind kind);  // "is known by": seen from the other end
std::optional<LinkKind> link_kind_named(std::string_view name);

// What may stand at its two ends.
Thing from_of(LinkKind kind);
Thing to_of(LinkKind kind);

// How well two people know each other.
enum class Strength { have_met = 1, work_together = 2, know_well = 3 };
std::string_view words_of(Strength strength);

// A connection between two things of the directory. An end is recorded, never a removal.
struct Link {
  std::string id;
  LinkKind kind = LinkKind::knows;
  Subject from;
  Subject to;
  Strength strength = Strength::have_met;  // between people
  std::string from_date;                   // partial dates
  std::string until_date;
  std::string last_contact;
  std::string workspace;    // the ecosystem whose knowledge it is
  bool is_private = false;  // only who noted it sees and uses it
  std::string note;
  std::string source;
  std::string noted_by;  // user id
  std::string noted_by_name;
  std::string noted_at;
  bool has_ended = false;

  // Filled by reading.
  std::string from_name;
  std::string to_name;

  bool is_seen_by(std::string_view user) const { return !is_private || noted_by == user; }
};

Link tidied(Link link);
std::vector<base::Fault> faults_of(const Link& link);
base::Json to_json(const Link& link);

}  // namespace enact::network
