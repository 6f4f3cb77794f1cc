// SPDX-License-Identifier: Apache-2.0
#include "web/access_log.h"

#include <array>
#include <string>

#include "base/log.h"
#include "base/text.h"

namespace enact::web {

void log_request(const Request& request, const Outcome& outcome) {
  constexpr std::array<std::string_view, 4> kMethods{"GET", "HEAD", "POST", "other"};
  const auto log = outcome.status < 400 ? base::log_debug : base::log_info;
  log("request", {{"id", request.id},
                  {"method", std::string(kMethods[static_cast<std::size_t>(request.method)])},
                  {"part", std::string(loggable_part(request.path, outcome.status))},
                  {"status", std::to_string(outcome.status)},
                  {"bytes", std::to_string(outcome.bytes)},
                  {"microseconds", std::to_string(outcome.took.count())}});
}

std::string_view loggable_part(std::string_view path, int status) {
  if (status == 404 || path.empty()) return "-";
  path.remove_prefix(1);
  const auto part = path.substr(0, path.find('/'));
  return base::is_slug(part) ? part : "-";
}

}  // namespace enact::web
