// SPDX-License-Identifier: Apache-2.0
#include "app/frame.h"

#include <algorithm>
#include <map>

#include "app/form_token.h"
#include "app/module.h"
#include "base/digest.h"
#include "base/text.h"
#include "identity/role.h"
#include "ui/assets.h"

namespace enact::app {
namespace {

std::vector<NavigationItem> navigation_for(const identity::Viewer& viewer) {
  static const std::vector<NavigationItem> all = [] {
    std::vector<NavigationItem> items;
    for (const auto* module : modules())
      items.insert(items.end(), module->navigation.begin(), module->navigation.end());
    std::stable_sort(items.begin(), items.end(),
                     [](const auto& a, const auto& b) { return a.order < b.order; });
    return items;
  }();
  const auto places = viewer.workspaces();
  const std::string own = places.empty() ? "" : places.front();
  std::vector<NavigationItem> open;
  for (const auto& item : all)
    if (identity::meets(viewer, item.needs, own)) open.push_back(item);
  return open;
}

std::vector<web::View> links(const std::vector<NavigationItem>& items,
                             std::string_view current,
                             bool in_account) {
  std::vector<web::View> views;
  for (const auto& item : items) {
    if (item.section.starts_with("account.") != in_account) continue;
    web::View view;
    view.set("url", item.url).set("label", item.label).set("is_current", item.section == current);
    views.push_back(std::move(view));
  }
  return views;
}

// Back to this page after signing in, unless it is a cover, the sign-in itself or an error.
std::string sign_in_address(const Visit& visit, const PageOptions& options) {
  const auto& path = visit.request.path;
  if (options.status != 200 || path == "/" || path == "/playbook" || path.starts_with("/sign-in"))
    return "/sign-in";
  return "/sign-in?next=" + base::url_encode(visit.request.target());
}

// JSON inside a script element: a "<" could end it.
std::string inert_json(std::string json) {
  return base::replace_all(std::move(json), "<", "\\u003c");
}

}  // namespace

std::string asset_url(std::string_view name) {
  static const std::map<std::string, std::string, std::less<>> urls = [] {
    std::map<std::string, std::string, std::less<>> made;
    for (const auto& asset : ui::assets())
      made[std::string(asset.path)] = "/assets/" + base::sha256_hex(asset.content).substr(0, 12) +
                                      "/" + std::string(asset.path);
    return made;
  }();
  const auto found = urls.find(name);
  return found == urls.end() ? std::string() : found->second;
}

std::string framed(const Visit& visit, const web::SafeHtml& content, const PageOptions& options) {
  const auto& viewer = visit.viewer;
  const auto network = visit.network;
  const auto items = navigation_for(viewer);
  const auto notice = base::url_decode(visit.request.cookie("notice"));
  std::string classes = options.look == Look::reading ? "reading" : "working";
  if (options.purpose > 0) classes += " purpose-" + std::to_string(options.purpose);

  web::View view;
  view.set("lang", "en")
      .set("page_title", options.title.empty() ? network : options.title + " · " + network)
      .set_maybe("description", options.description)
      .set_maybe("feed", options.feed)
      .set("has_json_ld", !options.json_ld.empty())
      .set("json_ld", web::SafeHtml::made_by_us(inert_json(options.json_ld)))
      .set("css", asset_url("enact.css"))
      .set("js", asset_url("enact.js"))
      .set("icon", asset_url("icon.svg"))
      .set("body_class", classes)
      .set("demo", visit.services.config.demo)
      .set("network", network)
      .set("navigation", links(items, options.section, false))
      .set("account_links", links(items, options.section, true))
      .set("is_signed_in", viewer.is_signed_in())
      .set("viewer_name", viewer.name)
      .set("csrf", masked_token(viewer.csrf))
      .set("sign_in", sign_in_address(visit, options))
      .set_maybe("notice", base::invalid_utf8(notice) ? "" : notice)
      .set("content", content);
  return visit.services.templates.render("web", "layout.html", view).text();
}

}  // namespace enact::app
