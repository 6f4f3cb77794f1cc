// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/csv.h"
#include "base/text.h"
#include "network/network.h"
#include "programs/asset_views.h"
#include "programs/offers.h"
#include "programs/pages.h"
#include "programs/part.h"

namespace enact::programs {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

constexpr std::size_t kMostShown = 100;
constexpr std::size_t kMostInFile = 100'000;

AssetFilter filter_of(const Visit& visit) {
  AssetFilter filter{.workspace = visit.scope,
                     .kind = visit.request.query_value("kind"),
                     .words = visit.request.query_value("q"),
                     .is_retired = visit.request.query_value("retired") == "yes"};
  if (!kind_named(filter.kind)) filter.kind.clear();
  return filter;
}

std::string csv_of(const std::vector<Asset>& all) {
  base::CsvWriter csv({"id", "kind", "what", "offered_by", "organization_or_person", "state",
                       "city", "free_from", "free_until", "capacity", "unit", "promised",
                       "conditions", "contact", "confirmed_on"});
  for (const auto& asset : all)
    csv.add({asset.id, std::string(name_of(asset.kind)), asset.what, asset.offered_by,
             asset.offered_id, asset.state, asset.city, asset.free_from, asset.free_until,
             asset.capacity > 0 ? std::to_string(asset.capacity) : "", asset.unit,
             std::to_string(asset.promised), asset.conditions, asset.contact, asset.confirmed_on});
  return csv.text();
}

std::string with(const AssetFilter& filter, std::string_view kind) {
  return address("/support/assets", {{"ecosystem", filter.workspace},
                                     {"kind", std::string(kind)},
                                     {"q", filter.words},
                                     {"retired", filter.is_retired ? "yes" : ""}});
}

void show_filters(web::View& view, store::Reader& reader, const AssetFilter& filter) {
  const auto counts = count_assets(reader, filter);
  const auto count_of = [&](Kind kind) {
    const auto found = counts.find(kind);
    return found != counts.end() ? found->second : 0;
  };
  int all = 0;
  for (const auto& [kind, count] : counts) all += count;
  std::vector<web::View> kinds;
  kinds.push_back(filter_link("Any", all, with(filter, ""), filter.kind.empty()));
  for (const auto kind : kKinds)
    if (count_of(kind) > 0 || filter.kind == name_of(kind))
      kinds.push_back(filter_link(words_of(kind), count_of(kind), with(filter, name_of(kind)),
                                  filter.kind == name_of(kind)));
  view.set("kinds", std::move(kinds));
}

// GET /support/assets
Answer show_assets(Visit& visit) {
  const auto filter = filter_of(visit);
  if (visit.request.format == "csv")
    return web::csv(visit.services.db.read([&](store::Reader& reader) {
      return csv_of(find_assets(reader, filter, 0, kMostInFile));
    }),
                    "assets.csv");
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto from = from_in(visit);
    auto shown = find_assets(reader, filter, from, kMostShown + 1);
    const bool has_more = shown.size() > kMostShown;
    if (has_more) shown.resize(kMostShown);
    std::vector<web::View> rows;
    for (const auto& asset : shown) rows.push_back(asset_view(asset, visit.today()));
    const auto page_at = [&](std::size_t at) {
      return with(filter, filter.kind) + "&from=" + std::to_string(at);
    };
    auto other = filter;
    other.is_retired = !filter.is_retired;
    web::View view;
    network::show_ecosystem(view, reader, visit, "/support/assets");
    show_filters(view, reader, filter);
    view.set("words", filter.words)
        .set("kind", filter.kind)
        .set("is_retired_list", filter.is_retired)
        .set("other_list", with(other, filter.kind))
        .set("works_here", works_for(visit.viewer, visit.scope))
        .set("csv", base::replace_all(with(filter, filter.kind), "/assets?", "/assets.csv?"))
        .set_maybe("before", from > 0 ? page_at(from - std::min(from, kMostShown)) : "")
        .set_maybe("after", has_more ? page_at(from + kMostShown) : "")
        .set_list("rows", std::move(rows));
    return Filled{"support_assets.html",
                  std::move(view),
                  {.title = "What the region has", .section = "support"}};
  }));
}

}  // namespace

void asset_list_routes(app::Routes& routes) {
  routes.get("/support/assets", Needs::participant, network::ecosystem_scope(Needs::participant),
             show_assets, {.formats = {"csv"}});
}

}  // namespace enact::programs
