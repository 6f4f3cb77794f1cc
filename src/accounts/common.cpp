// SPDX-License-Identifier: Apache-2.0
#include "accounts/common.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "base/text.h"
#include "identity/users.h"
#include "network/network.h"

namespace enact::accounts {
namespace {

std::vector<std::string> ecosystems_led(const identity::Viewer& viewer) {
  std::vector<std::string> led;
  for (const auto& workspace : viewer.workspaces())
    if (identity::meets(viewer, web::Needs::lead, workspace)) led.push_back(workspace);
  return led;
}

web::View link(std::string label, std::string url, bool is_current) {
  web::View view;
  view.set("label", std::move(label)).set("url", std::move(url)).set("is_current", is_current);
  return view;
}

}  // namespace

web::Response show(const app::Visit& visit,
                   std::string_view template_name,
                   web::View view,
                   app::PageOptions options) {
  auto response = app::page(visit, "accounts", template_name, std::move(view), std::move(options));
  response.caching = web::Caching::none;
  return response;
}

int status_for(const base::Error& error) {
  switch (error.kind) {
    case base::Error::Kind::not_found:
      return 404;
    case base::Error::Kind::conflict:
      return 409;
    case base::Error::Kind::forbidden:
      return 403;
    case base::Error::Kind::too_many:
      return 429;
    case base::Error::Kind::invalid:
      break;
  }
  return 422;
}

identity::SignIn sign_in(const app::Visit& visit) {
  return {visit.services.db, visit.services.signer, visit.services.sessions};
}

identity::Door door(const app::Visit& visit) {
  return {visit.request.remote_address, std::string(visit.request.header("user-agent")),
          visit.now()};
}

identity::User own_account(store::Reader& reader, const app::Visit& visit) {
  auto user = identity::find_user(reader, visit.viewer.user_id);
  if (!user) throw std::logic_error("a signed-in person has no account");
  return *std::move(user);
}

identity::Event event_by(const identity::User& user, const app::Visit& visit) {
  identity::Event event;
  event.actor = user.id;
  event.actor_name = user.name;
  event.at = visit.now();
  return event;
}

std::string full_address(const app::Services& services, std::string_view path) {
  std::string address = services.config.public_url;
  while (address.ends_with('/')) address.pop_back();
  return address.append(path);
}

std::vector<std::string> own_words(std::string_view network,
                                   std::string_view name,
                                   std::string_view email) {
  return {std::string(name), std::string(email), std::string(network)};
}

std::string role_words(store::Reader& reader, const identity::Grant& grant) {
  const auto words = identity::words_for(grant.role);
  if (grant.org.empty()) return std::string(words);
  return fmt::format("{} at {}", words, network::org_name(reader, grant.org));
}

web::SafeHtml time_html(base::Instant at) {
  return web::SafeHtml::made_by_us(
      fmt::format(R"(<time datetime="{}">{}</time>)", at.iso(), at.words()));
}

app::Scope ecosystem_looked_at() {
  return {"ecosystem", [](app::Visit& visit) -> base::Result<std::string> {
            auto named = visit.form().text("workspace");
            if (named.empty()) named = visit.request.query_value("workspace");
            if (!named.empty() || visit.viewer.is_hub()) return named;
            const auto led = ecosystems_led(visit.viewer);
            return led.empty() ? std::string() : led.front();
          }};
}

std::vector<web::View> ecosystem_links(store::Reader& reader,
                                       const app::Visit& visit,
                                       const std::string& address) {
  std::vector<web::View> links;
  const auto add = [&](const std::string& id, const std::string& name) {
    links.push_back(link(name, address + base::url_encode(id), id == visit.scope));
  };
  if (visit.viewer.is_hub()) {
    add("", "All of the network");
    for (const auto& org : network::ecosystems(reader)) add(org.id, org.name);
    return links;
  }
  const auto led = ecosystems_led(visit.viewer);
  if (led.size() > 1)
    for (const auto& id : led) add(id, network::org_name(reader, id));
  return links;
}

}  // namespace enact::accounts
