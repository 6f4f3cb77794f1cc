// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "app/services.h"
#include "base/date.h"
#include "base/result.h"
#include "identity/audit.h"
#include "identity/signer.h"
#include "playbook/run.h"
#include "playbook/run_forms.h"
#include "playbook/run_notes.h"
#include "store/database.h"

// A link in an e-mail that lets one named person add one note to one run, without an account.
namespace enact::playbook {

struct NoteLink {
  std::string run;
  std::string name;
  std::string email;
  std::string asked_by;
};

std::string sign_note_link(const identity::Signer& signer, const NoteLink& link, base::Instant now);

// Who was asked for what; not found with a sentence where the link is not ours or has run out.
base::Result<NoteLink> read_note_link(const identity::Signer& signer,
                                      std::string_view token,
                                      base::Instant now);

// The note that was written with this link, once it was used.
std::optional<RunNote> note_by_link(store::Reader& reader, std::string_view token);

// Sends the link, in the transaction that records who was asked.
base::Result<void> ask_for_note(store::Writer& writer,
                                const app::Services& services,
                                std::string_view run,
                                const AskForNote& ask,
                                const identity::Event& by);

// Writes the note and uses the link up, both or neither.
struct LinkNote {
  std::string token;
  std::string text;
  base::Day happened_on;
};
base::Result<void> write_note_by_link(store::Writer& writer,
                                      const NoteLink& link,
                                      const LinkNote& note,
                                      base::Instant now);

}  // namespace enact::playbook
