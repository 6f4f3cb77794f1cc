// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "store/database.h"

namespace enact::identity {

inline constexpr std::chrono::minutes kAttemptWindow{15};

// At most `most` attempts within fifteen minutes. Kept in the database, since several processes
// share the limit.
struct AttemptLimit {
  std::string bucket;
  std::size_t most = 5;
};

// The limit of everybody who comes from one network address; an IPv6 customer has a whole /64.
AttemptLimit limit_of_address(std::string_view kind, std::string_view remote_address);

// The limit of one account, known or not; what was typed is not kept, only its digest.
AttemptLimit limit_of_account(std::string_view kind, std::string_view account);

// Counts one attempt against every limit, before it is made, so that many at once get no further
// than one after the other. Gives the ids for forgive(), or says when to come back.
base::Result<std::vector<std::string>> count_attempt(store::Writer& writer,
                                                     std::span<const AttemptLimit> limits,
                                                     base::Instant now);

// The attempt went well, so it does not count.
void forgive(store::Writer& writer, const std::vector<std::string>& attempts);
// The person has shown who they are: what went before does not count either.
void forgive_all(store::Writer& writer, const AttemptLimit& limit);

// Forgets what no limit looks at any more: attempts, links that ran out, sessions long over.
void tidy(store::Writer& writer, base::Instant now);

}  // namespace enact::identity
