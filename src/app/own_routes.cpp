// SPDX-License-Identifier: Apache-2.0
#include "app/dispatch.h"
#include "app/frame.h"
#include "app/routes.h"
#include "base/text.h"
#include "ui/assets.h"
#include "web/delivery.h"

namespace enact::app {
namespace {

using web::Needs;

base::Result<web::Response> healthz(Visit& visit) {
  visit.services.db.read([](store::Reader& reader) { return public_edition(reader); });
  return web::text("ok\n");
}

base::Result<web::Response> metrics(Visit& visit) {
  auto response = web::text(visit.services.metrics.prometheus());
  response.type = "text/plain; version=0.0.4; charset=utf-8";
  return response;
}

base::Result<web::Response> robots(Visit&) {
  return web::text("User-agent: *\nDisallow: /sign-in\nDisallow: /runs/\n");
}

std::string_view type_of(std::string_view path) {
  if (path.ends_with(".css")) return "text/css; charset=utf-8";
  if (path.ends_with(".js")) return "text/javascript; charset=utf-8";
  if (path.ends_with(".svg")) return "image/svg+xml";
  return "application/octet-stream";
}

// /assets/{digest}/{name}: the digest only keeps old copies apart, any is answered.
base::Result<web::Response> bundled_file(Visit& visit) {
  for (const auto& asset : ui::assets()) {
    if (asset.path != visit.id("name")) continue;
    static std::mutex mutex;
    static std::unordered_map<std::string_view, std::shared_ptr<const web::KeptBody>> kept;
    const std::lock_guard lock(mutex);
    auto& body = kept[asset.path];
    if (!body) body = web::keep_body(std::string(asset.content));
    web::Response response;
    response.type = type_of(asset.path);
    response.kept = body;
    response.caching = web::Caching::forever;
    return response;
  }
  return base::not_found("There is no such file.");
}

}  // namespace

void add_own_routes(web::Router& router, Services& services) {
  Routes routes(router, services);
  routes.get("/healthz", Needs::nothing, healthz);
  routes.get("/metrics", Needs::nothing, metrics);
  routes.get("/robots.txt", Needs::nothing, robots);
  routes.get("/assets/{digest}/{name}", Needs::nothing, bundled_file);
}

}  // namespace enact::app
