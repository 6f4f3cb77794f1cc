// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "identity/audit.h"
#include "identity/role.h"
#include "identity/user.h"
#include "store/database.h"

namespace enact::identity {

inline constexpr std::chrono::hours kInvitationLife{24 * 14};

// A role offered to an e-mail address. The secret of its address goes out by mail; the database
// has the digest.
struct Invitation {
  std::string id;
  std::string email;
  Grant grant;
  std::string invited_by_name;
  base::Instant invited_at;
  base::Instant expires_at;
  bool is_accepted = false;
  bool is_revoked = false;

  bool is_over(base::Instant now) const { return expires_at <= now; }
};

struct SentInvitation {
  Invitation invitation;
  std::string token;  // for the address in the mail; shown to nobody else
};

// Open ones of an ecosystem, or all when it is empty; the newest first.
std::vector<Invitation> open_invitations(store::Reader& reader, std::string_view workspace);
std::optional<Invitation> find_invitation(store::Reader& reader, std::string_view id);

// What an address from a mail offers, while it does: else a sentence that says what to do.
base::Result<Invitation> invitation_for(store::Reader& reader,
                                        std::string_view token,
                                        base::Instant now);

// All in the caller's transaction, recorded. Inviting twice is a conflict: resend instead.
base::Result<SentInvitation> invite(store::Writer& writer,
                                    std::string_view email,
                                    const Grant& grant,
                                    const Event& by);
base::Result<SentInvitation> renew(store::Writer& writer,
                                   const Invitation& invitation,
                                   const Event& by);
base::Result<void> revoke(store::Writer& writer, const Invitation& invitation, const Event& by);

// The account of the invited address, made if there is none, holding the role. `name` and
// `password_hash` (empty: comes in by link) matter for a new account only. A closed account stays
// closed.
struct Acceptance {
  std::string name;
  std::string password_hash;
};
base::Result<User> accept(store::Writer& writer,
                          const Invitation& invitation,
                          const Acceptance& acceptance,
                          base::Instant now);

}  // namespace enact::identity
