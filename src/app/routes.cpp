// SPDX-License-Identifier: Apache-2.0
#include "app/routes.h"

#include "app/form_token.h"
#include "base/text.h"
#include "identity/role.h"
#include "identity/session.h"

namespace enact::app {
namespace {

using web::Method;
using web::Needs;

// Who asks. A role at an ecosystem is at that ecosystem; for one at a part of it, such as a
// program, the ecosystem is looked up now, since organizations move.
identity::Viewer viewer_of(const web::Request& request, Services& services) {
  const auto secret = request.cookie(identity::session_cookie_name(services.config.is_secure()));
  if (secret.empty()) return {};
  auto viewer = services.sessions.find(std::string(secret), services.clock.now());
  if (!viewer) return {};
  for (auto& grant : viewer->grants)
    if (grant.org != grant.workspace)
      grant.workspace = services.db.read(
          [&](store::Reader& reader) { return services.workspace_of(reader, grant.org); });
  return *viewer;
}

// A form of a signed-in person carries a word that another site cannot know (OWASP ASVS 3.5.1).
bool carries_own_word(const web::Request& request, const identity::Viewer& viewer) {
  if (!viewer.is_signed_in()) return true;  // the origin was checked before; nothing to ride on
  return request.form && is_token(request.form->raw("csrf"), viewer.csrf);
}

base::Failure refusal(const Visit& visit) {
  if (!visit.viewer.is_signed_in()) return base::forbidden("Please sign in to see this page.");
  return base::forbidden(
      "Your account does not open this page. Ask the lead of the ecosystem, or the hub, if it "
      "should.");
}

base::Result<web::Response> sign_in_first(const Visit& visit) {
  if (visit.request.method != Method::get || !visit.request.format.empty()) return refusal(visit);
  return web::redirect("/sign-in?next=" + base::url_encode(visit.request.target()));
}

}  // namespace

void Routes::add(Method method,
                 std::string pattern,
                 Needs needs,
                 Scope scope,
                 Handler handler,
                 RouteOptions options) {
  auto& services = services_;
  router_.add({.method = method,
               .pattern = std::move(pattern),
               .needs = needs,
               .scope = scope.name,
               .formats = std::move(options.formats),
               .body_limit = options.body_limit,
               .handler = [&services, needs, scope, handler = std::move(handler),
                           method](web::Request& request) -> base::Result<web::Response> {
                 Visit visit{.request = request,
                             .services = services,
                             .viewer = viewer_of(request, services),
                             .network = services.network_name(),
                             .scope = {}};
                 if (needs > Needs::nothing && !visit.viewer.is_signed_in())
                   return sign_in_first(visit);
                 if (scope.find) {
                   auto org = scope.find(visit);
                   if (!org) return tl::unexpected(org.error());
                   visit.scope = *org;
                 }
                 if (!identity::meets(visit.viewer, needs, visit.scope)) return refusal(visit);
                 if (method == Method::post && !carries_own_word(request, visit.viewer))
                   return base::forbidden(
                       "This form was opened before you signed in or in another session. Go back, "
                       "reload the page and send it again; your browser keeps what you typed.");
                 return handler(visit);
               }});
}

void Routes::get(std::string pattern, Needs needs, Handler handler, RouteOptions options) {
  add(Method::get, std::move(pattern), needs, {}, std::move(handler), std::move(options));
}

void Routes::get(
    std::string pattern, Needs needs, Scope scope, Handler handler, RouteOptions options) {
  add(Method::get, std::move(pattern), needs, std::move(scope), std::move(handler),
      std::move(options));
}

void Routes::post(std::string pattern, Needs needs, Handler handler, RouteOptions options) {
  add(Method::post, std::move(pattern), needs, {}, std::move(handler), std::move(options));
}

void Routes::post(
    std::string pattern, Needs needs, Scope scope, Handler handler, RouteOptions options) {
  add(Method::post, std::move(pattern), needs, std::move(scope), std::move(handler),
      std::move(options));
}

}  // namespace enact::app
