// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <mutex>

#include "app/edition.h"
#include "base/date.h"
#include "base/text.h"
#include "exchange/hsds.h"
#include "exchange/listings.h"
#include "exchange/openapi.h"
#include "exchange/package.h"
#include "exchange/pages.h"
#include "exchange/uuid_index.h"

namespace enact::exchange {
namespace {

using app::Visit;
using base::Json;
using web::Needs;
using Answer = base::Result<web::Response>;

constexpr long long kPerPage = 50;
constexpr long long kMostPerPage = 500;
constexpr long long kLastPage = 1'000'000;

// What every page of the API shares; nothing that another process would miss.
struct Kept {
  UuidIndex index;
  // Making a package reads everything, so one serves until the public pages change or the day
  // does. It lies on disk.
  std::mutex mutex;
  std::int64_t edition = -1;
  base::Day day;
  std::shared_ptr<const base::TemporaryFile> package;
};
using SharedKept = std::shared_ptr<Kept>;
using KeptHandler = Answer (*)(Visit&, Kept&);

app::Handler with(const SharedKept& kept, KeptHandler handler) {
  return [kept, handler](Visit& visit) { return handler(visit, *kept); };
}

// Public data for everybody's programs, also for those that run in another site's pages.
web::Response open(web::Response response) {
  response.header("Access-Control-Allow-Origin", "*");
  response.header("Cross-Origin-Resource-Policy", "cross-origin");
  return response;
}

web::Response answer(const Json& json) {
  auto response = open(web::json(json.dump() + "\n"));
  response.caching = web::Caching::revalidate;
  return response;
}

// RFC 9457.
web::Response problem(int status, std::string_view title, std::string_view detail) {
  auto json = Json::object();
  json.set("type", "about:blank").set("title", title).set("status", status).set("detail", detail);
  auto response = open(web::json(json.dump() + "\n", status));
  response.type = "application/problem+json";
  return response;
}

web::Response nothing_there(std::string_view what) {
  return problem(404, "Not Found", fmt::format("There is no {} of this id.", what));
}

// GET /hsds
Answer show_root(Visit& visit) {
  const auto root = visit.services.config.public_url + "/hsds";
  auto json = Json::object();
  json.set("version", kHsdsVersion)
      .set("profile", root + "/about")
      .set("openapi_url", root + "/openapi.json");
  return answer(json);
}

// GET /hsds/openapi.json
Answer show_openapi(Visit& visit) {
  auto response = open(web::json(openapi_json(visit.services.config.public_url + "/hsds")));
  response.caching = web::Caching::revalidate;
  return response;
}

struct Asked {
  ListingQuestion question;
  long long page = 1;
  long long per_page = kPerPage;
  bool is_minimal = false;
  std::string organization;  // UUID
};

base::Result<long long> number_in(const Visit& visit,
                                  const std::string& name,
                                  long long otherwise,
                                  long long most) {
  const auto text = visit.request.query_value(name);
  if (text.empty()) return otherwise;
  const auto number = base::to_integer(text);
  if (!number || *number < 1 || *number > most)
    return base::invalid(name, fmt::format("{} is a number from 1 to {}.", name, most));
  return *number;
}

// "2026-11-22" or "2026-11-22T09:30:00Z", as the database compares it.
base::Result<std::string> instant_in(const Visit& visit, const std::string& name) {
  auto text = visit.request.query_value(name);
  if (text.empty()) return text;
  const bool is_day = text.size() == 10;
  if (!base::Day::parse(std::string_view(text).substr(0, 10)) ||
      (!is_day && (text.size() < 20 || text[10] != 'T' || text.back() != 'Z')))
    return base::invalid(
        name, fmt::format("{} is a day or a moment in UTC, such as 2026-11-22T09:30:00Z.", name));
  return is_day ? text : text.substr(0, 19);
}

base::Result<Asked> asked_of(const Visit& visit) {
  const auto& request = visit.request;
  for (const auto* name : {"taxonomy_term_id", "taxonomy_id", "postcode", "proximity"})
    if (!request.query_value(name).empty())
      return base::invalid(name, fmt::format("{} is not supported here.", name));
  if (const auto format = request.query_value("format"); !format.empty() && format != "json")
    return base::invalid("format",
                         "The only format here is json. All services at once are in the "
                         "data package, /hsds/package.zip.");
  Asked asked;
  const auto page = number_in(visit, "page", 1, kLastPage);
  if (!page) return tl::unexpected(page.error());
  const auto per_page = number_in(visit, "per_page", kPerPage, kMostPerPage);
  if (!per_page) return tl::unexpected(per_page.error());
  auto since = instant_in(visit, "modified_after");
  if (!since) return tl::unexpected(since.error());
  asked.page = *page;
  asked.per_page = *per_page;
  asked.is_minimal = request.query_value("minimal") == "true";
  asked.organization = request.query_value("organization_id");
  asked.question.words = base::shorten(request.query_value("search"), 200);
  asked.question.modified_after = *std::move(since);
  asked.question.most = static_cast<std::size_t>(*per_page);
  asked.question.from = static_cast<std::size_t>((*page - 1) * *per_page);
  return asked;
}

Json minimal(const Json& service) {
  auto json = Json::object();
  return json.set("id", service["id"]).set("last_modified", service["last_modified"]);
}

Json envelope(const Asked& asked, std::size_t total, Json contents) {
  const auto per_page = static_cast<std::size_t>(asked.per_page);
  const auto pages = std::max<std::size_t>(1, (total + per_page - 1) / per_page);
  const auto size = contents.items().size();
  auto json = Json::object();
  json.set("total_items", static_cast<std::int64_t>(total))
      .set("total_pages", static_cast<std::int64_t>(pages))
      .set("page_number", asked.page)
      .set("size", static_cast<std::int64_t>(size))
      .set("first_page", asked.page == 1)
      .set("last_page", static_cast<std::size_t>(asked.page) >= pages)
      .set("empty", size == 0)
      .set("contents", std::move(contents));
  return json;
}

// GET /hsds/services
Answer list_services(Visit& visit, Kept& kept) {
  auto asked = asked_of(visit);
  if (!asked) return problem(400, "Bad Request", asked.error().message);
  return visit.services.db.read([&](store::Reader& reader) -> Answer {
    if (!asked->organization.empty()) {
      const auto org = kept.index.org_of(reader, "organization", asked->organization);
      if (!org) return answer(envelope(*asked, 0, Json::array()));
      asked->question.org = *org;
    }
    const auto page = page_of_listings(reader, asked->question);
    auto contents = Json::array();
    for (const auto& org : page.orgs)
      if (const auto listing = find_listing(reader, org)) {
        auto service = service_json(*listing, visit.today());
        contents.add(asked->is_minimal ? minimal(service) : std::move(service));
      }
    return answer(envelope(*asked, page.total, std::move(contents)));
  });
}

// GET /hsds/services/{id}
Answer show_service(Visit& visit, Kept& kept) {
  return visit.services.db.read([&](store::Reader& reader) -> Answer {
    const auto org = kept.index.org_of(reader, "service", visit.id());
    const auto listing = org ? find_listing(reader, *org) : std::nullopt;
    if (!listing) return nothing_there("service");
    return answer(service_json(*listing, visit.today()));
  });
}

// GET /hsds/organizations/{id}
Answer show_organization(Visit& visit, Kept& kept) {
  return visit.services.db.read([&](store::Reader& reader) -> Answer {
    const auto org = kept.index.org_of(reader, "organization", visit.id());
    if (!org) return nothing_there("organization");
    if (const auto host = find_host(reader, *org)) return answer(organization_json(*host));
    if (const auto listing = find_listing(reader, *org)) {
      auto json = organization_json(*listing);
      if (json["id"].text() == base::lower(visit.id())) return answer(json);
    }
    return nothing_there("organization");
  });
}

// GET /hsds/package.zip
Answer download(Visit& visit, Kept& kept) {
  const std::lock_guard lock(kept.mutex);
  visit.services.db.read([&](store::Reader& reader) {
    const auto edition = app::public_edition(reader);
    if (kept.package && kept.edition == edition && kept.day == visit.today()) return;
    kept.package = make_package(reader, visit.network, visit.now()).file;
    kept.edition = edition;
    kept.day = visit.today();
  });
  return open(web::download(kept.package, "application/zip", "hsds.zip"));
}

// GET /hsds/about
Answer show_about(Visit& visit) {
  const auto total = visit.services.db.read(
      [](store::Reader& reader) { return page_of_listings(reader, {.most = 1}).total; });
  web::View view;
  view.set("services", base::counted(static_cast<long long>(total), "program", "programs"))
      .set("root", visit.services.config.public_url + "/hsds");
  return app::page(visit, "exchange", "open_data.html", std::move(view),
                   {.title = "Take the directory with you",
                    .description = "The programs of the network as open data.",
                    .section = "network"});
}

}  // namespace

void routes(app::Routes& routes) {
  const auto kept = std::make_shared<Kept>();
  routes.get("/hsds", Needs::nothing, show_root);
  routes.get("/hsds/", Needs::nothing, show_root);
  routes.get("/hsds/about", Needs::nothing, show_about);
  routes.get("/hsds/openapi", Needs::nothing, show_openapi, {.formats = {"json"}});
  routes.get("/hsds/package", Needs::nothing, with(kept, download), {.formats = {"zip"}});
  routes.get("/hsds/services", Needs::nothing, with(kept, list_services));
  routes.get("/hsds/services/{id}", Needs::nothing, with(kept, show_service));
  routes.get("/hsds/organizations/{id}", Needs::nothing, with(kept, show_organization));
}

}  // namespace enact::exchange
