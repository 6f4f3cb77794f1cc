// SPDX-License-Identifier: Apache-2.0
#include "playbook/item_json.h"

#include "network/network.h"

namespace enact::playbook {
namespace {

using base::Json;

Json head_of(const Item& item) {
  Json json;
  json.set("id", item.id)
      .set("kind", name_of(item.kind))
      .set("url", item.address())
      .set("title", item.title)
      .set("summary", item.summary);
  if (!item.origin.empty()) json.set("origin", item.origin);
  if (!item.source.empty()) json.set("source", item.source);
  json.set("revision", item.published_revision.value_or(0)).set("published_at", item.published_at);
  return json;
}

}  // namespace

Json item_json(store::Reader& reader, const Item& item) {
  auto json = head_of(item);
  if (!item.parent.empty()) json.set("parent", item.parent);
  if (!item.ecosystem.empty()) json.set("ecosystem", network::org_name(reader, item.ecosystem));
  if (!item.happened.empty()) json.set("when", item.happened);
  if (const auto document = published_document(reader, item.id)) json.set("body", document->body);
  return json;
}

Json play_json(store::Reader& reader, const Item& play) {
  auto json = item_json(reader, play);
  auto steps = Json::array();
  if (const auto document = published_document(reader, play.id))
    for (const auto& step : steps_of(*document)) steps.add(step);
  auto told = Json::array();
  for (const auto& one : enactments(reader, play.id)) {
    Json entry;
    entry.set("ecosystem", one.org_name).set("vignette", address_of(one.vignette));
    entry.set("title", one.title).set("when", one.when.empty() ? Json() : Json(one.when));
    told.add(std::move(entry));
  }
  json.set("steps", std::move(steps));
  json.set("status", told.items().empty() ? "aspirational" : "enacted");
  json.set("enacted_by", std::move(told));
  return json;
}

Json strategy_json(const Item& strategy,
                   const std::vector<Item>& plays,
                   const EnactedPlays& enacted) {
  auto json = head_of(strategy);
  auto list = Json::array();
  for (const auto& play : plays)
    list.add(head_of(play).set("status", enacted.contains(play.id) ? "enacted" : "aspirational"));
  json.set("plays", std::move(list));
  return json;
}

}  // namespace enact::playbook
