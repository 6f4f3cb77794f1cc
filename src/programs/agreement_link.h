// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "app/services.h"
#include "base/date.h"
#include "base/result.h"
#include "identity/audit.h"
#include "identity/signer.h"
#include "programs/plans.h"
#include "store/database.h"

// A link in an e-mail that lets one named person agree to one plan, without an account.
namespace enact::programs {

struct AgreementLink {
  std::string workspace;
  std::string program;
  std::string name;
  std::string asked_by;
};

std::string sign_agreement_link(const identity::Signer& signer,
                                const AgreementLink& link,
                                base::Instant now);

// Who was asked for what; not found with a sentence where the link is not ours or has run out.
base::Result<AgreementLink> read_agreement_link(const identity::Signer& signer,
                                                std::string_view token,
                                                base::Instant now);

struct AskForAgreement {
  std::string name;
  std::string email;
};
// Sends the link, in the transaction that records who was asked. Fields ask_name, ask_email.
base::Result<void> ask_for_agreement(store::Writer& writer,
                                     const app::Services& services,
                                     const Whose& whose,
                                     const AskForAgreement& ask,
                                     const identity::Event& by);

// Agrees and uses the link up, both or neither. `plan_version` is of the plan that was read: a
// conflict where it was worded anew since.
struct LinkAgreement {
  std::string token;
  std::string remark;
  std::int64_t plan_version = 0;
};
base::Result<void> agree_by_link(store::Writer& writer,
                                 const AgreementLink& link,
                                 const LinkAgreement& agreement,
                                 base::Instant now);

}  // namespace enact::programs
