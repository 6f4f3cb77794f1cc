// SPDX-License-Identifier: Apache-2.0
#include <chrono>

#include "accounts/common.h"
#include "accounts/mails.h"
#include "base/text.h"
#include "identity/qr.h"
#include "identity/second_factor.h"
#include "identity/totp.h"

namespace enact::accounts {
namespace {

using web::Needs;
using Answer = base::Result<web::Response>;

const std::vector<std::string> kFields{"code", "current_password"};
constexpr std::chrono::minutes kSetUpLife{30};

// Until a code shows that the app holds it, the secret travels in the form, signed for this user:
// the person sees it anyway, and nothing half done stays in the database.
std::string purpose_for(const identity::User& user) {
  return "two-factor " + user.id;
}

identity::User own_account(const app::Visit& visit) {
  return visit.services.db.read(
      [&](store::Reader& reader) { return accounts::own_account(reader, visit); });
}

base::Result<void> prove(const app::Visit& visit, const identity::User& user) {
  return sign_in(visit).prove_again(user, visit.viewer.session_id,
                                    visit.form().raw("current_password"), door(visit));
}

web::Response status_page(const app::Visit& visit,
                          const identity::User& user,
                          const base::Error* error = nullptr) {
  web::View view;
  view.set("codes_left", visit.services.db.read([&](store::Reader& reader) {
        return identity::unused_recovery_codes(reader, user.id);
      }))
      .set("has_password", user.has_password);
  app::show_faults(view, kFields, error);
  return show(visit, "two_factor.html", std::move(view),
              {.title = "Codes at sign-in",
               .status = error != nullptr ? status_for(*error) : 200,
               .section = "account"});
}

web::Response set_up_page(const app::Visit& visit,
                          const identity::User& user,
                          const std::string& secret,
                          const base::Error* error = nullptr) {
  const auto address = identity::totp_address(visit.network, user.email, secret);
  web::View view;
  view.set("qr", identity::qr_svg(address, "QR code with the secret that stands beside it"))
      .set("secret", identity::in_groups(secret))
      .set("address", address)
      .set("token", visit.services.signer.sign(purpose_for(user), secret, visit.now() + kSetUpLife))
      .set("has_password", user.has_password);
  app::show_faults(view, kFields, error);
  return show(visit, "two_factor_set_up.html", std::move(view),
              {.title = "Set up codes at sign-in",
               .status = error != nullptr ? status_for(*error) : 200,
               .section = "account"});
}

web::Response codes_page(const app::Visit& visit, const std::vector<std::string>& codes) {
  std::vector<web::View> views;
  for (const auto& code : codes) {
    web::View view;
    view.set("code", code);
    views.push_back(std::move(view));
  }
  web::View view;
  view.set("codes", std::move(views));
  return show(visit, "recovery_codes.html", std::move(view),
              {.title = "Your recovery codes", .section = "account"});
}

// GET /account/two-factor
Answer show_two_factor(app::Visit& visit) {
  const auto user = own_account(visit);
  if (user.has_second_factor) return status_page(visit, user);
  return set_up_page(visit, user, identity::new_totp_secret());
}

// POST /account/two-factor
Answer turn_on(app::Visit& visit) {
  const auto user = own_account(visit);
  if (user.has_second_factor) return web::redirect("/account/two-factor");
  const auto secret =
      visit.services.signer.verify(purpose_for(user), visit.form().raw("token"), visit.now());
  if (!secret) {
    const base::Error error{.kind = base::Error::Kind::conflict,
                            .field = {},
                            .message = "That took too long. Here is a new code to scan.",
                            .faults = {}};
    return set_up_page(visit, user, identity::new_totp_secret(), &error);
  }
  if (const auto proven = prove(visit, user); !proven)
    return set_up_page(visit, user, *secret, &proven.error());
  const Mails mails(visit);
  const auto codes =
      visit.services.db.write([&](store::Writer& writer) -> base::Result<std::vector<std::string>> {
        auto made = identity::turn_on_second_factor(writer, visit.services.signer, user, *secret,
                                                    visit.form().text("code"), visit.event());
        if (made)
          mails.warning(writer, user,
                        "Signing in to your account now takes a code from your telephone too.");
        return made;
      });
  if (!codes) return set_up_page(visit, user, *secret, &codes.error());
  return codes_page(visit, *codes);
}

// POST /account/two-factor/off
Answer turn_off(app::Visit& visit) {
  const auto user = own_account(visit);
  if (!user.has_second_factor) return web::redirect("/account/two-factor");
  if (const auto proven = prove(visit, user); !proven)
    return status_page(visit, user, &proven.error());
  const Mails mails(visit);
  const auto off = visit.services.db.write([&](store::Writer& writer) -> base::Result<void> {
    auto done = identity::turn_off_second_factor(writer, user, visit.event());
    if (done)
      mails.warning(writer, user,
                    "Signing in to your account no longer takes a code from your telephone.");
    return done;
  });
  if (!off) return tl::unexpected(off.error());
  return app::redirect_with_notice(visit, "/account", "Codes at sign-in are off.");
}

// POST /account/two-factor/recovery-codes
Answer make_recovery_codes(app::Visit& visit) {
  const auto user = own_account(visit);
  if (!user.has_second_factor) return web::redirect("/account/two-factor");
  if (const auto proven = prove(visit, user); !proven)
    return status_page(visit, user, &proven.error());
  return codes_page(visit, visit.services.db.write([&](store::Writer& writer) {
    return identity::new_recovery_codes(writer, visit.services.signer, user, visit.event());
  }));
}

}  // namespace

void two_factor_routes(app::Routes& routes) {
  routes.get("/account/two-factor", Needs::signed_in, show_two_factor);
  routes.post("/account/two-factor", Needs::signed_in, turn_on);
  routes.post("/account/two-factor/off", Needs::signed_in, turn_off);
  routes.post("/account/two-factor/recovery-codes", Needs::signed_in, make_recovery_codes);
}

}  // namespace enact::accounts
