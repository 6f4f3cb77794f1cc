// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "playbook/run_evidence.h"
#include "playbook/run_involved.h"
#include "playbook/run_notes.h"
#include "playbook/runs.h"
#include "playbook/write_ups.h"
#include "web/form.h"

// What was posted about runs -> a value, or every field at fault.
namespace enact::playbook {

// Fields title, due_on, both of which may be missing. The play is the page's, the workspace was
// checked by the route.
base::Result<Begin> begin_form(const web::Form& form);

// Fields note, happened_on (today where it is empty), done (repeated: positions), state, reason.
base::Result<Progress> progress_form(const web::Form& form, base::Day today);

struct Move {
  RunState state;
  std::string reason;
};
base::Result<Move> move_form(const web::Form& form);

// Fields title, owner, helpers, started_on, due_on, done_on, version.
base::Result<RunChange> details_form(const web::Form& form);

// Fields evidence_title with either evidence_url or the upload evidence_file.
base::Result<std::variant<AddLink, AddFile>> evidence_form(const web::Form& form);

// Fields involved_name, involved_kind, involved_part.
base::Result<Involve> involve_form(const web::Form& form);

// Fields consent, consent_on (today where it is empty), consent_how.
base::Result<GiveConsent> consent_form(const web::Form& form,
                                       std::string_view involved,
                                       base::Day today);

// Asking somebody without an account for a note: fields ask_name, ask_email, ask_why.
struct AskForNote {
  std::string name;
  std::string email;
  std::string why;
};
base::Result<AskForNote> ask_form(const web::Form& form);

// Fields title, summary, when, source, text, based_on.
HandIn story_form(const web::Form& form);

// The fields of the run page, for its list of errors.
const std::vector<std::string>& run_page_fields();

}  // namespace enact::playbook
