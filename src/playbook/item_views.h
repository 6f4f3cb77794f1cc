// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/visit.h"
#include "playbook/items.h"
#include "web/view.h"

// Pieces of pages that several of this room's pages share.
namespace enact::playbook {

// "4-2" -> "4.2", as people say it.
std::string number_words(std::string_view slug);

// A published strategy with what its pages are coloured and headed by.
struct StrategyPlace {
  Item strategy;
  std::string purpose_name;
  int purpose_number = 0;  // 1 to 3, 0 for none
};
StrategyPlace place_of(store::Reader& reader, const Item& strategy);

// Sets item_id, may_edit, has_source, source: what the foot of an item's page shows.
void set_item_foot(web::View& view, const app::Visit& visit, const Item& item);

// Sets `previous` and `next` among `siblings`.
void set_neighbours(web::View& view, const std::vector<Item>& siblings, const Item& item);

std::vector<web::View> section_views(const std::vector<SectionHtml>& sections);

// Sets what a form needs that acts for one of the viewer's ecosystems: `one_workspace` (a hidden
// field) or `workspaces` (a choice). Says whether there is any.
bool set_workspace_choice(web::View& view, const app::Visit& visit, store::Reader& reader);

// The ecosystems for which the viewer may work: begin runs, write notes, take copies.
std::vector<std::string> workspaces_to_work_for(const app::Visit& visit, store::Reader& reader);

// The day of an ISO instant, for people: "22 November 2026".
std::string day_words(std::string_view instant);

}  // namespace enact::playbook
