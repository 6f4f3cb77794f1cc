// SPDX-License-Identifier: Apache-2.0
#include "playbook/item_views.h"

#include <algorithm>

#include "base/date.h"
#include "base/text.h"
#include "identity/role.h"
#include "network/network.h"

namespace enact::playbook {
namespace {

std::vector<web::View> link_to(const Item& item) {
  const auto number = number_words(item.slug);
  web::View link;
  link.set("url", item.address())
      .set("label", item.kind == Kind::play || item.kind == Kind::strategy
                        ? number + " " + item.title
                        : item.title);
  return {std::move(link)};
}

}  // namespace

std::string number_words(std::string_view slug) {
  return base::replace_all(std::string(slug), "-", ".");
}

StrategyPlace place_of(store::Reader& reader, const Item& strategy) {
  StrategyPlace place{.strategy = strategy, .purpose_name = {}, .purpose_number = 0};
  if (const auto purpose = find_item(reader, strategy.parent)) {
    place.purpose_name = purpose->title;
    place.purpose_number = static_cast<int>(std::clamp<long long>(purpose->position, 0, 3));
  }
  return place;
}

void set_item_foot(web::View& view, const app::Visit& visit, const Item& item) {
  view.set("item_id", item.id)
      .set("url", item.address())
      .set("may_edit", identity::meets(visit.viewer, web::Needs::reviewer, ""))
      .set_maybe("source", item.source);
}

void set_neighbours(web::View& view, const std::vector<Item>& siblings, const Item& item) {
  const auto here = std::find_if(siblings.begin(), siblings.end(),
                                 [&](const Item& other) { return other.id == item.id; });
  std::vector<web::View> previous, next;
  if (here != siblings.end() && here != siblings.begin()) previous = link_to(*std::prev(here));
  if (here != siblings.end() && std::next(here) != siblings.end()) next = link_to(*std::next(here));
  view.set("previous", std::move(previous)).set("next", std::move(next));
}

std::vector<web::View> section_views(const std::vector<SectionHtml>& sections) {
  std::vector<web::View> views;
  for (const auto& section : sections) {
    web::View view;
    view.set_maybe("heading", section.heading);
    view.set("html", web::SafeHtml::made_by_us(section.html));
    views.push_back(std::move(view));
  }
  return views;
}

std::vector<std::string> workspaces_to_work_for(const app::Visit& visit, store::Reader& reader) {
  std::vector<std::string> all;
  if (visit.viewer.is_hub()) {
    for (const auto& org : network::ecosystems(reader)) all.push_back(org.id);
    return all;
  }
  for (const auto& workspace : visit.viewer.workspaces())
    if (identity::meets(visit.viewer, web::Needs::contributor, workspace)) all.push_back(workspace);
  return all;
}

bool set_workspace_choice(web::View& view, const app::Visit& visit, store::Reader& reader) {
  std::vector<web::View> choices;
  for (const auto& id : workspaces_to_work_for(visit, reader)) {
    web::View choice;
    choice.set("id", id).set("name", network::org_name(reader, id));
    choices.push_back(std::move(choice));
  }
  const bool any = !choices.empty(), one = choices.size() == 1;
  view.set("one_workspace", one ? choices : std::vector<web::View>{});
  view.set_list("workspaces", one ? std::vector<web::View>{} : std::move(choices));
  return any;
}

std::string day_words(std::string_view instant) {
  const auto day = base::Day::parse(instant.substr(0, std::min<std::size_t>(10, instant.size())));
  return day ? day->words() : std::string();
}

}  // namespace enact::playbook
