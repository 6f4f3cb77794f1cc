// SPDX-License-Identifier: Apache-2.0
// Lines: the target of a request, its Cookie, Accept-Encoding and If-None-Match.
#include "base/text.h"
#include "fuzz.h"
#include "web/clean_text.h"
#include "web/http_text.h"
#include "web/negotiation.h"
#include "web/request.h"
#include "web/response.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace enact;
  auto text = fuzz::text_of(data, size);
  const auto raw_target = fuzz::cut_line(text);
  web::Request request;
  request.headers.emplace_back("cookie", fuzz::cut_line(text));
  if (const auto target = web::parse_target(raw_target)) {
    request.path = target->path;
    request.query = target->query;
    fuzz::must(!base::invalid_utf8(request.path));
  } else {
    request.query = raw_target;  // no less safe without the server's check
  }
  fuzz::must(web::is_local_address(request.target()));
  for (const auto& [name, value] : request.query_values())
    fuzz::must(web::is_clean_text(name) && web::is_clean_text(value));
  request.query_value("q");
  fuzz::must(request.cookie("sid").size() <= request.header("cookie").size());

  web::accepts_gzip(fuzz::cut_line(text));
  const std::string tag = "\"abc\"";
  const auto match = web::matching_tag(text, tag);
  fuzz::must(match.empty() || match.find("abc") != std::string_view::npos);
  const auto response = web::redirect(text);
  fuzz::must(web::is_local_address(response.headers.at(0).second));
  return 0;
}
