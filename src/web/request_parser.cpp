// SPDX-License-Identifier: Apache-2.0
#include "web/request_parser.h"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>
#include <utility>

#include "base/text.h"
#include "web/http_text.h"

namespace enact::web {
namespace {

namespace beast = boost::beast;
namespace http = beast::http;

// A method is at most this long, so that garbage without a space is refused early.
constexpr std::size_t kMethodBytes = 32;
// Beast asserts that the last chunk's header is never shown to it in fewer bytes. A chunked body
// always ends with these many ("0", two line ends), so waiting for them cannot stall.
constexpr std::size_t kLastChunkBytes = 5;

bool is_token_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digits(std::string_view text) {
  return !text.empty() && text.size() <= 18 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "HTTP/2.0" and such: understood, but not spoken.
bool names_other_version(std::string_view request_line) {
  const auto at = request_line.rfind(" HTTP/");
  return at != std::string_view::npos && request_line.size() == at + 9 &&
         at == request_line.find(' ', request_line.find(' ') + 1) &&
         is_digits(request_line.substr(at + 6, 1)) && request_line[at + 7] == '.' &&
         is_digits(request_line.substr(at + 8, 1));
}

}  // namespace

// Beast splits the header into fields and decodes chunks; the limits, and what may be ambiguous to
// a proxy in front, are checked here. Beast's own header limit counts each call anew, so the
// header is collected whole, with one limit on its sum, before Beast sees any of it.
class RequestParser::Beast final : public http::basic_parser<true> {
 public:
  explicit Beast(Limits limits) : limits_(limits) {
    header_limit(static_cast<std::uint32_t>(limits.header_bytes));
    body_limit(boost::none);
  }

  std::size_t feed_header(std::string_view bytes) {
    std::size_t skipped = 0;
    // Some clients send a stray line end after a body (RFC 9112 section 2.2).
    while (scanned_ == 0 && bytes.substr(skipped).starts_with("\r\n")) skipped += 2;
    bytes.remove_prefix(skipped);
    if (bytes.empty() || bytes == "\r") return skipped;
    const auto end = end_of_header(bytes);
    if (end == 0) return skipped;

    beast::error_code error;
    put(boost::asio::const_buffer(bytes.data(), end), error);
    if (error && stage_ != Stage::refused)
      refuse(error == http::error::bad_version && names_other_version(first_line(bytes)) ? 505
                                                                                         : 400);
    if (stage_ != Stage::refused) stage_ = is_done() ? Stage::complete : Stage::header_done;
    return skipped + end;
  }

  std::size_t feed_body(std::string_view bytes) {
    std::size_t consumed = 0;
    while (stage_ == Stage::body && consumed < bytes.size()) {
      const auto rest = bytes.substr(consumed);
      if (chunked() && rest.size() < kLastChunkBytes) break;
      beast::error_code error;
      consumed += put(boost::asio::const_buffer(rest.data(), rest.size()), error);
      if (error == http::error::need_more) {
        // The line of a chunk and its extensions, or the trailers, are headers of a kind.
        if (bytes.size() - consumed > limits_.header_bytes) refuse(431);
        break;
      }
      if (error && stage_ != Stage::refused) refuse(error == http::error::body_limit ? 413 : 400);
      if (is_done() && stage_ == Stage::body) stage_ = Stage::complete;
    }
    return consumed;
  }

  void allow(std::size_t most) {
    stage_ = Stage::body;
    if (const auto length = content_length(); length && *length > most) refuse(413);
    body_limit(most);
  }

  Stage stage() const { return stage_; }
  int status() const { return status_; }
  bool expects_continue() const { return expects_continue_; }
  Request& request() { return request_; }

 private:
  // The length of the header with its empty line, or 0 while there is none.
  std::size_t end_of_header(std::string_view bytes) {
    if (!is_token_start(bytes.front())) return refuse(400), 0;
    for (;;) {
      const auto line_end = bytes.find('\n', scanned_);
      const bool found = line_end != std::string_view::npos;
      const bool in_first_line = line_start_ == 0;
      if (in_first_line && !check_first_line(bytes.substr(0, line_end))) return 0;
      if ((found ? line_end + 1 : bytes.size()) > limits_.header_bytes)
        return refuse(in_first_line ? 414 : 431), 0;
      if (!found) {
        scanned_ = bytes.size();
        return 0;
      }
      // A bare line feed is where two readers of the same bytes part ways.
      if (line_end == 0 || bytes[line_end - 1] != '\r') return refuse(400), 0;
      if (line_end - 1 == line_start_) return line_end + 1;
      scanned_ = line_start_ = line_end + 1;
    }
  }

  bool check_first_line(std::string_view line) {
    const auto space = line.find(' ');
    if (std::min(space, line.size()) > kMethodBytes) return refuse(400), false;
    if (space == std::string_view::npos) return true;
    const auto target = line.substr(space + 1, line.find(' ', space + 1) - space - 1);
    if (target.size() > limits_.target_bytes) return refuse(414), false;
    return true;
  }

  static std::string_view first_line(std::string_view bytes) {
    return bytes.substr(0, bytes.find("\r\n"));
  }

  void refuse(int status) {
    status_ = status;
    stage_ = Stage::refused;
  }

  void refuse(int status, beast::error_code& error) {
    refuse(status);
    error = http::error::bad_value;
  }

  void on_request_impl(http::verb verb,
                       beast::string_view,
                       beast::string_view target,
                       int version,
                       beast::error_code& error) override {
    version_ = version;
    switch (verb) {
      case http::verb::get:
        request_.method = Method::get;
        break;
      case http::verb::head:
        request_.method = Method::head;
        break;
      case http::verb::post:
        request_.method = Method::post;
        break;
      case http::verb::put:
      case http::verb::patch:
      case http::verb::delete_:
      case http::verb::options:
        request_.method = Method::other;
        break;
      default:
        return refuse(501, error);  // TRACE and CONNECT among them
    }
    auto parsed = web::parse_target({target.data(), target.size()});
    if (!parsed) return refuse(400, error);
    request_.path = std::move(parsed->path);
    request_.query = std::move(parsed->query);
    authority_ = std::move(parsed->authority);
  }

  void on_field_impl(http::field field,
                     beast::string_view name,
                     beast::string_view text,
                     beast::error_code& error) override {
    if (header_done_) return;  // trailers are read and dropped (RFC 9110 section 6.5.1)
    if (request_.headers.size() >= kMostHeaders) return refuse(431, error);
    const std::string_view value(text.data(), text.size());
    switch (field) {
      case http::field::host:
        if (++hosts_ > 1 || !is_host(value)) return refuse(400, error);
        break;
      case http::field::content_length:
        if (!is_digits(value)) return refuse(400, error);
        break;
      case http::field::transfer_encoding:
        // HTTP/1.0 knows none: a proxy of that version would pass the body on as a new request.
        if (version_ < 11) return refuse(400, error);
        if (!equal_ignoring_case(value, "chunked")) return refuse(501, error);
        break;
      case http::field::expect:
        if (!equal_ignoring_case(value, "100-continue")) return refuse(417, error);
        expects_continue_ = version_ >= 11;
        break;
      default:
        break;
    }
    request_.headers.emplace_back(base::lower({name.data(), name.size()}), value);
  }

  void on_header_impl(beast::error_code& error) override {
    header_done_ = true;
    if (version_ >= 11 && hosts_ != 1) return refuse(400, error);
    if (authority_.empty()) return;
    for (auto& [name, value] : request_.headers)
      if (name == "host") value = authority_;  // RFC 9112 section 3.2.2
  }

  // Nothing is reserved for a length that was only announced.
  void on_body_init_impl(const boost::optional<std::uint64_t>&, beast::error_code&) override {}

  std::size_t on_body_impl(beast::string_view part, beast::error_code&) override {
    request_.body.append(part.data(), part.size());
    return part.size();
  }

  void on_chunk_header_impl(std::uint64_t, beast::string_view, beast::error_code&) override {}

  std::size_t on_chunk_body_impl(std::uint64_t,
                                 beast::string_view part,
                                 beast::error_code&) override {
    request_.body.append(part.data(), part.size());
    return part.size();
  }

  void on_finish_impl(beast::error_code&) override {}
  void on_response_impl(int, beast::string_view, int, beast::error_code&) override {}

  const Limits limits_;
  Stage stage_ = Stage::header;
  int status_ = 0;
  int version_ = 11;
  int hosts_ = 0;
  bool expects_continue_ = false;
  bool header_done_ = false;
  std::size_t scanned_ = 0;     // where the search for the header's end goes on
  std::size_t line_start_ = 0;  // of the line that the search is in
  std::string authority_;
  Request request_;
};

RequestParser::RequestParser(Limits limits) : beast_(std::make_unique<Beast>(limits)) {}
RequestParser::~RequestParser() = default;
RequestParser::RequestParser(RequestParser&&) noexcept = default;
RequestParser& RequestParser::operator=(RequestParser&&) noexcept = default;

std::size_t RequestParser::feed(std::string_view bytes) {
  if (stage() == Stage::header) return beast_->feed_header(bytes);
  if (stage() == Stage::body) return beast_->feed_body(bytes);
  return 0;
}

void RequestParser::allow_body(std::size_t most) {
  if (stage() == Stage::header_done) beast_->allow(most);
}

RequestParser::Stage RequestParser::stage() const {
  return beast_->stage();
}

int RequestParser::status() const {
  return beast_->status();
}

const Request& RequestParser::request() const {
  return beast_->request();
}

bool RequestParser::keep_alive() const {
  return beast_->keep_alive();
}

bool RequestParser::expects_continue() const {
  return beast_->expects_continue();
}

Request RequestParser::take() {
  return std::move(beast_->request());
}

}  // namespace enact::web
