// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/visit.h"
#include "web/needs.h"
#include "web/router.h"

namespace enact::app {

using Handler = std::function<base::Result<web::Response>(Visit&)>;

// What a permission is asked at: a name for the route table, and how to find the organization
// from the request. Not found is answered as 404 before the permission is looked at.
struct Scope {
  std::string name;
  std::function<base::Result<std::string>(Visit&)> find;
};

struct RouteOptions {
  std::vector<std::string> formats;  // endings that the same address answers
  std::size_t body_limit = web::Route::kBodyLimit;
};

// Where a module states its routes: method, address, permission, handler, on one line each.
//
//   routes.get("/plays/{id}", Needs::nothing, show_play);
//   routes.post("/runs/{id}/notes", Needs::participant, of_run, add_note);
class Routes {
 public:
  Routes(web::Router& router, Services& services) : router_(router), services_(services) {}

  // For a route that a setting opens or closes.
  const Config& config() const { return services_.config; }

  void get(std::string pattern, web::Needs needs, Handler handler, RouteOptions options = {});
  void get(std::string pattern,
           web::Needs needs,
           Scope scope,
           Handler handler,
           RouteOptions options = {});
  void post(std::string pattern, web::Needs needs, Handler handler, RouteOptions options = {});
  void post(std::string pattern,
            web::Needs needs,
            Scope scope,
            Handler handler,
            RouteOptions options = {});

 private:
  void add(web::Method method,
           std::string pattern,
           web::Needs needs,
           Scope scope,
           Handler handler,
           RouteOptions options);

  web::Router& router_;
  Services& services_;
};

}  // namespace enact::app
