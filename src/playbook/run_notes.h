// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "identity/audit.h"
#include "playbook/run.h"
#include "store/database.h"

namespace enact::playbook {

// What happened on a day, in the words of who was there. Never changed afterwards.
struct RunNote {
  std::string id;
  base::Day happened_on;
  std::string text;  // Markdown
  std::string html;
  std::string written_by_name;
  base::Instant written_at;
  bool by_link = false;  // written by somebody without an account, who was asked
};

std::vector<RunNote> run_notes(store::Reader& reader, std::string_view run);  // as it happened
std::optional<RunNote> find_run_note(store::Reader& reader, std::string_view id);

struct WriteNote {
  std::string text;
  base::Day happened_on;
  enum class Via { account, link } via = Via::account;
  std::string id = {};  // made by the program where it is empty
};
base::Result<void> write_note(store::Writer& writer,
                              std::string_view run,
                              const WriteNote& note,
                              const identity::Event& by);

// One minute on a phone: a note, steps that are done now, and how the run stands, any of them
// alone, all of it or nothing.
struct Progress {
  std::string note;
  base::Day happened_on;
  std::vector<long long> steps_done = {};
  std::optional<RunState> state = {};
  std::string reason = {};  // for setting aside; the note says it where this is empty
};
base::Result<void> log_progress(store::Writer& writer,
                                std::string_view run,
                                const Progress& progress,
                                const identity::Event& by);

}  // namespace enact::playbook
