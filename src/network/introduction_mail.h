// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "app/services.h"
#include "base/date.h"
#include "base/result.h"
#include "identity/audit.h"
#include "identity/signer.h"
#include "network/introduction.h"
#include "store/database.h"

namespace enact::network {

// The messages about an introduction, and the links in them by which each of the three says
// without an account how it went. Opening a link changes nothing: its page has the button, so that
// a program that looks through mail closes nothing.

struct AnswerLink {
  std::string introduction;
  Party party = Party::introducer;
  Standing to = Standing::made;
};

std::string sign_answer(const identity::Signer& signer, const AnswerLink& link, base::Instant now);

// Not found, with a sentence, where the link is not ours or has run out.
base::Result<AnswerLink> read_answer(const identity::Signer& signer,
                                     std::string_view token,
                                     base::Instant now);

struct AskText {
  std::string subject;
  std::string text;
};

// To the introducer what the asker wrote, with links; to the asker a note of it, with theirs.
void mail_ask(store::Writer& writer,
              const app::Services& services,
              const Introduction& introduction,
              const AskText& ask,
              base::Instant now);

// To the asker, where somebody else said it; and, once the introduction is made, to whom we want
// to meet, unless they refused or no address of theirs is known.
void mail_move(store::Writer& writer,
               const app::Services& services,
               const Introduction& introduction,
               Party said_by,
               const identity::Event& by);

// What is said by such a link: "You have introduced Ana to Dora".
std::string answer_words(const Introduction& introduction, const AnswerLink& link);

}  // namespace enact::network
