// SPDX-License-Identifier: Apache-2.0
#include "playbook/library_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "identity/role.h"
#include "network/network.h"
#include "playbook/copies.h"
#include "playbook/item_json.h"
#include "playbook/item_views.h"
#include "playbook/items.h"

namespace enact::playbook {
namespace {

using app::Visit;
using Answer = base::Result<web::Response>;

// Which plays name which toolkit documents: links by slug.
using PlaysByDocument = std::map<std::string, std::vector<web::View>>;

PlaysByDocument plays_by_document(store::Reader& reader) {
  PlaysByDocument uses;
  for (const auto& play : published_items(reader, Kind::play)) {
    const auto document = published_document(reader, play.id);
    if (!document) continue;
    for (const auto& slug : document->toolkit) {
      web::View view;
      view.set("url", play.address()).set("number", number_words(play.slug));
      uses[slug].push_back(std::move(view));
    }
  }
  return uses;
}

std::string copy_by(store::Reader& reader, const Copy& copy) {
  return fmt::format("{}, {}, {}", network::org_name(reader, copy.workspace), copy.made_by_name,
                     day_words(copy.made_at));
}

// A copy is opened by the ecosystem that owns it and by the hub; others read only that it exists.
bool may_open(const Visit& visit, const std::string& workspace) {
  return identity::meets(visit.viewer, web::Needs::participant, workspace);
}

std::vector<web::View> copy_views(const Visit& visit,
                                  store::Reader& reader,
                                  const std::vector<Copy>& copies) {
  std::vector<web::View> views;
  for (const auto& copy : copies) {
    web::View view;
    view.set("name", copy.title)
        .set("by", copy_by(reader, copy))
        .set_maybe("url", may_open(visit, copy.workspace) ? "/copies/" + copy.id : "");
    views.push_back(std::move(view));
  }
  return views;
}

Answer show_toolkit(Visit& visit) {
  return visit.services.db.read([&](store::Reader& reader) -> Answer {
    const auto uses = uses_of_toolkit(reader);
    auto plays = plays_by_document(reader);
    std::vector<web::View> documents, copies;
    for (const auto& item : published_items(reader, Kind::toolkit)) {
      const auto document = published_document(reader, item.id);
      const auto used = uses.find(item.id);
      web::View row;
      row.set("url", item.address())
          .set("name", item.title)
          .set("text", item.summary)
          .set("is_ours", item.origin == "ours")
          .set_maybe("audience", document ? document->audience : "")
          .set_maybe("uses", used == uses.end()
                                 ? std::string()
                                 : fmt::format("copied {} by {}",
                                               base::counted(used->second.copies, "time", "times"),
                                               base::counted(used->second.ecosystems, "ecosystem",
                                                             "ecosystems")));
      row.set_list("plays", plays[item.slug]);
      documents.push_back(std::move(row));
    }
    for (const auto& workspace : visit.viewer.workspaces())
      for (auto& view : copy_views(visit, reader, copies_in(reader, workspace)))
        copies.push_back(std::move(view));
    web::View view;
    view.set_list("documents", std::move(documents));
    view.set_list("copies", std::move(copies));
    return app::page(visit, "playbook", "toolkit.html", std::move(view),
                     {.title = "Quick Start Toolkit",
                      .description = "Model documents to copy and adapt.",
                      .look = app::Look::reading,
                      .section = "toolkit"});
  });
}

web::Response markdown_file(std::string text, const std::string& name) {
  auto response = web::text(std::move(text));
  response.type = "text/markdown; charset=utf-8";
  return response.header("Content-Disposition",
                         fmt::format("attachment; filename=\"{}.md\"", name));
}

Answer show_document(Visit& visit) {
  return visit.services.db.read([&](store::Reader& reader) -> Answer {
    const auto item = find_item(reader, item_id(Kind::toolkit, visit.id()));
    const auto document = item ? published_document(reader, item->id) : std::nullopt;
    if (!document) return base::not_found("The toolkit has no such document.");
    if (visit.request.format == "md") return markdown_file(document->body, item->slug);
    if (visit.request.format == "json") return web::json(item_json(reader, *item).dump());
    web::View view;
    view.set("title", item->title)
        .set("summary", item->summary)
        .set("is_ours", item->origin == "ours")
        .set("is_visitor", !visit.viewer.is_signed_in())
        .set("has_structure", item->slug == "network-structure")
        .set("sections", section_views(sections(reader, item->id)))
        .set_maybe("audience", document->audience);
    view.set_list("plays", plays_by_document(reader)[item->slug]);
    const auto copies =
        visit.viewer.is_signed_in() ? copies_of(reader, item->id) : std::vector<Copy>{};
    view.set_list("copies", copy_views(visit, reader, copies));
    view.set("may_copy", set_workspace_choice(view, visit, reader));
    set_item_foot(view, visit, *item);
    return app::page(visit, "playbook", "document.html", std::move(view),
                     {.title = item->title,
                      .description = item->summary,
                      .look = app::Look::reading,
                      .section = "toolkit"});
  });
}

web::View word_view(store::Reader& reader, const Item& item) {
  std::string html;
  for (const auto& section : sections(reader, item.id)) html += section.html;
  web::View view;
  view.set("slug", item.slug)
      .set("url", item.address())
      .set("name", item.title)
      .set("html", web::SafeHtml::made_by_us(std::move(html)));
  return view;
}

Answer show_words(Visit& visit) {
  return visit.services.db.read([&](store::Reader& reader) -> Answer {
    auto items = published_items(reader, Kind::definition);
    std::vector<web::View> legend, words;
    for (const auto& item : items)
      if (item.position > 0) legend.push_back(word_view(reader, item));
    std::sort(items.begin(), items.end(), [](const Item& a, const Item& b) {
      return base::lower(a.title) < base::lower(b.title);
    });
    for (const auto& item : items)
      if (item.position == 0) words.push_back(word_view(reader, item));
    web::View view;
    view.set_list("legend", std::move(legend));
    view.set_list("words", std::move(words));
    return app::page(visit, "playbook", "definitions.html", std::move(view),
                     {.title = "What the marks and words mean",
                      .look = app::Look::reading,
                      .section = "playbook"});
  });
}

Answer show_word(Visit& visit) {
  return visit.services.db.read([&](store::Reader& reader) -> Answer {
    const auto item = find_item(reader, item_id(Kind::definition, visit.id()));
    const auto document = item ? published_document(reader, item->id) : std::nullopt;
    if (!document) return base::not_found("The playbook does not explain this word.");
    web::View view;
    view.set("title", item->title)
        .set("sections", section_views(sections(reader, item->id)))
        .set_maybe("also", base::join(document->also, ", "));
    set_item_foot(view, visit, *item);
    return app::page(visit, "playbook", "definition.html", std::move(view),
                     {.title = item->title, .look = app::Look::reading, .section = "playbook"});
  });
}

}  // namespace

void library_routes(app::Routes& routes) {
  using web::Needs;
  routes.get("/toolkit", Needs::nothing, show_toolkit);
  routes.get("/toolkit/{id}", Needs::nothing, show_document, {.formats = {"md", "json"}});
  routes.get("/definitions", Needs::nothing, show_words);
  routes.get("/definitions/{id}", Needs::nothing, show_word);
}

}  // namespace enact::playbook
