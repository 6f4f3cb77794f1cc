// SPDX-License-Identifier: Apache-2.0
#include "web/delivery.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>
#include <stdexcept>

#include "web/http_text.h"
#include "web/negotiation.h"

namespace enact::web {
namespace {

// Below this a text fits into the first packet anyway.
constexpr std::size_t kWorthCompressing = 860;

// A page is compressed while somebody waits, a kept body once.
constexpr int kQuick = 4;
constexpr int kThorough = 9;

constexpr const char* kPagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; manifest-src 'self'";
constexpr const char* kOtherPolicy = "default-src 'none'; frame-ancestors 'none'";

struct Fixed {
  const char* name;
  const char* value;
};

constexpr std::array kAlways{
    Fixed{"X-Content-Type-Options", "nosniff"},
    Fixed{"Referrer-Policy", "same-origin"},
    Fixed{"Cross-Origin-Opener-Policy", "same-origin"},
    Fixed{"Cross-Origin-Resource-Policy", "same-origin"},
    Fixed{"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
    Fixed{"X-Frame-Options", "DENY"},
};

const char* cache_control(Caching caching) {
  switch (caching) {
    case Caching::revalidate:
      return "no-cache";
    case Caching::forever:
      return "public, max-age=31536000, immutable";
    case Caching::none:
      break;
  }
  return "no-store";
}

bool is_compressible(std::string_view type) {
  type = type.substr(0, type.find(';'));
  if (type.starts_with("text/")) return true;
  return type.starts_with("application/")
             ? type == "application/json" || type.ends_with("+xml") || type.ends_with("+json")
             : type == "image/svg+xml";
}

// The headers of a response. What a handler set is looked up among its own few only.
class Head {
 public:
  explicit Head(Response& response) : headers_(response.headers), own_(headers_.size()) {
    headers_.reserve(own_ + kAlways.size() + 7);
  }

  std::string* own(std::string_view name) {
    for (std::size_t i = 0; i < own_; ++i)
      if (equal_ignoring_case(headers_[i].first, name)) return &headers_[i].second;
    return nullptr;
  }

  template <class Value>
  void add_missing(const char* name, Value&& value) {
    if (own(name) == nullptr) headers_.emplace_back(name, std::forward<Value>(value));
  }

  void add_vary(std::string_view name) {
    auto* vary = own("Vary");
    if (vary == nullptr)
      headers_.emplace_back("Vary", name);
    else if (*vary != "*")
      vary->append(", ").append(name);
  }

 private:
  Fields& headers_;
  std::size_t own_;
};

void drop_body(Response& response) {
  response.body.clear();
  response.kept.reset();
  response.file.reset();
}

}  // namespace

// Pages with a secret are compressed too, although the length of a compressed page that repeats
// what the address says can give a secret away letter by letter (BREACH): the one secret in our
// pages is the CSRF token, which is masked anew for each response, so that no two lengths can be
// compared. A page with any other secret must set Content-Encoding: identity itself.
Response deliver(const Request& request, Response response) {
  Head head(response);
  const bool is_page = std::string_view(response.type).starts_with("text/html");
  head.add_missing("Content-Security-Policy", is_page ? kPagePolicy : kOtherPolicy);
  for (const auto& [name, value] : kAlways) head.add_missing(name, value);
  if (request.secure)
    head.add_missing("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  head.add_missing("Cache-Control", cache_control(response.caching));

  if (response.status < 200 || response.status == 204 || response.status == 304) {
    drop_body(response);
    return response;
  }

  // A handler that names its own tag or coding speaks of these very bytes.
  auto* own_tag = head.own("ETag");
  const std::size_t size = response.kept ? response.kept->plain.size() : response.body.size();
  const bool may_compress = size > kWorthCompressing && is_compressible(response.type) &&
                            own_tag == nullptr && head.own("Content-Encoding") == nullptr &&
                            !(response.kept && response.kept->gzip.empty());
  if (may_compress) head.add_vary("Accept-Encoding");
  const bool zipped = may_compress && accepts_gzip(request.header("accept-encoding"));

  const bool reads = request.method == Method::get || request.method == Method::head;
  if (reads && response.status == 200 && response.caching != Caching::none) {
    std::string tag = own_tag != nullptr ? *own_tag
                      : response.kept    ? response.kept->etag
                                         : entity_tag(response.body);
    const auto match = matching_tag(request.header("if-none-match"), tag);
    if (!match.empty()) {
      // The tag that the client sent says which of the two forms it holds and may go on using.
      head.add_missing("ETag", std::string(match));
      response.status = 304;
      response.type.clear();
      drop_body(response);
      return response;
    }
    head.add_missing("ETag", zipped ? gzip_tag(tag) : std::move(tag));
  }

  if (zipped) {
    head.add_missing("Content-Encoding", "gzip");
    if (!response.kept) response.body = gzip(response.body, kQuick);
  }
  if (request.method == Method::head) {
    const auto length = response.file    ? response.file->size()
                        : !response.kept ? response.body.size()
                        : zipped         ? response.kept->gzip.size()
                                         : response.kept->plain.size();
    head.add_missing("Content-Length", std::to_string(length));
    drop_body(response);
  }
  return response;
}

std::shared_ptr<const KeptBody> keep_body(std::string plain) {
  auto kept = std::make_shared<KeptBody>();
  kept->etag = entity_tag(plain);
  if (plain.size() > kWorthCompressing) kept->gzip = gzip(plain, kThorough);
  if (kept->gzip.size() >= plain.size()) kept->gzip.clear();
  kept->plain = std::move(plain);
  return kept;
}

std::string gzip(std::string_view bytes, int level) {
  constexpr int kGzipWrapper = 15 + 16;  // the largest window, and gzip's frame instead of zlib's
  constexpr int kMemory = 8;             // zlib's default
  if (bytes.size() > std::numeric_limits<uInt>::max() / 2)
    throw std::length_error("A body is too long to be compressed in one piece");
  z_stream stream{};
  if (deflateInit2(&stream, level, Z_DEFLATED, kGzipWrapper, kMemory, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::runtime_error("zlib cannot start");
  std::string zipped(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(zipped.data());
  stream.avail_out = static_cast<uInt>(zipped.size());
  const int result = deflate(&stream, Z_FINISH);
  zipped.resize(stream.total_out);
  deflateEnd(&stream);
  if (result != Z_STREAM_END) throw std::runtime_error("zlib could not compress a body");
  return zipped;
}

}  // namespace enact::web
