// SPDX-License-Identifier: Apache-2.0
#include "identity/signer.h"

#include <fmt/format.h>

#include <chrono>

#include "base/digest.h"
#include "base/text.h"
#include "identity/queries.h"

namespace enact::identity {
namespace {

constexpr std::string_view kSecretName = "signer";

long long seconds(base::Instant at) {
  return std::chrono::floor<std::chrono::seconds>(at.point()).time_since_epoch().count();
}

// Never change: in links that were sent.
std::string mac_of(const std::string& secret,
                   std::string_view purpose,
                   std::string_view payload,
                   std::string_view until) {
  return base::hmac(secret,
                    fmt::format("token {} {} {} {}", purpose.size(), purpose, payload, until));
}

std::optional<std::string> stored_secret(store::Reader& reader) {
  const auto row = reader.one(sql::find_secret, {{"name", kSecretName}});
  if (!row) return std::nullopt;
  return row->text("secret");
}

base::Failure not_ours() {
  return base::not_found(
      "This link is not complete, or was not made here. Copy the whole of it from the message.");
}

}  // namespace

Signer Signer::load(store::Database& database) {
  const auto read_it = [](store::Reader& reader) { return stored_secret(reader); };
  if (const auto known = database.read(read_it)) return Signer(*known);
  const auto fresh = base::random_token() + base::random_token();
  return Signer(database.write([&](store::Writer& writer) {
    writer.run(sql::add_secret, {{"name", kSecretName}, {"secret", fresh}});
    // Another process may have been first.
    return stored_secret(writer).value_or(fresh);
  }));
}

std::string Signer::sign(std::string_view purpose,
                         std::string_view payload,
                         base::Instant until) const {
  const auto encoded = base::base64url(payload);
  const auto end = std::to_string(seconds(until));
  return fmt::format("{}.{}.{}", encoded, end, mac_of(secret_, purpose, encoded, end));
}

base::Result<std::string> Signer::verify(std::string_view purpose,
                                         std::string_view token,
                                         base::Instant now) const {
  const auto parts = base::split(token, '.');
  if (parts.size() != 3) return not_ours();
  if (!base::equal_in_constant_time(parts[2], mac_of(secret_, purpose, parts[0], parts[1])))
    return not_ours();
  const auto until = base::to_integer(parts[1]);
  if (!until) return not_ours();
  if (*until < seconds(now))
    return base::not_found("This link has run out. Ask for a new one where you got it.");
  return base::from_base64url(parts[0]);
}

std::string Signer::derive(std::string_view purpose, std::string_view text) const {
  return base::hmac(secret_, fmt::format("derive {} {} {}", purpose.size(), purpose, text));
}

base::Result<void> use_once(store::Writer& writer, std::string_view token, base::Instant now) {
  const auto used =
      writer.run(sql::use_token, {{"digest", base::sha256_hex(token)}, {"used_at", now.iso()}});
  if (used == 0) return base::conflict("This link was used before, and works only once.");
  return {};
}

}  // namespace enact::identity
