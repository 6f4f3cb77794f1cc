// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "identity/audit.h"
#include "network/facts.h"
#include "network/freshness.h"
#include "network/verification.h"
#include "store/database.h"

namespace enact::network {

// Who vouched for a record and when, the latest first.
std::vector<Verification> verifications_of(store::Reader& reader, const Subject& subject);

// Notes that the record is right. `today` is the day of the one who notes it.
base::Result<void> verify(store::Writer& writer,
                          const Subject& subject,
                          Verification draft,
                          base::Day today,
                          identity::Event by);

// A record of an ecosystem and the latest word on it.
struct LastWord {
  std::string id;
  std::string name;
  std::string kind;         // of an organization
  base::Day on;             // the day of the latest word
  bool is_vouched = false;  // somebody said so; else it is the day that the record is of
  std::string asked_at;     // of a question that waits for its answer; else empty
  Freshness freshness;
};

// The ecosystem's organizations, or the people who are there, the stalest first.
std::vector<LastWord> last_words(store::Reader& reader,
                                 Thing thing,
                                 std::string_view workspace,
                                 base::Day today);

}  // namespace enact::network
