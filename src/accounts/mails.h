// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "app/visit.h"
#include "identity/invitations.h"
#include "identity/user.h"
#include "store/database.h"

namespace enact::accounts {

// What this room writes to people. Each goes into the outbox in the caller's transaction.
class Mails {
 public:
  explicit Mails(const app::Visit& visit) : services_(visit.services), network_(visit.network) {}

  // `address` is the whole link.
  void link(store::Writer& writer, const identity::User& user, const std::string& address) const;

  void invitation(store::Writer& writer, const identity::SentInvitation& sent) const;

  // So that a person finds out when it was somebody else. `what` is a sentence: "The password of
  // your account was changed."
  void warning(store::Writer& writer, const identity::User& user, const std::string& what) const;

 private:
  const app::Services& services_;
  const std::string& network_;
};

}  // namespace enact::accounts
