// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "base/json.h"
#include "store/database.h"

namespace enact::identity {

// One thing that somebody did, written in the transaction that did it and never changed. From
// this record come the audit, what is new, and who was active.
struct Event {
  std::string actor;         // user id, or "system", "command", "link:<name>"
  std::string actor_name;    // as it was then
  std::string verb;          // "playbook.vignette.published": room.noun.past-participle
  std::string subject_kind;  // "play", "run", "user"
  std::string subject_id;
  std::string subject_name;  // as it was then, for lists
  std::string org;           // the workspace it happened in, or empty
  base::Json before;         // null for something new
  base::Json after;          // null for something gone
  base::Instant at;
};

void record(store::Writer& writer, const Event& event);

struct EventFilter {
  std::string org;  // only this workspace, when set
  std::string subject_kind = {};
  std::string subject_id = {};
  std::string verb_prefix = {};  // "playbook."
  std::string before_id = {};    // older than this event: the cursor of a page
  int limit = 100;
};

struct RecordedEvent : Event {
  std::string id;
};

// Newest first.
std::vector<RecordedEvent> events(store::Reader& reader, const EventFilter& filter);

}  // namespace enact::identity
