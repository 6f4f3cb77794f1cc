// SPDX-License-Identifier: Apache-2.0
#include "outreach/scopes.h"

#include "app/visit.h"
#include "network/network.h"
#include "outreach/shortlist.h"

namespace enact::outreach::scopes {

using app::Visit;
using Found = base::Result<std::string>;

app::Scope candidate() {
  return {"candidate's ecosystem", [](Visit& visit) -> Found {
            return visit.services.db.read([&](store::Reader& reader) -> Found {
              const auto candidate = find_candidate(reader, visit.id());
              if (!candidate) return base::not_found("There is no such candidate.");
              return candidate->workspace;
            });
          }};
}

}  // namespace enact::outreach::scopes
