// SPDX-License-Identifier: Apache-2.0
#include "identity/users.h"

#include "base/id.h"
#include "identity/access.h"
#include "identity/queries.h"
#include "identity/session.h"

namespace enact::identity {
namespace {

User user_of(const store::Row& row) {
  User user;
  user.id = row.text("id");
  user.email = row.text("email");
  user.name = row.text("name");
  user.has_password = !row.is_null("password_hash");
  user.has_second_factor = !row.is_null("totp_secret");
  user.created = base::Instant::parse(row.text("created_at")).value_or(base::Instant());
  user.disabled_at = base::Instant::parse(row.text("disabled_at"));
  return user;
}

base::Json::Object named(std::string_view name) {
  return {{"name", base::Json(name)}};
}

}  // namespace

std::optional<User> find_user(store::Reader& reader, std::string_view id) {
  const auto row = reader.one(sql::find_user, {{"id", id}});
  return row ? std::optional(user_of(*row)) : std::nullopt;
}

std::optional<User> find_user_by_email(store::Reader& reader, std::string_view email) {
  const auto row = reader.one(sql::find_user_by_email, {{"email", email}});
  return row ? std::optional(user_of(*row)) : std::nullopt;
}

std::vector<User> all_users(store::Reader& reader) {
  std::vector<User> found;
  for (const auto& row : reader.all(sql::all_users)) found.push_back(user_of(row));
  return found;
}

std::optional<Credentials> credentials_of(store::Reader& reader, std::string_view user_id) {
  const auto row = reader.one(sql::find_user, {{"id", user_id}});
  if (!row) return std::nullopt;
  return Credentials{row->text("password_hash"), row->text("totp_secret"),
                     row->integer("totp_last_step")};
}

Event about(const User& user, std::string verb, const Event& by) {
  auto event = by;
  event.verb = std::move(verb);
  event.subject_kind = "user";
  event.subject_id = user.id;
  event.subject_name = user.name;
  event.before = {};
  event.after = {};
  return event;
}

base::Result<User> add_user(store::Writer& writer, const NewUser& wanted, const Event& by) {
  const auto email = email_address(wanted.email);
  if (!email) return tl::unexpected(email.error());
  const auto name = person_name(wanted.name);
  if (!name) return tl::unexpected(name.error());

  User user;
  user.id = base::new_id();
  user.email = *email;
  user.name = *name;
  user.has_password = !wanted.password_hash.empty();
  user.created = by.at;
  std::optional<std::string> hash;
  if (user.has_password) hash = wanted.password_hash;
  const auto added = writer.run(sql::add_user, {{"id", user.id},
                                                {"email", user.email},
                                                {"name", user.name},
                                                {"password_hash", hash},
                                                {"created_at", by.at.iso()}});
  if (added == 0) return base::conflict(user.email + " has an account already.");
  auto event = about(user, "identity.user.added", by);
  event.after.set("email", user.email).set("name", user.name);
  record(writer, event);
  return user;
}

base::Result<void> rename_user(store::Writer& writer,
                               const User& user,
                               std::string_view name,
                               const Event& by) {
  const auto wanted = person_name(name);
  if (!wanted) return tl::unexpected(wanted.error());
  if (*wanted == user.name) return {};
  writer.run(sql::rename_user, {{"id", user.id}, {"name", *wanted}});
  auto event = about(user, "identity.user.renamed", by);
  event.subject_name = *wanted;
  event.before = named(user.name);
  event.after = named(*wanted);
  record(writer, event);
  return {};
}

void change_password(store::Writer& writer,
                     const User& user,
                     const std::string& password_hash,
                     const Event& by) {
  writer.run(sql::set_password, {{"id", user.id}, {"password_hash", password_hash}});
  writer.run(sql::use_up_links, {{"user_id", user.id}, {"used_at", by.at.iso()}});
  record(writer, about(user, "identity.password.changed", by));
}

base::Result<void> disable_user(store::Writer& writer, const User& user, const Event& by) {
  if (user.is_disabled()) return base::conflict("This account is closed already.");
  if (is_last_hub(writer, user.id))
    return base::conflict(
        "This is the last person who can run the network. Give somebody else the hub's role "
        "first.");
  writer.run(sql::disable_user, {{"id", user.id}, {"at", by.at.iso()}});
  writer.run(sql::use_up_links, {{"user_id", user.id}, {"used_at", by.at.iso()}});
  const auto ended = Sessions::end_all(writer, user.id, "", by.at);
  auto event = about(user, "identity.user.disabled", by);
  event.after.set("sessions_ended", ended);
  record(writer, event);
  return {};
}

void enable_user(store::Writer& writer, const User& user, const Event& by) {
  if (!user.is_disabled()) return;
  writer.run(sql::enable_user, {{"id", user.id}});
  record(writer, about(user, "identity.user.enabled", by));
}

}  // namespace enact::identity
