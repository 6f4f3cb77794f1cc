// SPDX-License-Identifier: Apache-2.0
#include "playbook/offline.h"

#include <algorithm>

#include "app/dispatch.h"
#include "app/frame.h"
#include "app/module.h"
#include "base/json.h"
#include "base/text.h"
#include "playbook/assets.h"
#include "playbook/items.h"
#include "playbook/offline_links.h"
#include "playbook/queries.h"
#include "playbook/transfer.h"

namespace enact::playbook {
namespace {

constexpr std::string_view kSearchScript = "search/search.js";
constexpr std::string_view kSearchIndex = "search/index.js";

// What goes along beside the items themselves.
OfflineFiles files_to_write(store::Reader& reader) {
  OfflineFiles files{{"/playbook", "index.html"},
                     {"/", "index.html"},
                     {"/toolkit", "toolkit.html"},
                     {"/definitions", "definitions.html"},
                     {"/network", "network.html"},
                     {"/network/structure", "network/structure.html"},
                     {"/about/accessibility", "about/accessibility.html"},
                     {"/about/privacy", "about/privacy.html"},
                     {"/about/sources", "about/sources.html"},
                     {"/search", "search.html"},
                     {app::asset_url("enact.css"), "enact.css"},
                     {app::asset_url("icon.svg"), "icon.svg"}};
  for (const auto& row : reader.all(sql::all_published_texts)) {
    const auto id = row.text("id");
    const auto kind = kind_of_folder(id.substr(0, id.find('/')));
    if (kind && *kind != Kind::purpose && *kind != Kind::soundbite)
      files.emplace(address_of(id), id + ".html");
  }
  return files;
}

web::Response asked(app::Dispatcher& dispatcher, const std::string& address) {
  web::Request request;
  request.path = address;
  request.id = "offline";
  return dispatcher.answer(request);
}

// A script that sets one variable: a page opened from the disk may not fetch a file of data.
std::string search_index(store::Reader& reader, const OfflineFiles& files) {
  auto entries = base::Json::array();
  for (const auto& row : reader.all(sql::all_items)) {
    const auto file = files.find(address_of(row.text("id")));
    if (file == files.end() || row.is_null("published_revision")) continue;
    base::Json entry;
    entry.set("url", file->second).set("title", row.text("title")).set("kind", row.text("kind"));
    entry.set("text", row.text("summary") + " " + row.text("plain"));
    entries.add(std::move(entry));
  }
  return "const searchIndex = " + entries.dump() + ";\n";
}

std::string asset_text(std::string_view path) {
  for (const auto& asset : assets())
    if (asset.path == path) return std::string(asset.content);
  return {};
}

// The frame of some page with the search field and its script in place of the content.
std::string search_page(const std::string& page) {
  const auto from = page.find("<main"), to = page.find("</main>");
  if (from == std::string::npos || to == std::string::npos) return page;
  return page.substr(0, page.find('>', from) + 1) + asset_text("pages/offline_search.html") +
         page.substr(to);
}

}  // namespace

base::Result<long long> export_offline(app::Services& services,
                                       const std::filesystem::path& folder) {
  web::Router router;
  app::add_own_routes(router, services);
  app::Routes routes(router, services);
  for (const auto* module : app::modules())
    if (module->routes != nullptr) module->routes(routes);
  app::Dispatcher dispatcher(router, services);

  const auto files = services.db.read([](store::Reader& reader) { return files_to_write(reader); });
  Files written;
  for (const auto& [address, file] : files) {
    const auto response = asked(dispatcher, address == "/search" ? "/definitions" : address);
    if (response.status != 200) continue;
    const auto& body = response.kept ? response.kept->plain : response.body;
    if (!file.ends_with(".html")) {
      written[file] = body;
      continue;
    }
    if (written.contains(file)) continue;
    auto page = offline_page(body, file, files);
    written[file] = file == "search.html" ? search_page(page) : std::move(page);
  }
  const auto pages = std::count_if(written.begin(), written.end(),
                                   [](const auto& file) { return file.first.ends_with(".html"); });
  written[std::string(kSearchIndex)] =
      services.db.read([&](store::Reader& reader) { return search_index(reader, files); });
  written[std::string(kSearchScript)] = asset_text("pages/offline_search.js");
  if (auto done = write_folder(folder, written); !done) return tl::unexpected(done.error());
  return pages;
}

}  // namespace enact::playbook
