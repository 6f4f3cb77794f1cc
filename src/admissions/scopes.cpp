// SPDX-License-Identifier: Apache-2.0
#include "admissions/scopes.h"

#include "admissions/commitments.h"
#include "admissions/institution.h"
#include "admissions/lists.h"
#include "app/visit.h"
#include "network/network.h"

namespace enact::admissions::scopes {
namespace {

using app::Visit;
using Found = base::Result<std::string>;

// The scope of the route's {id}, which `find` knows.
template <class Find>
app::Scope of(std::string name, std::string sentence, Find find) {
  return {std::move(name), [sentence = std::move(sentence), find](Visit& visit) -> Found {
            return visit.services.db.read([&](store::Reader& reader) -> Found {
              const auto found = find(reader, visit.id());
              if (!found) return base::not_found(sentence);
              return found->workspace;
            });
          }};
}

}  // namespace

app::Scope own_or_all() {
  return {"ecosystem, or all", [](Visit& visit) -> Found {
            const auto asked = visit.request.query_value("ecosystem");
            if (!asked.empty())
              return visit.services.db.read([&](store::Reader& reader) -> Found {
                if (network::workspace_of(reader, asked) != asked)
                  return base::not_found("There is no such ecosystem.");
                return asked;
              });
            if (identity::meets(visit.viewer, web::Needs::analyst, "")) return std::string();
            for (const auto& own : visit.viewer.workspaces())
              if (identity::meets(visit.viewer, web::Needs::reader, own)) return own;
            return std::string();
          }};
}

app::Scope commitment() {
  return of("commitment's ecosystem", "There is no such commitment.", find_commitment);
}

app::Scope note() {
  return of("note's ecosystem", "There is no such note.", find_note);
}

app::Scope plan() {
  return of("plan's ecosystem", "There is no such step.", find_plan);
}

app::Scope list() {
  return of("list's ecosystem", "There is no such list.", find_list);
}

}  // namespace enact::admissions::scopes
