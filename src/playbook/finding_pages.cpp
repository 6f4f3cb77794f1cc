// SPDX-License-Identifier: Apache-2.0
#include "playbook/finding_pages.h"

#include <fmt/format.h>

#include "app/search.h"
#include "base/json.h"
#include "base/text.h"
#include "network/network.h"
#include "playbook/assets.h"
#include "playbook/item_views.h"
#include "playbook/items.h"
#include "web/feed.h"

namespace enact::playbook {
namespace {

using app::Visit;
using Answer = base::Result<web::Response>;

std::vector<std::string> audiences_of(const Visit& visit, store::Reader& reader) {
  auto audiences = visit.viewer.workspaces();
  if (visit.viewer.is_hub())
    for (const auto& org : network::ecosystems(reader)) audiences.push_back(org.id);
  return audiences;
}

std::string page_address(const std::string& words, const std::string& kind, int page) {
  return fmt::format("/search?q={}{}&page={}", base::url_encode(words),
                     kind.empty() ? "" : "&kind=" + base::url_encode(kind), page);
}

base::Json search_json(const app::SearchAnswer& answer) {
  auto hits = base::Json::array();
  for (const auto& hit : answer.hits) {
    base::Json entry;
    entry.set("kind", hit.kind).set("url", hit.url).set("title_html", hit.title.text());
    hits.add(std::move(entry.set("excerpt_html", hit.excerpt.text())));
  }
  base::Json json;
  json.set("total", answer.total).set("total_is_at_least", answer.total_is_at_least);
  return std::move(json.set("hits", std::move(hits)));
}

Answer show_search(Visit& visit) {
  const auto words = visit.request.query_value("q");
  const auto kind = visit.request.query_value("kind");
  const auto page = base::to_integer(visit.request.query_value("page")).value_or(1);
  const int number = static_cast<int>(std::clamp<long long>(page, 1, 50));
  app::SearchRequest request{
      .words = words, .kind = kind, .audiences = {}, .page = number, .per_page = 20};
  const auto answer = visit.services.db.read([&](store::Reader& reader) {
    request.audiences = audiences_of(visit, reader);
    return app::search(reader, request);
  });
  if (visit.request.format == "json") return web::json(search_json(answer).dump());

  std::vector<web::View> hits;
  for (const auto& hit : answer.hits) {
    web::View row;
    row.set("url", hit.url).set("title", hit.title).set("excerpt", hit.excerpt);
    hits.push_back(std::move(row.set("kind", hit.kind)));
  }
  const bool asked = !base::trim(words).empty();
  const bool more = answer.total > static_cast<long long>(number) * request.per_page;
  web::View view;
  view.set("words", words)
      .set("has_words", asked)
      .set("count", (answer.total_is_at_least ? "more than " : "") +
                        base::counted(answer.total, "result", "results"))
      .set("is_nothing", asked && answer.hits.empty())
      .set_maybe("previous_page", number > 1 ? page_address(words, kind, number - 1) : "")
      .set_maybe("next_page", more ? page_address(words, kind, number + 1) : "");
  view.set_list("hits", std::move(hits));
  auto response =
      app::page(visit, "playbook", "search.html", std::move(view),
                {.title = asked ? words + " · Search" : "Search", .look = app::Look::reading});
  response.caching = web::Caching::none;  // as many addresses as there are words
  return response;
}

web::Feed feed_of(const Visit& visit, const std::vector<Item>& items) {
  const auto& site = visit.services.config.public_url;
  web::Feed feed;
  feed.id = site + "/new";
  feed.title = "New in the playbook · " + visit.network;
  feed.url = site + "/new";
  feed.self_url = site + "/new.atom";
  feed.author = visit.network;
  for (const auto& item : items)
    feed.entries.push_back(
        {.id = site + item.address(),
         .title = item.title,
         .url = site + item.address(),
         .published = base::Instant::parse(item.first_published_at).value_or(base::Instant()),
         .updated = base::Instant::parse(item.published_at).value_or(base::Instant()),
         .author = visit.network,
         .summary = item.summary});
  return feed;
}

Answer show_new(Visit& visit) {
  const auto items =
      visit.services.db.read([](store::Reader& reader) { return newest_items(reader, 40); });
  if (visit.request.format == "atom") {
    web::Response response;
    response.type = "application/atom+xml; charset=utf-8";
    response.body = web::atom(feed_of(visit, items));
    response.caching = web::Caching::revalidate;
    return response;
  }
  std::vector<web::View> rows;
  for (const auto& item : items) {
    web::View row;
    row.set("url", item.address())
        .set("name", item.title)
        .set("kind", words_for(item.kind))
        .set("when", item.published_at)
        .set("when_words", day_words(item.published_at))
        .set_maybe("text", item.summary);
    rows.push_back(std::move(row));
  }
  web::View view;
  view.set_list("items", std::move(rows));
  return app::page(visit, "playbook", "new.html", std::move(view),
                   {.title = "New in the playbook",
                    .look = app::Look::reading,
                    .feed = "/new.atom",
                    .section = "playbook"});
}

// /about/privacy and the like: plain texts beside the templates, in Markdown.
Answer show_about(Visit& visit) {
  for (const auto& asset : assets()) {
    if (asset.path != "pages/about_" + visit.id() + ".md") continue;
    const auto text = std::string(asset.content);
    const auto end = text.find('\n');
    auto html = web::markdown(text.substr(end + 1));
    if (!html) return tl::unexpected(html.error());
    const auto title = text.substr(2, end - 2);
    web::View view;
    view.set("title", title).set("html", *html);
    return app::page(visit, "playbook", "about.html", std::move(view),
                     {.title = title, .look = app::Look::reading});
  }
  return base::not_found("There is no such page about this program.");
}

}  // namespace

void finding_routes(app::Routes& routes) {
  using web::Needs;
  routes.get("/search", Needs::nothing, show_search, {.formats = {"json"}});
  routes.get("/new", Needs::nothing, show_new, {.formats = {"atom"}});
  routes.get("/about/{id}", Needs::nothing, show_about);
}

}  // namespace enact::playbook
