// SPDX-License-Identifier: Apache-2.0
#include "identity/second_factor.h"

#include "base/digest.h"
#include "base/text.h"
#include "identity/queries.h"
#include "identity/sealed.h"
#include "identity/totp.h"
#include "identity/users.h"

namespace enact::identity {
namespace {

constexpr std::string_view kPurpose = "totp";  // never change: in sealed secrets
// 120 bits: too many to try, so that a plain digest keeps them (OWASP ASVS 6.5.2).
constexpr std::size_t kCodeBytes = 15;

std::string digest_of(const Signer& signer, const User& user, std::string_view code) {
  std::string plain;
  for (const char c : base::lower(code))
    if (c != '-' && c != ' ') plain += c;
  return signer.derive("recovery-code", user.id + " " + plain);
}

std::string new_code() {
  auto code = base::lower(in_groups(base32(base::random_bytes(kCodeBytes))));
  return base::replace_all(std::move(code), " ", "-");
}

}  // namespace

base::Result<std::vector<std::string>> turn_on_second_factor(store::Writer& writer,
                                                             const Signer& signer,
                                                             const User& user,
                                                             std::string_view secret,
                                                             std::string_view code,
                                                             const Event& by) {
  const auto step = matching_step(secret, code, by.at, 0);
  if (!step)
    return base::invalid("code",
                         "This is not the code of this moment. Type the six digits that the app "
                         "shows now, and check that the clock of your telephone is right.");
  writer.run(
      sql::set_totp_secret,
      {{"id", user.id}, {"totp_secret", seal(signer, kPurpose, user.id, secret)}, {"step", *step}});
  record(writer, about(user, "identity.second_factor.turned_on", by));
  return new_recovery_codes(writer, signer, user, by);
}

base::Result<void> turn_off_second_factor(store::Writer& writer,
                                          const User& user,
                                          const Event& by) {
  if (writer.run(sql::clear_totp_secret, {{"id", user.id}}) == 0)
    return base::conflict("Codes are off already for this account.");
  writer.run(sql::drop_recovery_codes, {{"user_id", user.id}});
  record(writer, about(user, "identity.second_factor.turned_off", by));
  return {};
}

std::vector<std::string> new_recovery_codes(store::Writer& writer,
                                            const Signer& signer,
                                            const User& user,
                                            const Event& by) {
  writer.run(sql::drop_recovery_codes, {{"user_id", user.id}});
  std::vector<std::string> codes;
  for (int i = 0; i < kRecoveryCodes; ++i) {
    codes.push_back(new_code());
    writer.run(sql::add_recovery_code, {{"digest", digest_of(signer, user, codes.back())},
                                        {"user_id", user.id},
                                        {"made_at", by.at.iso()}});
  }
  record(writer, about(user, "identity.recovery_codes.made", by));
  return codes;
}

int unused_recovery_codes(store::Reader& reader, std::string_view user_id) {
  const auto row = reader.one(sql::count_recovery_codes, {{"user_id", user_id}});
  return static_cast<int>(row->integer("unused"));
}

base::Result<void> use_second_factor(store::Writer& writer,
                                     const Signer& signer,
                                     const User& user,
                                     std::string_view code,
                                     const Event& by) {
  const auto known = credentials_of(writer, user.id);
  const auto secret = known ? unseal(signer, kPurpose, user.id, known->totp_secret) : std::nullopt;
  if (secret) {
    const auto step = matching_step(*secret, code, by.at, known->totp_last_step);
    if (step && writer.run(sql::use_totp_step, {{"id", user.id}, {"step", *step}}) == 1) return {};
  }
  const auto used = writer.run(
      sql::use_recovery_code,
      {{"digest", digest_of(signer, user, code)}, {"user_id", user.id}, {"used_at", by.at.iso()}});
  if (used == 0)
    return base::invalid("code",
                         "This code does not open the account. Wait for the app's next one, or use "
                         "one of your recovery codes.");
  auto event = about(user, "identity.recovery_code.used", by);
  event.after.set("left", unused_recovery_codes(writer, user.id));
  record(writer, event);
  return {};
}

}  // namespace enact::identity
