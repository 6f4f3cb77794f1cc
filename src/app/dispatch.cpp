// SPDX-License-Identifier: Apache-2.0
#include "app/dispatch.h"

#include <exception>

#include "app/visit.h"
#include "base/json.h"
#include "base/log.h"
#include "base/text.h"
#include "identity/session.h"
#include "web/delivery.h"

namespace enact::app {
namespace {

using base::Error;
using web::Method;

// The one place where a kind of failure becomes a status and a heading.
struct ErrorPage {
  int status;
  const char* heading;
};

ErrorPage page_for(Error::Kind kind) {
  switch (kind) {
    case Error::Kind::not_found:
      return {404, "There is nothing here"};
    case Error::Kind::invalid:
      return {422, "Something is missing or not as it should be"};
    case Error::Kind::conflict:
      return {409, "This cannot be done now"};
    case Error::Kind::forbidden:
      return {403, "This is not open to you"};
    case Error::Kind::too_many:
      return {429, "That was too often"};
  }
  return {500, "Something went wrong here"};
}

web::Response problem(web::Request& request,
                      Services& services,
                      ErrorPage page,
                      const std::string& message,
                      const std::vector<base::Fault>& faults) {
  const bool wants_json =
      request.format == "json" || request.header("accept").starts_with("application/json");
  if (wants_json) {
    auto body = base::Json::object();
    body.set("title", page.heading).set("status", page.status).set("detail", message);
    body.set("instance", request.id);
    auto errors = base::Json::array();
    for (const auto& fault : faults)
      errors.add(base::Json::object().set("pointer", fault.field).set("detail", fault.message));
    body.set("errors", errors);
    auto response = web::json(body.dump(), page.status);
    response.type = "application/problem+json";
    return response;
  }
  if (!request.format.empty()) return web::text(message + "\n", page.status);

  Visit visit{.request = request,
              .services = services,
              .viewer = {},
              .network = services.network_name(),
              .scope = {}};
  web::View view;
  view.set("kicker", page.status)
      .set("heading", page.heading)
      .set("message", message)
      .set_maybe("advice", "")
      .set_maybe("request_id", page.status == 500 ? request.id : "");
  return app::page(visit, "web", "error.html", std::move(view),
                   {.title = page.heading, .look = Look::reading, .status = page.status});
}

// A form must come from a page of ours. Browsers say so in Sec-Fetch-Site, older ones in Origin;
// a program that is no browser sends neither and rides on nobody's session.
bool comes_from_us(const web::Request& request) {
  const auto site = request.header("sec-fetch-site");
  if (!site.empty()) return site == "same-origin" || site == "none";
  auto origin = request.header("origin");
  if (origin.empty()) return true;
  const auto scheme = origin.find("://");
  if (scheme == std::string_view::npos) return false;
  return origin.substr(scheme + 3) == request.header("host");
}

bool may_be_cached(const web::Request& request, const Services& services) {
  return (request.method == Method::get || request.method == Method::head) &&
         request.cookie(identity::session_cookie_name(services.config.is_secure())).empty() &&
         request.cookie("notice").empty();
}

}  // namespace

web::Response error_response(web::Request& request, Services& services, const Error& error) {
  return problem(request, services, page_for(error.kind), error.message, error.faults);
}

web::Response Dispatcher::answer(web::Request& request) {
  try {
    return web::deliver(request, find_and_run(request));
  } catch (const std::exception& error) {
    base::log_error("request failed", {{"request", request.id}, {"what", error.what()}});
  } catch (...) {
    base::log_error("request failed", {{"request", request.id}});
  }
  auto plain = web::text("Something went wrong here, not with what you did. Number " + request.id +
                             " stands in the log.\n",
                         500);
  return web::deliver(request, std::move(plain));
}

web::Response Dispatcher::find_and_run(web::Request& request) {
  const auto path = request.path;
  const web::Route* route = request.method == Method::other ? nullptr : router_.match(request);
  if (route == nullptr) {
    const auto allowed = router_.allowed(path);
    if (allowed.empty())
      return error_response(request, services_,
                            {.kind = Error::Kind::not_found,
                             .field = {},
                             .message = "No page has the address " + base::shorten(path, 80) +
                                        ". It may have been mistyped, or cut off in a message.",
                             .faults = {}});
    auto response = web::text("This address answers " + allowed + " only.\n", 405);
    return response.header("Allow", allowed);
  }
  try {
    return from_cache_or_run(*route, request);
  } catch (const std::exception& error) {
    base::log_error("request failed",
                    {{"request", request.id}, {"route", route->pattern}, {"what", error.what()}});
    return problem(request, services_, {500, "Something went wrong here"},
                   "It was not what you did. Nothing was changed; please try again in a moment.",
                   {});
  }
}

web::Response Dispatcher::from_cache_or_run(const web::Route& route, web::Request& request) {
  if (!may_be_cached(request, services_)) return run(route, request);
  const auto edition =
      services_.db.read([](store::Reader& reader) { return public_edition(reader); });
  const auto target = request.target();
  if (const auto kept = pages_.find(target, edition)) return *kept;
  auto response = run(route, request);
  if (response.status == 200 && response.caching == web::Caching::revalidate && !response.kept) {
    response.kept = web::keep_body(std::move(response.body));
    response.body.clear();
    pages_.keep(target, edition, response);
  }
  return response;
}

web::Response Dispatcher::run(const web::Route& route, web::Request& request) {
  if (request.method == Method::post) {
    if (!comes_from_us(request))
      return error_response(request, services_,
                            {.kind = Error::Kind::forbidden,
                             .field = {},
                             .message = "This form was sent from another site, so it was not "
                                        "accepted. Open the page here and send it again.",
                             .faults = {}});
    auto form = web::Form::parse(request.header("content-type"), request.body);
    if (!form) return error_response(request, services_, form.error());
    request.form = std::move(*form);
  }
  auto response = route.handler(request);
  if (response) return *std::move(response);
  return error_response(request, services_, response.error());
}

}  // namespace enact::app
