// SPDX-License-Identifier: Apache-2.0
#include "playbook/reading_pages.h"

#include <fmt/format.h>

#include "base/date.h"
#include "base/text.h"
#include "network/network.h"
#include "playbook/enactments.h"
#include "playbook/item_json.h"
#include "playbook/item_views.h"
#include "playbook/items.h"
#include "playbook/play_page.h"

namespace enact::playbook {
namespace {

using app::Visit;
using Answer = base::Result<web::Response>;

base::Result<Item> published(store::Reader& reader, Kind kind, const std::string& slug) {
  auto item = find_item(reader, item_id(kind, slug));
  if (item && item->is_published()) return *std::move(item);
  return base::not_found(
      fmt::format("The playbook has no {} \"{}\".", words_for(kind), base::shorten(slug, 60)));
}

// How many plays of a strategy somebody has enacted, and how many nobody has.
struct Tally {
  int enacted = 0;
  int aspirational = 0;
};

Tally tally_of(const std::vector<Item>& plays, const EnactedPlays& enacted) {
  Tally tally;
  for (const auto& play : plays) ++(enacted.contains(play.id) ? tally.enacted : tally.aspirational);
  return tally;
}

web::View play_row(const Item& play, const EnactedPlays& enacted, long long under_way) {
  web::View row;
  const auto found = enacted.find(play.id);
  const bool is_enacted = found != enacted.end();
  row.set("number", number_words(play.slug))
      .set("url", play.address())
      .set("name", play.title)
      .set("text", play.summary)
      .set("is_enacted", is_enacted)
      .set("ecosystems",
           base::counted(is_enacted ? found->second.ecosystems : 0, "ecosystem", "ecosystems"))
      .set("is_ours", play.origin == "ours");
  row.set_maybe("first", is_enacted ? base::partial_date_words(found->second.first_when) : "");
  row.set_maybe("under_way",
                under_way > 0 ? base::counted(under_way, "run under way", "runs under way") : "");
  return row;
}

Answer show_strategy(Visit& visit) {
  return visit.services.db.read([&](store::Reader& reader) -> Answer {
    const auto strategy = published(reader, Kind::strategy, visit.id());
    if (!strategy) return tl::unexpected(strategy.error());
    const auto plays = published_parts(reader, strategy->id, Kind::play);
    const auto enacted = enacted_plays(reader);
    if (visit.request.format == "json")
      return web::json(strategy_json(*strategy, plays, enacted).dump());
    const auto place = place_of(reader, *strategy);
    std::vector<web::View> rows;
    const bool sees_runs = visit.viewer.is_signed_in();
    for (const auto& play : plays)
      rows.push_back(play_row(play, enacted, sees_runs ? runs_under_way(reader, play.id) : 0));
    web::View view;
    view.set("number", strategy->slug)
        .set("title", strategy->title)
        .set("summary", strategy->summary)
        .set("purpose_name", place.purpose_name)
        .set("sections", section_views(sections(reader, strategy->id)))
        .set_list("plays", std::move(rows));
    set_item_foot(view, visit, *strategy);
    set_neighbours(view, published_items(reader, Kind::strategy), *strategy);
    return app::page(visit, "playbook", "strategy.html", std::move(view),
                     {.title = fmt::format("{}. {}", strategy->slug, strategy->title),
                      .description = strategy->summary,
                      .look = app::Look::reading,
                      .purpose = place.purpose_number,
                      .section = "playbook"});
  });
}

Answer show_play(Visit& visit) {
  return visit.services.db.read([&](store::Reader& reader) -> Answer {
    const auto play = published(reader, Kind::play, visit.id());
    if (!play) return tl::unexpected(play.error());
    if (visit.request.format == "json") return web::json(play_json(reader, *play).dump());
    return play_page(visit, reader, *play);
  });
}

Answer show_vignette(Visit& visit) {
  return visit.services.db.read([&](store::Reader& reader) -> Answer {
    const auto vignette = published(reader, Kind::vignette, visit.id());
    if (!vignette) return tl::unexpected(vignette.error());
    const auto play = find_item(reader, vignette->parent);
    const auto strategy = play ? find_item(reader, play->parent) : std::nullopt;
    if (!strategy) return base::not_found("The play of this vignette is not in the playbook.");
    if (visit.request.format == "json") return web::json(item_json(reader, *vignette).dump());
    const auto place = place_of(reader, *strategy);
    web::View view;
    view.set("title", vignette->title)
        .set("summary", vignette->summary)
        .set("ecosystem", network::org_name(reader, vignette->ecosystem))
        .set("ecosystem_url", "/orgs/" + vignette->ecosystem)
        .set("when_words", base::partial_date_words(vignette->happened))
        .set("strategy_url", strategy->address())
        .set("strategy_number", strategy->slug)
        .set("strategy_title", strategy->title)
        .set("play_url", play->address())
        .set("play_number", number_words(play->slug))
        .set("play_title", play->title)
        .set("play_summary", play->summary)
        .set("sections", section_views(sections(reader, vignette->id)))
        .set_maybe("when", vignette->happened);
    set_item_foot(view, visit, *vignette);
    return app::page(visit, "playbook", "vignette.html", std::move(view),
                     {.title = vignette->title,
                      .description = vignette->summary,
                      .look = app::Look::reading,
                      .purpose = place.purpose_number,
                      .section = "playbook"});
  });
}

}  // namespace

base::Result<web::Response> show_cover(app::Visit& visit) {
  return visit.services.db.read([&](store::Reader& reader) -> Answer {
    const auto cover = find_item(reader, item_id(Kind::cover, ""));
    if (!cover || !cover->is_published())
      return app::page(visit, "playbook", "no_playbook.html", {},
                       {.title = "", .look = app::Look::reading, .section = "playbook"});
    const auto strategies = published_items(reader, Kind::strategy);
    const auto enacted = enacted_plays(reader);
    std::vector<web::View> purposes, rows;
    for (const auto& purpose : published_items(reader, Kind::purpose)) {
      web::View row;
      row.set("number", purpose.position).set("name", purpose.title).set("text", purpose.summary);
      purposes.push_back(std::move(row));
    }
    for (const auto& strategy : strategies) {
      const auto tally = tally_of(published_parts(reader, strategy.id, Kind::play), enacted);
      web::View row;
      row.set("number", strategy.slug)
          .set("url", strategy.address())
          .set("name", strategy.title)
          .set("text", strategy.summary)
          .set("purpose_number", place_of(reader, strategy).purpose_number)
          .set("enacted", tally.enacted)
          .set("aspirational", tally.aspirational);
      rows.push_back(std::move(row));
    }
    web::View view;
    view.set("title", cover->title)
        .set("summary", cover->summary)
        .set("network_name", visit.network)
        .set("count", base::spelled_out(std::ssize(strategies)))
        .set("strategies", std::move(rows))
        .set("sections", section_views(sections(reader, cover->id)));
    view.set_list("purposes", std::move(purposes));
    return app::page(visit, "playbook", "cover.html", std::move(view),
                     {.title = "",
                      .description = cover->summary,
                      .look = app::Look::reading,
                      .feed = "/new.atom",
                      .section = "playbook"});
  });
}

void reading_routes(app::Routes& routes) {
  using web::Needs;
  routes.get("/playbook", Needs::nothing, show_cover);
  routes.get("/strategies/{id}", Needs::nothing, show_strategy, {.formats = {"json"}});
  routes.get("/plays/{id}", Needs::nothing, show_play, {.formats = {"json"}});
  routes.get("/vignettes/{id}", Needs::nothing, show_vignette, {.formats = {"json"}});
}

}  // namespace enact::playbook
