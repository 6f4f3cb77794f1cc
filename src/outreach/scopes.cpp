// SPDX-License-Identifier: Apache-2.0
#include "outreach/scopes.h"

#include "app/visit.h"
#include "network/network.h"
#include "outreach/shortlist.h"

namespace enact::outreach::scopes {

using app::Visit;
using Found = base::Result<std::string>;

app::Scope ecosystem(web::Needs needs) {
  return {"ecosystem", [needs](Visit& visit) -> Found {
            const std::string asked = visit.request.form ? visit.form().text("ecosystem")
                                                         : visit.request.query_value("ecosystem");
            return visit.services.db.read([&](store::Reader& reader) -> Found {
              if (!asked.empty() && network::workspace_of(reader, asked) != asked)
                return base::not_found("There is no such ecosystem.");
              if (!asked.empty()) return asked;
              for (const auto& own : visit.viewer.workspaces())
                if (identity::meets(visit.viewer, needs, own)) return own;
              const auto all = network::ecosystems(reader);
              if (visit.viewer.is_hub() && !all.empty()) return all.front().id;
              return std::string();
            });
          }};
}

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
