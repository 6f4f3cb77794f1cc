// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"
#include "identity/audit.h"
#include "playbook/items.h"
#include "playbook/write_up.h"
#include "store/database.h"

namespace enact::playbook {

// Where the story of a run stands: a draft to begin with, or the newest revision that was handed
// in.
struct WriteUp {
  Story story;
  std::optional<Revision> revision;  // none before the first time
  long long based_on = 0;            // for saving on top of it

  bool is_waiting() const { return revision && revision->state == RevisionState::review; }
  bool is_returned() const { return revision && revision->state == RevisionState::returned; }
};
WriteUp write_up_of(store::Reader& reader, const Run& run);

// Makes the story a vignette that waits for review, and says so in the run. Refused while somebody
// is named in it who has not agreed; when somebody else handed in since; and for a run that is not
// done. Once the vignette is published, the run counts as written up (enactments.h).
struct HandIn {
  Story story;
  long long based_on = 0;
};
base::Result<Run> hand_in_story(store::Writer& writer,
                                std::string_view run,
                                const HandIn& told,
                                const identity::Event& by);

}  // namespace enact::playbook
