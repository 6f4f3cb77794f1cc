// SPDX-License-Identifier: Apache-2.0
#include "web/response.h"

#include <algorithm>

#include "base/text.h"

namespace enact::web {
namespace {

Response of_type(std::string_view type, std::string body, int status) {
  Response response;
  response.status = status;
  response.type = type;
  response.body = std::move(body);
  return response;
}

// A file name for Content-Disposition (RFC 6266): plain letters for everybody, and the exact name
// for those who read the extended form, which is all browsers.
std::string attachment(std::string_view file_name) {
  std::string plain(file_name);
  std::replace_if(
      plain.begin(), plain.end(),
      [](char c) { return c < 0x20 || c > 0x7E || c == '"' || c == '\\' || c == '/' || c == '%'; },
      '_');
  auto value = "attachment; filename=\"" + plain + "\"";
  if (plain != file_name) value += "; filename*=UTF-8''" + base::url_encode(file_name);
  return value;
}

}  // namespace

Response html(std::string body, int status) {
  return of_type("text/html; charset=utf-8", std::move(body), status);
}

Response text(std::string body, int status) {
  return of_type("text/plain; charset=utf-8", std::move(body), status);
}

Response json(std::string body, int status) {
  return of_type("application/json", std::move(body), status);
}

Response csv(std::string body, std::string_view file_name) {
  auto response = of_type("text/csv; charset=utf-8", std::move(body), 200);
  response.header("Content-Disposition", attachment(file_name));
  return response;
}

Response download(BodyFile file, std::string type, std::string_view file_name) {
  Response response;
  response.type = std::move(type);
  response.file = std::move(file);
  response.header("Content-Disposition", attachment(file_name));
  return response;
}

Response redirect(std::string_view to) {
  auto response = of_type("text/plain; charset=utf-8", {}, 303);
  std::string address;
  for (const char c : is_local_address(to) ? to : "/") {
    // Bytes above ASCII and spaces stand for themselves in a template, never in a header.
    if (c > 0x20 && c < 0x7F)
      address += c;
    else
      address += base::url_encode({&c, 1});
  }
  response.header("Location", std::move(address));
  return response;
}

bool is_local_address(std::string_view address) {
  // Browsers read "/\host" as "//host" and drop tabs and line ends before they look.
  return address.starts_with('/') && !address.starts_with("//") &&
         std::none_of(address.begin(), address.end(), [](char c) {
           return (static_cast<unsigned char>(c) < 0x20) || c == 0x7F || c == '\\';
         });
}

}  // namespace enact::web
