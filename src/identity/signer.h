// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/date.h"
#include "base/result.h"
#include "store/database.h"

namespace enact::identity {

// Makes and checks signed addresses: "whoever holds this text was given it by us, for this
// purpose, until then". The secret is made at first start and lives in the database, so that all
// processes share it.
class Signer {
 public:
  explicit Signer(std::string secret) : secret_(std::move(secret)) {}

  // Reads the secret, making it when there is none yet.
  static Signer load(store::Database& database);

  // A URL-safe token. `purpose` ("run-note") keeps a token for one thing from opening another.
  std::string sign(std::string_view purpose, std::string_view payload, base::Instant until) const;

  // The payload, or a sentence: the link is not ours, or it has run out.
  base::Result<std::string> verify(std::string_view purpose,
                                   std::string_view token,
                                   base::Instant now) const;

  // A value derived from the secret, such as the form token of a session.
  std::string derive(std::string_view purpose, std::string_view text) const;

 private:
  std::string secret_;
};

// Marks a one-time token as used, inside the transaction of the act that it allows. A conflict
// when it was used before.
base::Result<void> use_once(store::Writer& writer, std::string_view token, base::Instant now);

}  // namespace enact::identity
