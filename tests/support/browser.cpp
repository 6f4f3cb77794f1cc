// SPDX-License-Identifier: Apache-2.0
#include "support/browser.h"

#include <gtest/gtest.h>

#include "app/form_token.h"
#include "base/text.h"
#include "identity/session.h"

namespace enact::support {
namespace {

std::string encoded(const FormFields& fields) {
  std::string text;
  for (const auto& [name, value] : fields) {
    if (!text.empty()) text += '&';
    text += base::url_encode(name) + '=' + base::url_encode(value);
  }
  return text;
}

web::Request request_for(web::Method method, const std::string& target) {
  web::Request request;
  request.method = method;
  const auto question = target.find('?');
  request.path = base::url_decode(target.substr(0, question));
  if (question != std::string::npos) request.query = target.substr(question + 1);
  request.remote_address = "127.0.0.1";
  request.id = "test";
  request.headers = {{"host", "enact.test"}, {"user-agent", "Firefox on Linux"}};
  return request;
}

}  // namespace

void Browser::sign_in_as(const std::string& user_id) {
  auto& services = program_.services();
  const auto secret = services.db.write([&](store::Writer& writer) {
    return services.sessions.begin(writer, user_id, "Firefox on Linux", services.clock.now());
  });
  cookies_[std::string(identity::session_cookie_name(false))] = secret;
  const auto viewer = services.sessions.find(secret, services.clock.now());
  token_ = viewer ? app::masked_token(viewer->csrf) : "";
}

web::Response Browser::send(web::Request request) {
  std::string cookie;
  for (const auto& [name, value] : cookies_)
    cookie += (cookie.empty() ? "" : "; ") + name + "=" + value;
  if (!cookie.empty()) request.headers.emplace_back("cookie", cookie);
  auto response = program_.dispatcher().answer(request);
  for (const auto& [name, value] : response.headers) {
    if (base::lower(name) != "set-cookie") continue;
    const auto pair = value.substr(0, value.find(';'));
    const auto equals = pair.find('=');
    const bool ended = value.find("Max-Age=0") != std::string::npos;
    if (ended)
      cookies_.erase(pair.substr(0, equals));
    else
      cookies_[pair.substr(0, equals)] = pair.substr(equals + 1);
  }
  const auto session = cookies_.find(std::string(identity::session_cookie_name(false)));
  const auto viewer =
      session == cookies_.end()
          ? std::nullopt
          : program_.services().sessions.find(session->second, program_.services().clock.now());
  token_ = viewer ? app::masked_token(viewer->csrf) : "";
  return response;
}

web::Response Browser::get(const std::string& target, const FormFields& headers) {
  auto request = request_for(web::Method::get, target);
  for (const auto& header : headers) request.headers.push_back(header);
  return send(std::move(request));
}

web::Response Browser::post_without_token(const std::string& target, const FormFields& fields) {
  auto request = request_for(web::Method::post, target);
  request.headers.emplace_back("content-type", "application/x-www-form-urlencoded");
  request.body = encoded(fields);
  return send(std::move(request));
}

web::Response Browser::post(const std::string& target, const FormFields& fields) {
  auto with_token = fields;
  with_token.emplace_back("csrf", token_);
  return post_without_token(target, with_token);
}

web::Response Browser::upload(const std::string& target,
                              const FormFields& fields,
                              const std::string& field,
                              const std::string& file_name,
                              const std::string& content) {
  const std::string boundary = "----test-boundary";
  auto all = fields;
  all.emplace_back("csrf", token_);
  std::string body;
  for (const auto& [name, value] : all)
    body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" +
            value + "\r\n";
  body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field +
          "\"; filename=\"" + file_name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" +
          content + "\r\n--" + boundary + "--\r\n";
  auto request = request_for(web::Method::post, target);
  request.headers.emplace_back("content-type", "multipart/form-data; boundary=" + boundary);
  request.body = std::move(body);
  return send(std::move(request));
}

web::Response Browser::post_and_follow(const std::string& target, const FormFields& fields) {
  const auto response = post(target, fields);
  EXPECT_EQ(response.status, 303) << target << ": " << body_of(response);
  return get(header_of(response, "Location"));
}

const std::string& body_of(const web::Response& response) {
  return response.kept ? response.kept->plain : response.body;
}

std::string header_of(const web::Response& response, const std::string& name) {
  for (const auto& [key, value] : response.headers)
    if (base::lower(key) == base::lower(name)) return value;
  return {};
}

}  // namespace enact::support
