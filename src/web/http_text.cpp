// SPDX-License-Identifier: Apache-2.0
#include "web/http_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.h"

namespace enact::web {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  c = lower(c);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// C0, DEL, and C1 in its two UTF-8 bytes.
bool holds_control(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<std::uint8_t>(text[i]);
    if (byte < 0x20 || byte == 0x7f) return true;
    if (byte == 0xC2 && i + 1 < text.size() && static_cast<std::uint8_t>(text[i + 1]) < 0xA0)
      return true;
  }
  return false;
}

std::optional<std::string> decode_path(std::string_view raw) {
  std::string path;
  path.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] != '%') {
      path += raw[i];
      continue;
    }
    if (i + 2 >= raw.size()) return std::nullopt;
    const int high = hex_value(raw[i + 1]), low = hex_value(raw[i + 2]);
    if (high < 0 || low < 0) return std::nullopt;
    const char c = static_cast<char>(high * 16 + low);
    if (c == '/') return std::nullopt;
    path += c;
    i += 2;
  }
  return path;
}

bool has_dot_segment(std::string_view path) {
  if (path.find("/.") == std::string_view::npos) return false;
  const auto segments = base::split(path, '/');
  return std::any_of(segments.begin(), segments.end(),
                     [](std::string_view segment) { return segment == "." || segment == ".."; });
}

bool is_sound_query(std::string_view query) {
  if (query.empty()) return true;
  const auto decoded = base::url_decode(query, base::Plus::space);
  return !base::invalid_utf8(decoded) && decoded.find('\0') == std::string::npos;
}

bool has_body(int status) {
  return status != 204 && status != 304;
}

std::string_view full_body(const Response& response) {
  if (!response.kept) return response.body;
  const auto zipped =
      std::any_of(response.headers.begin(), response.headers.end(), [](const auto& header) {
        return equal_ignoring_case(header.first, "content-encoding") && header.second == "gzip";
      });
  return zipped ? response.kept->gzip : response.kept->plain;
}

bool is_written_by_server(std::string_view name) {
  constexpr std::array<std::string_view, 7> kNames{
      "date",       "content-length", "connection",   "transfer-encoding",
      "keep-alive", "server",         "x-request-id",
  };
  return std::any_of(kNames.begin(), kNames.end(),
                     [&](std::string_view own) { return equal_ignoring_case(name, own); });
}

bool holds_line_end(std::string_view text) {
  return text.find_first_of(std::string_view("\r\n\0", 3)) != std::string_view::npos;
}

}  // namespace

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                            [](char x, char y) { return lower(x) == lower(y); });
}

std::optional<Target> parse_target(std::string_view raw) {
  Target target;
  if (raw.find('#') != std::string_view::npos) return std::nullopt;
  if (!raw.starts_with('/')) {
    const auto scheme = raw.find("://");
    if (scheme == std::string_view::npos || !(equal_ignoring_case(raw.substr(0, scheme), "http") ||
                                              equal_ignoring_case(raw.substr(0, scheme), "https")))
      return std::nullopt;
    raw.remove_prefix(scheme + 3);
    const auto end = std::min(raw.find_first_of("/?"), raw.size());
    target.authority = raw.substr(0, end);
    raw.remove_prefix(end);
    if (!is_host(target.authority)) return std::nullopt;
  }
  if (const auto mark = raw.find('?'); mark != std::string_view::npos) {
    target.query = raw.substr(mark + 1);
    raw = raw.substr(0, mark);
  }
  auto path = decode_path(raw.empty() ? "/" : raw);
  if (!path || holds_control(*path) || base::invalid_utf8(*path) || has_dot_segment(*path) ||
      !is_sound_query(target.query))
    return std::nullopt;
  target.path = std::move(*path);
  return target;
}

bool is_host(std::string_view text) {
  return !text.empty() && text.size() <= 255 && std::all_of(text.begin(), text.end(), [](char c) {
    return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
           c == '_' || c == ':' || c == '[' || c == ']';
  });
}

std::string http_date(std::chrono::sys_seconds at) {
  constexpr std::array<std::string_view, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(at - day);
  return fmt::format(
      "{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", kDays[std::chrono::weekday(day).c_encoding()],
      static_cast<unsigned>(date.day()), kMonths[static_cast<unsigned>(date.month()) - 1],
      static_cast<int>(date.year()), time.hours().count(), time.minutes().count(),
      time.seconds().count());
}

std::string_view reason_phrase(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 202:
      return "Accepted";
    case 204:
      return "No Content";
    case 206:
      return "Partial Content";
    case 301:
      return "Moved Permanently";
    case 302:
      return "Found";
    case 303:
      return "See Other";
    case 304:
      return "Not Modified";
    case 307:
      return "Temporary Redirect";
    case 308:
      return "Permanent Redirect";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 406:
      return "Not Acceptable";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 410:
      return "Gone";
    case 411:
      return "Length Required";
    case 412:
      return "Precondition Failed";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 415:
      return "Unsupported Media Type";
    case 417:
      return "Expectation Failed";
    case 422:
      return "Unprocessable Content";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 501:
      return "Not Implemented";
    case 502:
      return "Bad Gateway";
    case 503:
      return "Service Unavailable";
    case 504:
      return "Gateway Timeout";
    case 505:
      return "HTTP Version Not Supported";
    default:
      return "Status";
  }
}

Response refusal(int status) {
  Response response;
  response.status = status;
  response.type = "text/plain; charset=utf-8";
  switch (status) {
    case 408:
      response.body = "The request took too long to arrive.\n";
      break;
    case 413:
      response.body = "That is more than this page takes.\n";
      break;
    case 414:
      response.body = "The address is too long.\n";
      break;
    case 417:
      response.body = "The server cannot meet the expectation.\n";
      break;
    case 431:
      response.body = "The request's headers are too large.\n";
      break;
    case 500:
      response.body = "Something went wrong on our side.\n";
      break;
    case 501:
      response.body = "The server does not know this method or coding.\n";
      break;
    case 503:
      response.body = "The server is busy. Try again in a moment.\n";
      break;
    case 505:
      response.body = "The server speaks HTTP/1.0 and HTTP/1.1.\n";
      break;
    default:
      response.body = "The server could not understand the request.\n";
  }
  if (status == 503) response.header("Retry-After", "2");
  return response;
}

std::string response_head(const Response& response, const HeadFacts& facts) {
  const int status = response.status;
  std::string head;
  head.reserve(512);
  head.append("HTTP/1.1 ").append(fmt::format_int(status).c_str()).append(" ");
  head.append(reason_phrase(status)).append("\r\nDate: ").append(facts.date);
  head.append(facts.keep_alive ? "\r\nConnection: keep-alive" : "\r\nConnection: close");
  head.append("\r\nX-Request-Id: ").append(facts.request_id);
  if (has_body(status) && !response.type.empty() && !holds_line_end(response.type))
    head.append("\r\nContent-Type: ").append(response.type);
  std::string length;
  for (const auto& [name, value] : response.headers) {
    if (facts.method == Method::head && equal_ignoring_case(name, "content-length")) length = value;
    if (is_written_by_server(name) || holds_line_end(name) || holds_line_end(value)) continue;
    head.append("\r\n").append(name).append(": ").append(value);
  }
  if (has_body(status)) {
    if (!base::to_integer(length))
      length = fmt::format_int(response.file ? response.file->size() : full_body(response).size())
                   .c_str();
    head.append("\r\nContent-Length: ").append(length);
  }
  head.append("\r\n\r\n");
  return head;
}

std::string_view response_body(const Response& response, Method method) {
  return method == Method::head || !has_body(response.status) ? std::string_view()
                                                              : full_body(response);
}

}  // namespace enact::web
