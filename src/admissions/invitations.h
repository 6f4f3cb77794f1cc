// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "admissions/lists.h"
#include "admissions/prospect.h"
#include "app/services.h"
#include "base/date.h"
#include "base/result.h"
#include "identity/audit.h"
#include "identity/signer.h"
#include "store/database.h"

// Invitations by e-mail, each with a link on which one prospect answers without an account.
namespace enact::admissions {

// Whom an invitation to those chosen would reach.
struct Addressees {
  std::vector<Prospect> first;    // never had one from us
  std::vector<Prospect> again;    // had one
  std::vector<Prospect> refuse;   // want no e-mail
  std::vector<Prospect> without;  // have no address

  bool nobody() const { return first.empty() && again.empty(); }
};
Addressees addressees(const std::vector<Prospect>& prospects, const Chosen& chosen);

enum class Repeat { never, as_well };  // whether those who had an invitation get another one

struct Invitation {
  std::string subject;
  std::string text;
  Repeat repeat = Repeat::never;
};

std::vector<base::Fault> faults_of(const Invitation& invitation);

// What an invitation to the event says unless somebody writes it otherwise.
Invitation proposed_invitation(const ProspectList& list, std::string_view ecosystem_name);

// Sends it to those chosen who may be written to, and to nobody else; how many got it.
base::Result<std::size_t> send_invitations(store::Writer& writer,
                                           const app::Services& services,
                                           std::string_view list,
                                           const Chosen& chosen,
                                           const Invitation& invitation,
                                           identity::Event by);

// The link's token; it lasts until the day after the event, or for 90 days where that is not known.
std::string sign_reply_link(const identity::Signer& signer,
                            const Prospect& prospect,
                            const ProspectList& list,
                            base::Instant now);

// The prospect who holds the link; not found where the link is not ours or has run out.
base::Result<Prospect> read_reply_link(store::Reader& reader,
                                       const identity::Signer& signer,
                                       std::string_view token,
                                       base::Instant now);

// What somebody answers on the page of the link. It may be given anew as long as the link lasts.
struct Reply {
  std::string answer;          // yes, maybe, no, or empty when only the mail is stopped
  bool wants_no_mail = false;  // which only they themselves can take back, by telling us
};
base::Result<void> reply_by_link(store::Writer& writer,
                                 const Prospect& prospect,
                                 const Reply& reply,
                                 base::Instant now);

}  // namespace enact::admissions
