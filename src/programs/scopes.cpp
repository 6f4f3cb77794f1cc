// SPDX-License-Identifier: Apache-2.0
#include "programs/scopes.h"

#include "app/visit.h"
#include "network/network.h"
#include "programs/matches.h"
#include "programs/needs.h"
#include "programs/offers.h"
#include "programs/plans.h"

namespace enact::programs::scopes {
namespace {

using app::Visit;
using Found = base::Result<std::string>;

// The workspace of whatever `find` finds at {id}, or 404 with the sentence.
template <class Find>
app::Scope of(std::string name, std::string missing, Find find) {
  return {std::move(name), [find, missing = std::move(missing)](Visit& visit) -> Found {
            return visit.services.db.read([&](store::Reader& reader) -> Found {
              const auto found = find(reader, visit.id());
              if (!found) return base::not_found(missing);
              return found->workspace;
            });
          }};
}

}  // namespace

app::Scope program() {
  return {"program's ecosystem", [](Visit& visit) -> Found {
            return visit.services.db.read([&](store::Reader& reader) -> Found {
              if (!network::find_org(reader, visit.id()))
                return base::not_found("There is no such program.");
              return network::workspace_of(reader, visit.id());
            });
          }};
}

app::Scope goal() {
  return of("goal's ecosystem", "There is no such goal.", find_goal);
}

app::Scope step() {
  return of("step's ecosystem", "There is no such step.", find_step);
}

app::Scope need() {
  return of("need's ecosystem", "There is no such need.", find_need);
}

app::Scope asset() {
  return of("asset's ecosystem", "There is no such asset.", find_asset);
}

app::Scope match() {
  return of("offer's ecosystem", "There is no such offer.", find_match);
}

}  // namespace enact::programs::scopes
