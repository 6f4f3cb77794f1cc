// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "web/needs.h"
#include "web/request.h"
#include "web/response.h"

namespace enact::web {

using Handler = std::function<base::Result<Response>(Request&)>;

// One line of the route table.
struct Route {
  Method method = Method::get;
  std::string pattern;               // "/plays/{id}/notes"
  Needs needs = Needs::unstated;     // permission, see needs.h
  std::string scope;                 // the name of what the permission is asked at, or empty
  std::vector<std::string> formats;  // endings that the same address answers: "json", "csv"
  std::size_t body_limit = kBodyLimit;
  Handler handler;

  static constexpr std::size_t kBodyLimit = 1024 * 1024;
};

// Method and path to route. Segments are matched exactly or by `{name}`; exact ones win.
class Router {
 public:
  void add(Route route);
  const std::vector<Route>& routes() const { return routes_; }

  // The route for the request, whose path_ids and format are filled; nullptr when there is none.
  // A HEAD request finds the GET route.
  const Route* match(Request& request) const;

  // The methods that the path knows, for 405's Allow: "GET, HEAD, POST", or empty.
  std::string allowed(const std::string& path) const;

  std::size_t body_limit(Method method, const std::string& path) const;

 private:
  std::vector<Route> routes_;
};

}  // namespace enact::web
