// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "network/pages.h"

namespace enact::network {
namespace {

bool is_about(const app::RecordPage& page, std::string_view kind) {
  return page.kinds.empty() ||
         std::find(page.kinds.begin(), page.kinds.end(), kind) != page.kinds.end();
}

}  // namespace

void show_record_pages(web::View& view,
                       const app::Visit& visit,
                       app::RecordPage::Record record,
                       std::string_view kind) {
  const bool is_org = record == app::RecordPage::Record::org;
  std::vector<web::View> pages;
  for (const auto& page : visit.services.record_pages) {
    if (page.record != record || !is_about(page, kind)) continue;
    if (!identity::meets(visit.viewer, page.needs, visit.scope)) continue;
    auto& link = pages.emplace_back();
    link.set("label", page.label)
        .set("url", (is_org ? "/orgs/" : "/people/") + visit.id() + page.ending);
  }
  view.set_list("record_pages", std::move(pages));
}

}  // namespace enact::network
