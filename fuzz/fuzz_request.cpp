// SPDX-License-Identifier: Apache-2.0
// A request reads the same however the network cut it into pieces: otherwise a proxy in front and
// this server could see two different requests.
#include <algorithm>

#include "fuzz.h"
#include "web/request_parser.h"

namespace {

using namespace enact;
using Stage = web::RequestParser::Stage;

struct Read {
  Stage stage = Stage::header;
  int status = 0;
  std::string path, query, body;
  web::Fields headers;
  std::size_t consumed = 0;

  bool operator==(const Read&) const = default;
};

Read read(std::string_view text, std::size_t piece) {
  web::RequestParser parser({});
  Read result;
  std::size_t given = 0;  // what has arrived so far
  while (true) {
    if (parser.stage() == Stage::header_done) parser.allow_body(1024);
    if (parser.stage() == Stage::complete || parser.stage() == Stage::refused) break;
    const auto consumed = parser.feed(text.substr(result.consumed, given - result.consumed));
    fuzz::must(consumed <= given - result.consumed);
    result.consumed += consumed;
    if (parser.stage() == Stage::header_done || consumed > 0) continue;
    if (given == text.size()) break;
    given = std::min(text.size(), given + piece);
  }
  result.stage = parser.stage();
  if (result.stage == Stage::refused) {
    result.status = parser.status();
    fuzz::must(result.status >= 400);
    result.consumed = 0;  // nobody reads on
  }
  if (result.stage == Stage::complete) {
    const auto request = parser.take();
    result.path = request.path;
    result.query = request.query;
    result.body = request.body;
    result.headers = request.headers;
  }
  return result;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::text_of(data, size);
  const auto whole = read(text, text.size() + 1);
  const auto pieces = read(text, 7);
  if (whole.stage == Stage::complete) fuzz::must(whole == pieces);
  if (pieces.stage == Stage::complete) fuzz::must(whole == pieces);
  return 0;
}
