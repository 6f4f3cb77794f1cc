// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "admissions/commitment.h"
#include "app/services.h"
#include "base/date.h"
#include "base/result.h"
#include "identity/audit.h"
#include "identity/signer.h"
#include "store/database.h"

// "Is this still so?", asked of somebody at the institution by e-mail. The link in it needs no
// account and takes one answer.
namespace enact::admissions {

struct Question {
  std::string commitment;
  std::string name;
  std::string email;
  std::string asked_by;
};

// Sends the question. `name` and `email` are as typed; faults have the fields ask_name and
// ask_email. Refused for who wants no e-mail, and for what has ended.
base::Result<void> ask_whether_still_so(store::Writer& writer,
                                        const app::Services& services,
                                        std::string_view commitment,
                                        std::string_view name,
                                        std::string_view email,
                                        const identity::Event& by);

std::string sign_question(const identity::Signer& signer,
                          const Question& question,
                          base::Instant now);

// Not found with a sentence where the link is not ours or has run out.
base::Result<Question> read_question(const identity::Signer& signer,
                                     std::string_view token,
                                     base::Instant now);

// A yes is a step of the commitment with the answer as evidence. A no changes no state: it becomes
// what is to be done next with the institution, in the words of who answered.
struct Said {
  std::string answer;  // yes, no
  std::string words;   // needed for a no
};
base::Result<void> answer_question(store::Writer& writer,
                                   const Question& question,
                                   std::string_view token,
                                   const Said& said,
                                   base::Instant now);

}  // namespace enact::admissions
