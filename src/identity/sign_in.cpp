// SPDX-License-Identifier: Apache-2.0
#include "identity/sign_in.h"

#include <algorithm>
#include <array>

#include "base/digest.h"
#include "base/log.h"
#include "base/text.h"
#include "identity/attempts.h"
#include "identity/password.h"
#include "identity/queries.h"
#include "identity/second_factor.h"
#include "identity/users.h"

namespace enact::identity {
namespace {

constexpr std::string_view kHalfWayPurpose = "second-factor";

std::string_view name_of(Proof proof) {
  return proof == Proof::link ? "link" : "password";
}

Event by_themselves(const User& user, base::Instant now) {
  Event by;
  by.actor = user.id;
  by.actor_name = user.name;
  by.at = now;
  return by;
}

base::Failure wrong_pair() {
  return base::invalid("password",
                       "This e-mail address and password do not go together. Check both, or ask "
                       "for a link by mail instead.");
}

base::Failure over() {
  return base::conflict("That took too long, so please begin again with your e-mail address.");
}

// The half-way token's content: whose it is, how the first step was done, and something that makes
// it another token for another browser in the same second, since each is used once.
std::string half_way_content(const User& user, Proof proof) {
  return std::string(name_of(proof)) + " " + user.id + " " + base::random_token();
}

}  // namespace

base::Result<Entry> SignIn::with_password(std::string_view email,
                                          std::string_view password,
                                          const Door& door) const {
  const auto address = base::lower(base::trim(email));
  const std::array limits{limit_of_account("password", address),
                          limit_of_address("password", door.remote_address)};
  std::optional<User> user;
  std::string hash;
  const auto attempt = database_.write([&](store::Writer& writer) {
    user = find_user_by_email(writer, address);
    hash.clear();
    if (user && !user->is_disabled()) hash = credentials_of(writer, user->id)->password_hash;
    return count_attempt(writer, limits, door.now);
  });
  if (!attempt) return tl::unexpected(attempt.error());

  if (!is_password(password, hash)) {
    base::log_info("sign-in refused", {{"user", user ? user->id : ""}, {"how", "password"}});
    return wrong_pair();
  }
  return database_.write([&](store::Writer& writer) -> base::Result<Entry> {
    forgive(writer, *attempt);
    forgive_all(writer, limits.front());
    return enter(writer, *user, Proof::password, door);
  });
}

base::Result<void> SignIn::ask_for_link(std::string_view email,
                                        const Door& door,
                                        const Deliver& deliver) const {
  const auto address = email_address(email);
  if (!address) return tl::unexpected(address.error());
  const std::array limits{limit_of_account("link", *address),
                          limit_of_address("link", door.remote_address)};
  return database_.write([&](store::Writer& writer) -> base::Result<void> {
    const auto attempt = count_attempt(writer, limits, door.now);
    if (!attempt) return tl::unexpected(attempt.error());
    const auto user = find_user_by_email(writer, *address);
    if (user && !user->is_disabled()) deliver(writer, *user, make_link(writer, *user, door.now));
    return {};
  });
}

base::Result<User> SignIn::holder_of_link(std::string_view token, const Door& door) const {
  return database_.read([&](store::Reader& reader) -> base::Result<User> {
    const auto row = reader.one(sql::find_link, {{"digest", base::sha256_hex(token)}});
    if (!row)
      return base::not_found("This link is not known here. Copy the whole of it from the message.");
    if (!row->is_null("used_at"))
      return base::conflict("This link was used before, and works only once. Ask for a new one.");
    const auto expires = base::Instant::parse(row->text("expires_at"));
    if (!expires || *expires <= door.now)
      return base::conflict("This link has run out: it is good for 15 minutes. Ask for a new one.");
    auto user = find_user(reader, row->text("user_id"));
    if (!user || user->is_disabled())
      return base::forbidden("This account was closed. Ask the hub to open it again.");
    return *std::move(user);
  });
}

base::Result<Entry> SignIn::with_link(std::string_view token, const Door& door) const {
  const auto user = holder_of_link(token, door);
  if (!user) return tl::unexpected(user.error());
  return database_.write([&](store::Writer& writer) -> base::Result<Entry> {
    const auto used = writer.run(
        sql::use_link, {{"digest", base::sha256_hex(token)}, {"used_at", door.now.iso()}});
    if (used == 0)
      return base::conflict("This link was used before, and works only once. Ask for a new one.");
    return enter(writer, *user, Proof::link, door);
  });
}

bool SignIn::is_half_way(std::string_view half_way, base::Instant now) const {
  return signer_.verify(kHalfWayPurpose, half_way, now).has_value();
}

base::Result<Entry> SignIn::with_code(std::string_view half_way,
                                      std::string_view code,
                                      const Door& door) const {
  const auto content = signer_.verify(kHalfWayPurpose, half_way, door.now);
  if (!content) return over();
  const auto parts = base::split(*content, ' ');
  if (parts.size() != 3) return over();
  const auto proof = parts[0] == name_of(Proof::link) ? Proof::link : Proof::password;
  const std::string user_id(parts[1]);

  // Counted in a transaction of its own: a wrong code must not take its attempt back.
  const std::array limits{limit_of_account("code", user_id),
                          limit_of_address("code", door.remote_address)};
  const auto attempt = database_.write(
      [&](store::Writer& writer) { return count_attempt(writer, limits, door.now); });
  if (!attempt) return tl::unexpected(attempt.error());

  return database_.write([&](store::Writer& writer) -> base::Result<Entry> {
    const auto user = find_user(writer, user_id);
    if (!user || user->is_disabled()) return over();
    const auto by = by_themselves(*user, door.now);
    if (auto good = use_second_factor(writer, signer_, *user, code, by); !good)
      return tl::unexpected(good.error());
    if (!use_once(writer, half_way, door.now)) return over();
    forgive(writer, *attempt);
    forgive_all(writer, limits.front());
    return begin(writer, *user, proof, door);
  });
}

base::Result<Entry> SignIn::enter(store::Writer& writer,
                                  const User& user,
                                  Proof proof,
                                  const Door& door) const {
  // Looked up again: much may have happened while the password was checked.
  const auto now_known = find_user(writer, user.id);
  if (!now_known || now_known->is_disabled())
    return base::forbidden("This account was closed. Ask the hub to open it again.");
  if (!now_known->has_second_factor) return begin(writer, *now_known, proof, door);
  return Entry{.user = *now_known,
               .session_secret = {},
               .half_way = signer_.sign(kHalfWayPurpose, half_way_content(*now_known, proof),
                                        door.now + kHalfWayLife)};
}

Entry SignIn::begin(store::Writer& writer, const User& user, Proof proof, const Door& door) const {
  Entry entry{.user = user,
              .session_secret = sessions_.begin(writer, user.id, door.user_agent, door.now, proof),
              .half_way = {}};
  auto event = about(user, "identity.session.begun", by_themselves(user, door.now));
  event.after.set("proof", name_of(proof)).set("with", agent_words(door.user_agent));
  record(writer, event);
  return entry;
}

base::Result<void> SignIn::prove_again(const User& user,
                                       const std::string& session_id,
                                       std::string_view password,
                                       const Door& door) const {
  const std::array limits{limit_of_account("prove", user.id)};
  bool is_fresh = false;
  std::string hash;
  const auto attempt =
      database_.write([&](store::Writer& writer) -> base::Result<std::vector<std::string>> {
        const auto open = sessions_.of(writer, user.id, door.now);
        is_fresh = std::any_of(open.begin(), open.end(), [&](const Session& session) {
          return session.id == session_id && session.is_fresh_link(door.now);
        });
        if (is_fresh) return std::vector<std::string>{};
        const auto known = credentials_of(writer, user.id);
        hash = known ? known->password_hash : "";
        return count_attempt(writer, limits, door.now);
      });
  if (!attempt) return tl::unexpected(attempt.error());
  if (is_fresh) return {};
  if (hash.empty())
    return base::invalid("current_password",
                         "Your account has no password to check. Sign out, ask for a link by mail, "
                         "and do this within fifteen minutes of using it.");
  if (!is_password(password, hash))
    return base::invalid("current_password", "This is not your password of today.");
  database_.write([&](store::Writer& writer) { forgive_all(writer, limits.front()); });
  return {};
}

std::string make_link(store::Writer& writer, const User& user, base::Instant now) {
  auto token = base::random_token();
  writer.run(sql::add_link, {{"digest", base::sha256_hex(token)},
                             {"user_id", user.id},
                             {"made_at", now.iso()},
                             {"expires_at", (now + kLinkLife).iso()}});
  return token;
}

}  // namespace enact::identity
