// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "identity/audit.h"
#include "identity/user.h"
#include "store/database.h"

namespace enact::identity {

std::optional<User> find_user(store::Reader& reader, std::string_view id);
std::optional<User> find_user_by_email(store::Reader& reader, std::string_view email);
std::vector<User> all_users(store::Reader& reader);  // by e-mail

struct NewUser {
  std::string email;
  std::string name;
  std::string password_hash;  // empty: comes in by link
};

// The verbs below run in the caller's transaction and record what was done. `by` says who does it
// and when. A conflict where the address has an account already.
base::Result<User> add_user(store::Writer& writer, const NewUser& wanted, const Event& by);
base::Result<void> rename_user(store::Writer& writer,
                               const User& user,
                               std::string_view name,
                               const Event& by);

// Links to sign in that wait in a mailbox stop working.
void change_password(store::Writer& writer,
                     const User& user,
                     const std::string& password_hash,
                     const Event& by);

// Ends all sessions too. Refused for the last person who can run the network.
base::Result<void> disable_user(store::Writer& writer, const User& user, const Event& by);
void enable_user(store::Writer& writer, const User& user, const Event& by);

// What a user proves themselves with. For this room's own use.
struct Credentials {
  std::string password_hash;  // empty: none
  std::string totp_secret;    // sealed; empty: no second factor
  std::int64_t totp_last_step = 0;
};
std::optional<Credentials> credentials_of(store::Reader& reader, std::string_view user_id);

// `by`, filled in as an event about this user.
Event about(const User& user, std::string verb, const Event& by);

}  // namespace enact::identity
