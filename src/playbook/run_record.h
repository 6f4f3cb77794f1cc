// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/json.h"
#include "base/result.h"
#include "identity/audit.h"
#include "playbook/run.h"
#include "store/database.h"

// What all verbs of runs share.
namespace enact::playbook {

// The run, or a sentence: there is none, or it was told by a vignette and is not worked on here.
base::Result<Run> run_at_work(store::Reader& reader, std::string_view id);

void insert_run(store::Writer& writer, const Run& run, base::Instant now);

// Stores `after` in place of `before` and moves the counts. A conflict when the stored run is not
// at the version of `before` any more.
base::Result<Run> save_run(store::Writer& writer, const Run& before, Run after, base::Instant now);

void touch_run(store::Writer& writer, const Run& run, base::Instant now);

// Writes "playbook.run.<what>" in the run's workspace.
struct RunEvent {
  std::string_view what;
  base::Json before = {};
  base::Json after = {};
};
void record_run_event(store::Writer& writer,
                      const Run& run,
                      RunEvent told,
                      const identity::Event& by);

}  // namespace enact::playbook
