// SPDX-License-Identifier: Apache-2.0
#include "outreach/pages.h"

#include <fmt/format.h>

#include "network/network.h"

namespace enact::outreach {

base::Result<web::Response> show(const app::Visit& visit, base::Result<Filled> filled) {
  if (!filled) return tl::unexpected(filled.error());
  return app::page(visit, "outreach", filled->template_name, std::move(filled->view),
                   std::move(filled->options));
}

int status_of(const base::Error& error) {
  return error.kind == base::Error::Kind::conflict ? 409 : 422;
}

void show_ecosystem(web::View& view,
                    store::Reader& reader,
                    const app::Visit& visit,
                    std::string_view path) {
  std::vector<web::View> others;
  for (const auto& ecosystem : network::ecosystems(reader)) {
    if (!identity::meets(visit.viewer, web::Needs::participant, ecosystem.id)) continue;
    auto& other = others.emplace_back();
    other.set("label", ecosystem.short_name)
        .set("url", fmt::format("{}?ecosystem={}", path, ecosystem.id))
        .set("is_current", ecosystem.id == visit.scope);
  }
  view.set("ecosystem", visit.scope)
      .set("ecosystem_name", network::org_name(reader, visit.scope))
      .set("has_others", others.size() > 1)
      .set("others", std::move(others));
}

std::string cut_words(const Criterion& cut) {
  return fmt::format("{}: {} {}", cut.label, words_of(cut.rule), cut.threshold);
}

std::string_view name_of(Verdict verdict) {
  constexpr std::string_view kNames[] = {"meets", "fails", "unknown"};
  return kNames[static_cast<std::size_t>(verdict)];
}

}  // namespace enact::outreach
