// SPDX-License-Identifier: Apache-2.0
#include "web/router.h"

#include <algorithm>
#include <stdexcept>

#include "base/text.h"

namespace enact::web {
namespace {

using Segments = std::vector<std::string_view>;

Segments segments_of(std::string_view path) {
  if (path.starts_with('/')) path.remove_prefix(1);
  return base::split(path, '/');
}

bool is_placeholder(std::string_view segment) {
  return segment.starts_with('{') && segment.ends_with('}');
}

bool matches(const Segments& pattern, const Segments& path) {
  if (pattern.size() != path.size()) return false;
  for (std::size_t i = 0; i < path.size(); ++i)
    if (is_placeholder(pattern[i]) ? path[i].empty() : pattern[i] != path[i]) return false;
  return true;
}

std::size_t placeholders(const Segments& pattern) {
  return static_cast<std::size_t>(std::count_if(pattern.begin(), pattern.end(), is_placeholder));
}

// The path without its ending, and the ending: "/plays/4-2.json" -> "/plays/4-2", "json".
std::pair<std::string_view, std::string_view> split_format(std::string_view path) {
  const auto dot = path.rfind('.');
  if (dot == std::string_view::npos || dot < path.rfind('/') + 2) return {path, {}};
  return {path.substr(0, dot), path.substr(dot + 1)};
}

Method asked_for(Method method) {
  return method == Method::head ? Method::get : method;
}

// Of the routes that match, the one with the fewest placeholders.
template <class Accepts>
const Route* best(const std::vector<Route>& routes, std::string_view path, Accepts accepts) {
  const auto parts = segments_of(path);
  const Route* found = nullptr;
  std::size_t fewest = 0;
  for (const auto& route : routes) {
    if (!accepts(route)) continue;
    const auto pattern = segments_of(route.pattern);
    if (!matches(pattern, parts)) continue;
    if (found == nullptr || placeholders(pattern) < fewest) {
      found = &route;
      fewest = placeholders(pattern);
    }
  }
  return found;
}

}  // namespace

void Router::add(Route route) {
  for (const auto& other : routes_)
    if (other.method == route.method && other.pattern == route.pattern)
      throw std::logic_error("two routes for " + route.pattern);
  routes_.push_back(std::move(route));
}

const Route* Router::match(Request& request) const {
  const Method method = asked_for(request.method);
  const auto [stem, format] = split_format(request.path);
  const Route* route =
      best(routes_, request.path, [&](const Route& r) { return r.method == method; });
  std::string path = request.path;
  if (!format.empty()) {
    const auto answers = [&, ending = format](const Route& r) {
      return r.method == method &&
             std::find(r.formats.begin(), r.formats.end(), ending) != r.formats.end();
    };
    if (const Route* with_format = best(routes_, stem, answers)) {
      route = with_format;
      request.format = format;
      path = stem;
    }
  }
  if (route == nullptr) return nullptr;

  request.path_ids.clear();
  const auto pattern = segments_of(route->pattern);
  const auto parts = segments_of(path);
  for (std::size_t i = 0; i < pattern.size(); ++i)
    if (is_placeholder(pattern[i]))
      request.path_ids.emplace_back(pattern[i].substr(1, pattern[i].size() - 2), parts[i]);
  request.path = path;
  return route;
}

std::string Router::allowed(const std::string& path) const {
  const auto known = [&](Method method) {
    return best(routes_, path, [&](const Route& r) { return r.method == method; }) != nullptr;
  };
  std::string methods = known(Method::get) ? "GET, HEAD" : "";
  if (known(Method::post)) methods += methods.empty() ? "POST" : ", POST";
  return methods;
}

std::size_t Router::body_limit(Method method, const std::string& path) const {
  const Route* route = best(routes_, path, [&](const Route& r) { return r.method == method; });
  return route != nullptr ? route->body_limit : Route::kBodyLimit;
}

}  // namespace enact::web
