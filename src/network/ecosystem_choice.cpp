// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "network/network.h"

namespace enact::network {
namespace {

using app::Visit;
using Found = base::Result<std::string>;

Found chosen(store::Reader& reader, const Visit& visit, web::Needs needs) {
  const std::string asked =
      visit.request.form ? visit.form().text("ecosystem") : visit.request.query_value("ecosystem");
  if (!asked.empty() && workspace_of(reader, asked) != asked)
    return base::not_found("There is no such ecosystem.");
  if (!asked.empty()) return asked;
  for (const auto& own : visit.viewer.workspaces())
    if (identity::meets(visit.viewer, needs, own)) return own;
  const auto all = ecosystems(reader);
  if (visit.viewer.is_hub() && !all.empty()) return all.front().id;
  return std::string();
}

}  // namespace

app::Scope ecosystem_scope(web::Needs needs) {
  return {"ecosystem", [needs](Visit& visit) {
            return visit.services.db.read(
                [&](store::Reader& reader) { return chosen(reader, visit, needs); });
          }};
}

void show_ecosystem(web::View& view,
                    store::Reader& reader,
                    const Visit& visit,
                    std::string_view path) {
  std::vector<web::View> others;
  for (const auto& ecosystem : ecosystems(reader)) {
    if (!identity::meets(visit.viewer, web::Needs::participant, ecosystem.id)) continue;
    auto& other = others.emplace_back();
    other.set("label", ecosystem.short_name)
        .set("url", fmt::format("{}?ecosystem={}", path, ecosystem.id))
        .set("is_current", ecosystem.id == visit.scope);
  }
  view.set("ecosystem", visit.scope)
      .set("ecosystem_name", org_name(reader, visit.scope))
      .set("has_others", others.size() > 1)
      .set("others", std::move(others));
}

}  // namespace enact::network
