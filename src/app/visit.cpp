// SPDX-License-Identifier: Apache-2.0
#include "app/visit.h"

#include <algorithm>

#include "app/form_token.h"
#include "app/frame.h"
#include "base/text.h"
#include "identity/session.h"
#include "web/delivery.h"

namespace enact::app {

const web::Form& Visit::form() const {
  static const web::Form none;
  return request.form ? *request.form : none;
}

identity::Event Visit::event() const {
  identity::Event event;
  event.actor = viewer.user_id;
  event.actor_name = viewer.name;
  event.org = scope;
  event.at = now();
  return event;
}

web::Response page(const Visit& visit,
                   std::string_view room,
                   std::string_view template_name,
                   web::View view,
                   PageOptions options) {
  view.set("csrf", masked_token(visit.viewer.csrf));
  const auto content = visit.services.templates.render(room, template_name, view);
  auto response = web::html(framed(visit, content, options), options.status);
  const bool is_public = !visit.viewer.is_signed_in() && options.status == 200 &&
                         visit.request.cookie("notice").empty();
  response.caching = is_public ? web::Caching::revalidate : web::Caching::none;
  if (!visit.request.cookie("notice").empty())
    response.header("Set-Cookie", "notice=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly");
  return response;
}

base::Result<web::Response> show(const Visit& visit,
                                 std::string_view room,
                                 base::Result<Filled> filled) {
  if (!filled) return tl::unexpected(filled.error());
  return page(visit, room, filled->template_name, std::move(filled->view),
              std::move(filled->options));
}

web::Response keep_secret(web::Response response) {
  response.caching = web::Caching::none;
  response.header("X-Robots-Tag", "noindex");
  response.header("Referrer-Policy", "no-referrer");
  response.header("Content-Encoding", "identity");  // see web/delivery.cpp on secrets in pages
  return response;
}

web::Response redirect_with_notice(const Visit& visit,
                                   std::string_view to,
                                   std::string_view notice) {
  auto response = web::redirect(to);
  const std::string secure = visit.services.config.is_secure() ? "; Secure" : "";
  response.header("Set-Cookie", "notice=" + base::url_encode(notice) +
                                    "; Path=/; Max-Age=60; SameSite=Lax; HttpOnly" + secure);
  return response;
}

void show_faults(web::View& view,
                 const std::vector<std::string>& fields,
                 const base::Error* error) {
  auto faults = error != nullptr ? error->faults : std::vector<base::Fault>{};
  if (error != nullptr && faults.empty())
    faults.push_back({.field = error->field, .message = error->message, .file = {}});

  std::vector<web::View> list;
  for (const auto& fault : faults) {
    const bool has_field = std::find(fields.begin(), fields.end(), fault.field) != fields.end();
    web::View item;
    const auto where = fault.line > 0 ? "Line " + std::to_string(fault.line) + ": " : std::string();
    item.set("message", where + fault.message)
        .set("field", fault.field)
        .set("has_field", has_field);
    list.push_back(std::move(item));
  }
  view.set_list("errors", std::move(list));
  for (const auto& field : fields) {
    const auto found = std::find_if(faults.begin(), faults.end(),
                                    [&](const base::Fault& f) { return f.field == field; });
    view.set_maybe(field + "_error", found != faults.end() ? found->message : "");
  }
}

int status_of(const base::Error& error) {
  return error.kind == base::Error::Kind::conflict ? 409 : 422;
}

}  // namespace enact::app
