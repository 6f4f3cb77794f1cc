// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/temporary_file.h"

namespace enact::web {

// A body that is sent many times: kept with its gzip form and its ETag, made once.
struct KeptBody {
  std::string plain;
  std::string gzip;  // empty where it would not be smaller
  std::string etag;
};

// Who may keep a response.
enum class Caching {
  none,        // no-store: anything that depends on who asks
  revalidate,  // no-cache with an ETag: public pages
  forever,     // immutable: addresses that hold a digest
};

// Too long for memory: sent in pieces, as it is. It is not compressed and has no ETag, so it goes
// with Caching::none.
using BodyFile = std::shared_ptr<const base::TemporaryFile>;

struct Response {
  int status = 200;
  std::string type = "text/html; charset=utf-8";
  std::string body{};
  std::shared_ptr<const KeptBody> kept{};  // in place of body, where it is set
  BodyFile file{};                         // in place of both, where it is set
  Caching caching = Caching::none;
  std::vector<std::pair<std::string, std::string>> headers{};

  Response& header(std::string name, std::string value) {
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
  }
};

Response html(std::string body, int status = 200);
Response text(std::string body, int status = 200);
Response json(std::string body, int status = 200);
Response csv(std::string body, std::string_view file_name);

// What the browser is to save under that name.
Response download(BodyFile file, std::string type, std::string_view file_name);

// 303 See Other. `to` is an address on this site: anything else becomes "/".
Response redirect(std::string_view to);

// Only addresses that begin with a single "/" and hold no control character or backslash.
bool is_local_address(std::string_view address);

}  // namespace enact::web
