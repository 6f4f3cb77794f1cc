// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "network/network.h"
#include "network/org_tree.h"

namespace enact::network {

inline constexpr std::string_view kEcosystem = "ecosystem";
inline constexpr std::string_view kProgram = "pcsp";
inline constexpr std::string_view kHub = "hub";

// What an organization can be: data of the network, which the hub edits.
struct Kind {
  std::string id;
  std::string label;   // "Ecosystem"
  std::string plural;  // "Ecosystems"
};

// Everything that is on record about an organization.
struct OrgRecord : Org {
  std::string joined;  // partial date
  std::string about;   // plain text; an empty line begins a paragraph
  std::vector<std::string> priorities;
  std::string url;
  std::string source;  // where the facts come from
  std::string as_of;   // partial date: of when they are

  // Counts the savings, so that a form which was opened before another saving is found out.
  std::int64_t version = 0;
  std::string updated_at;
  std::string updated_by;  // name of who saved last
};

// Written one a line or with ";" between; kept as "a; b".
std::vector<std::string> priorities_from(std::string_view text);
std::string words_of(const std::vector<std::string>& priorities);

// The same with outer spaces and unprintable characters gone, as everything that is saved must be.
OrgRecord tidied(OrgRecord org);

// Whether the two say the same, whoever saved them.
bool says_the_same(const OrgRecord& a, const OrgRecord& b);

// Everything that is wrong with a tidied organization, each in a sentence with its field. `tree`
// holds this one as it is to be, and all that it then belongs to.
std::vector<base::Fault> faults_of(const OrgRecord& org,
                                   const std::vector<Kind>& kinds,
                                   const OrgTree& tree);

// For events: all that a person can change.
base::Json to_json(const OrgRecord& org);

}  // namespace enact::network
