// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include "base/log.h"
#include "identity/access.h"
#include "identity/assets.h"
#include "identity/password.h"
#include "identity/session.h"
#include "identity/sign_in.h"
#include "identity/users.h"
#include "support/database.h"

namespace enact::identity {

using namespace std::chrono_literals;

// What no query of the program does.
inline base::Assets tampering() {
  static const base::Asset queries[] = {{"sql/tampering.sql",
                                         "-- name: rewrite_history\n"
                                         "update identity_events set verb = 'nothing';\n"
                                         "-- name: drop_history\n"
                                         "delete from identity_events;\n"}};
  return queries;
}

// A database with this room's tables, and what stands on it.
class Stage : public testing::TestWithParam<support::Backend> {
 protected:
  Stage() { base::set_log_level(base::LogLevel::off); }

  static inline const std::string kPassword = "four wet otters sing";

  // Argon2 is slow by design, so all tests share one hash.
  static const std::string& password_hash() {
    static const std::string hash = hash_password(kPassword);
    return hash;
  }

  Event by_hub() const {
    Event event;
    event.actor = "u-hub";
    event.actor_name = "Hana";
    event.at = now;
    return event;
  }

  Door door() const { return {"192.0.2.1", "Mozilla/5.0 (X11; Linux) Firefox/128.0", now}; }

  User add(const std::string& email, const std::string& hash = password_hash()) {
    return database->write([&](store::Writer& writer) {
      return add_user(writer, {email, email.substr(0, email.find('@')), hash}, by_hub()).value();
    });
  }

  void give(const User& user, const Grant& grant) {
    database->write([&](store::Writer& writer) { give_role(writer, user, grant, by_hub()); });
  }

  std::vector<std::string> verbs(const EventFilter& filter = {}) {
    return database->read([&](store::Reader& reader) {
      std::vector<std::string> found;
      for (const auto& event : events(reader, filter)) found.push_back(event.verb);
      return found;
    });
  }

  base::Instant now = base::Instant::parse("2026-11-22T09:30:00.000Z").value();
  support::TestDatabase database{GetParam(),
                                 {.rooms = {{"identity", assets()}, {"tampering", tampering()}}}};
  Signer signer = Signer::load(*database);
  Sessions sessions{*database, signer};
  SignIn sign_in{*database, signer, sessions};
};

}  // namespace enact::identity
