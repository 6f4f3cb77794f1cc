// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/edition.h"
#include "app/services.h"
#include "web/request.h"
#include "web/response.h"
#include "web/router.h"

namespace enact::app {

// From a request to a finished response: route, form, the check that a form came from our own
// page, permission and handler (in the route's own handler, routes.h), errors to pages, and what
// every response carries (web/delivery.h). Never throws.
class Dispatcher {
 public:
  Dispatcher(const web::Router& router, Services& services)
      : router_(router), services_(services) {}

  web::Response answer(web::Request& request);

 private:
  web::Response find_and_run(web::Request& request);
  web::Response run(const web::Route& route, web::Request& request);
  web::Response from_cache_or_run(const web::Route& route, web::Request& request);

  const web::Router& router_;
  Services& services_;
  PageCache pages_;
};

// The page (or problem+json, RFC 9457, or line of text) that says what went wrong.
web::Response error_response(web::Request& request, Services& services, const base::Error& error);

// The addresses that belong to no domain: /healthz, /metrics, /assets/..., /robots.txt.
void add_own_routes(web::Router& router, Services& services);

}  // namespace enact::app
