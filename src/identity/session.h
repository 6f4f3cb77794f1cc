// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "identity/role.h"
#include "identity/signer.h"
#include "store/database.h"

namespace enact::identity {

struct SessionLimits {
  std::chrono::hours idle{24 * 7};       // unused for so long: over
  std::chrono::hours absolute{24 * 30};  // however much it is used
};

// How the person showed who they are when the session began.
enum class Proof { password, link };

struct Session {
  std::string id;
  std::string user_id;
  Proof proof = Proof::password;
  std::string agent;  // "Firefox on Windows", for the list of one's sessions
  base::Instant started;
  base::Instant last_seen;

  // Begun a moment ago by a link from the person's own mailbox: as good as typing the password.
  bool is_fresh_link(base::Instant now) const;
};

// Sessions live in the database under the digest of their secret, so that a stolen copy of the
// database opens nothing.
class Sessions {
 public:
  Sessions(store::Database& database, const Signer& signer, SessionLimits limits = {})
      : database_(database), signer_(signer), limits_(limits) {}

  // Begins a session and gives the secret for the cookie.
  std::string begin(store::Writer& writer,
                    const std::string& user_id,
                    const std::string& user_agent,
                    base::Instant now,
                    Proof proof = Proof::password) const;

  // Whose session this is, with their grants; nothing when it is unknown, over, or its user is
  // disabled. Notes the use, at most once in five minutes.
  std::optional<Viewer> find(const std::string& secret, base::Instant now) const;

  // Those that are not over, the last used first.
  std::vector<Session> of(store::Reader& reader,
                          const std::string& user_id,
                          base::Instant now) const;

  // Each says how many sessions it ended. A person ends only their own: the user is part of it.
  static std::int64_t end(store::Writer& writer,
                          const std::string& user_id,
                          const std::string& session_id,
                          base::Instant now);
  static std::int64_t end_all(store::Writer& writer,
                              const std::string& user_id,
                              const std::string& except_session_id,
                              base::Instant now);

  const SessionLimits& limits() const { return limits_; }

 private:
  store::Database& database_;
  const Signer& signer_;
  SessionLimits limits_;
};

// The cookie that carries the secret: "__Host-enact" by TLS, "enact" without. The functions give
// the value of a Set-Cookie header.
std::string_view session_cookie_name(bool secure);
std::string session_cookie(std::string_view secret, bool secure, std::chrono::seconds max_age);
std::string ended_session_cookie(bool secure);

// The cookie between the password and the code, when the account asks for both.
std::string_view half_way_cookie_name(bool secure);
std::string half_way_cookie(std::string_view token, bool secure);
std::string ended_half_way_cookie(bool secure);

// "Firefox on Windows" from a User-Agent header; "a browser" when it says nothing known.
std::string agent_words(std::string_view user_agent);

}  // namespace enact::identity
