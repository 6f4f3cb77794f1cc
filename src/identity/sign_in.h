// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/result.h"
#include "identity/session.h"
#include "identity/signer.h"
#include "identity/user.h"
#include "store/database.h"

namespace enact::identity {

inline constexpr std::chrono::minutes kLinkLife{15};
inline constexpr std::chrono::minutes kHalfWayLife{10};  // to find the telephone and type a code

// Where somebody tries to come in, and when.
struct Door {
  std::string remote_address;
  std::string user_agent;
  base::Instant now;
};

// What a right password or link leads to: a session, or the question for a code.
struct Entry {
  User user;
  std::string session_secret;  // for the session cookie; empty while a code is wanted
  std::string half_way;        // for the cookie that leads to the code; empty otherwise

  bool wants_code() const { return session_secret.empty(); }
};

// The ways in. Each counts its attempts (attempts.h) and answers the same, after the same time,
// whether an address has an account or not.
class SignIn {
 public:
  SignIn(store::Database& database, const Signer& signer, const Sessions& sessions)
      : database_(database), signer_(signer), sessions_(sessions) {}

  base::Result<Entry> with_password(std::string_view email,
                                    std::string_view password,
                                    const Door& door) const;

  // Has `deliver` send a link when the address has an account that is open, in the transaction
  // that makes the link.
  using Deliver = std::function<void(store::Writer&, const User&, const std::string& token)>;
  base::Result<void> ask_for_link(std::string_view email,
                                  const Door& door,
                                  const Deliver& deliver) const;

  // Whose link it is, without using it up: mail scanners open what they find.
  base::Result<User> holder_of_link(std::string_view token, const Door& door) const;
  base::Result<Entry> with_link(std::string_view token, const Door& door) const;

  // The second step: the token of the first, and a code of the app or a recovery code.
  base::Result<Entry> with_code(std::string_view half_way,
                                std::string_view code,
                                const Door& door) const;
  // Whether the first step still counts.
  bool is_half_way(std::string_view half_way, base::Instant now) const;

  // For somebody who has shown who they are in another way, such as an invitation.
  base::Result<Entry> enter(store::Writer& writer,
                            const User& user,
                            Proof proof,
                            const Door& door) const;

  // Before a change to how one signs in: the session came a moment ago by a link, or this is the
  // account's password. Field "current_password".
  base::Result<void> prove_again(const User& user,
                                 const std::string& session_id,
                                 std::string_view password,
                                 const Door& door) const;

 private:
  Entry begin(store::Writer& writer, const User& user, Proof proof, const Door& door) const;

  store::Database& database_;
  const Signer& signer_;
  const Sessions& sessions_;
};

// A link's token for this user, good for fifteen minutes and one use.
std::string make_link(store::Writer& writer, const User& user, base::Instant now);

}  // namespace enact::identity
