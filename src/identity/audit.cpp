// SPDX-License-Identifier: Apache-2.0
#include "identity/audit.h"

#include <algorithm>
#include <mutex>

#include "base/id.h"
#include "identity/queries.h"

namespace enact::identity {
namespace {

std::string successor(std::string id) {
  for (auto digit = id.rbegin(); digit != id.rend(); ++digit) {
    if (*digit == 'z') {
      *digit = '0';
      continue;
    }
    *digit = *digit == '9' ? 'a' : static_cast<char>(*digit + 1);
    break;
  }
  return id;
}

// Greater than the one before, so that what one transaction did stays in order though it took less
// than a millisecond.
std::string next_event_id() {
  static std::mutex mutex;
  static std::string last;
  const std::lock_guard lock(mutex);
  auto id = base::new_id();
  if (id <= last) id = successor(last);
  last = id;
  return id;
}

std::string text_of(const base::Json& value) {
  return value.is_null() ? std::string() : value.dump();
}

base::Json json_of(const std::string& text) {
  if (text.empty()) return {};
  auto parsed = base::Json::parse(text);
  return parsed ? *std::move(parsed) : base::Json(text);
}

RecordedEvent event_of(const store::Row& row) {
  RecordedEvent event;
  event.id = row.text("id");
  event.at = base::Instant::parse(row.text("at")).value_or(base::Instant());
  event.actor = row.text("actor");
  event.actor_name = row.text("actor_name");
  event.verb = row.text("verb");
  event.subject_kind = row.text("subject_kind");
  event.subject_id = row.text("subject_id");
  event.subject_name = row.text("subject_name");
  event.org = row.text("org");
  event.before = json_of(row.text("before"));
  event.after = json_of(row.text("after"));
  return event;
}

store::Rows matching(store::Reader& reader, const EventFilter& filter) {
  const auto limit = std::clamp(filter.limit, 1, 10'000);
  if (!filter.subject_id.empty())
    return reader.all(sql::events_about, {{"subject_kind", filter.subject_kind},
                                          {"subject_id", filter.subject_id},
                                          {"org", filter.org},
                                          {"before_id", filter.before_id},
                                          {"verb_prefix", filter.verb_prefix},
                                          {"limit", limit}});
  if (!filter.org.empty())
    return reader.all(sql::events_of_org, {{"org", filter.org},
                                           {"subject_kind", filter.subject_kind},
                                           {"before_id", filter.before_id},
                                           {"verb_prefix", filter.verb_prefix},
                                           {"limit", limit}});
  return reader.all(sql::events, {{"subject_kind", filter.subject_kind},
                                  {"before_id", filter.before_id},
                                  {"verb_prefix", filter.verb_prefix},
                                  {"limit", limit}});
}

}  // namespace

void record(store::Writer& writer, const Event& event) {
  writer.run(sql::record_event, {{"id", next_event_id()},
                                 {"at", event.at.iso()},
                                 {"actor", event.actor},
                                 {"actor_name", event.actor_name},
                                 {"verb", event.verb},
                                 {"subject_kind", event.subject_kind},
                                 {"subject_id", event.subject_id},
                                 {"subject_name", event.subject_name},
                                 {"org", event.org},
                                 {"before", text_of(event.before)},
                                 {"after", text_of(event.after)}});
}

std::vector<RecordedEvent> events(store::Reader& reader, const EventFilter& filter) {
  std::vector<RecordedEvent> found;
  for (const auto& row : matching(reader, filter)) found.push_back(event_of(row));
  return found;
}

}  // namespace enact::identity
