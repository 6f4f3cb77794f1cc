// SPDX-License-Identifier: Apache-2.0
#include "playbook/run_notes.h"

#include <chrono>

#include "base/id.h"
#include "base/text.h"
#include "playbook/queries.h"
#include "playbook/run_record.h"
#include "playbook/runs.h"
#include "web/safe_html.h"

namespace enact::playbook {
namespace {

constexpr std::size_t kLongestNote = 20'000;
constexpr std::chrono::days kAhead{1};  // somebody east of our clock may already have tomorrow

RunNote note_from(const store::Row& row) {
  return {.id = row.text("id"),
          .happened_on = base::Day::parse(row.text("happened_on")).value_or(base::Day()),
          .text = row.text("text"),
          .html = row.text("html"),
          .written_by_name = row.text("written_by_name"),
          .written_at = base::Instant::parse(row.text("written_at")).value_or(base::Instant()),
          .by_link = row.text("via") == "link"};
}

// The fault of a text that is no Markdown of ours, at the field where it was typed.
base::Failure at_note(base::Error error) {
  error.field = "note";
  for (auto& fault : error.faults) fault.field = "note";
  return tl::unexpected(std::move(error));
}

base::Result<web::SafeHtml> rendered(const WriteNote& note, base::Day today) {
  if (base::trim(note.text).empty())
    return base::invalid("note", "Write what happened; one line is enough.");
  if (note.text.size() > kLongestNote)
    return base::invalid("note",
                         "The note is longer than 20,000 letters. Keep the gist here and add the "
                         "rest as a file.");
  if (note.happened_on > today + kAhead)
    return base::invalid("happened_on", "This day is still to come. A note tells what happened.");
  auto html = web::markdown(note.text);
  if (!html) return at_note(html.error());
  return html;
}

}  // namespace

std::vector<RunNote> run_notes(store::Reader& reader, std::string_view run) {
  std::vector<RunNote> notes;
  for (const auto& row : reader.all(sql::notes_of_run, {{"run", run}}))
    notes.push_back(note_from(row));
  return notes;
}

std::optional<RunNote> find_run_note(store::Reader& reader, std::string_view id) {
  const auto row = reader.one(sql::find_run_note, {{"id", id}});
  if (!row) return std::nullopt;
  return note_from(*row);
}

base::Result<void> write_note(store::Writer& writer,
                              std::string_view run_id,
                              const WriteNote& note,
                              const identity::Event& by) {
  const auto run = run_at_work(writer, run_id);
  if (!run) return tl::unexpected(run.error());
  const auto html = rendered(note, by.at.day());
  if (!html) return tl::unexpected(html.error());
  const auto via = note.via == WriteNote::Via::link ? "link" : "account";
  writer.run(sql::insert_run_note, {{"id", note.id.empty() ? base::new_id() : note.id},
                                    {"run", run->id},
                                    {"happened_on", note.happened_on.iso()},
                                    {"text", base::trim(note.text)},
                                    {"html", html->text()},
                                    {"name", by.actor_name},
                                    {"now", by.at.iso()},
                                    {"via", via}});
  touch_run(writer, *run, by.at);
  auto after = base::Json::object();
  after.set("happened_on", note.happened_on.iso()).set("via", via);
  after.set("note", base::shorten(web::plain_words(note.text), 200));
  record_run_event(writer, *run, {"noted", {}, std::move(after)}, by);
  return {};
}

base::Result<void> log_progress(store::Writer& writer,
                                std::string_view run,
                                const Progress& progress,
                                const identity::Event& by) {
  const bool has_note = !base::trim(progress.note).empty();
  if (!has_note && progress.steps_done.empty() && !progress.state)
    return base::invalid("note", "Write a line, tick a step, or say how the run stands.");
  if (has_note) {
    const WriteNote note{.text = progress.note, .happened_on = progress.happened_on};
    if (auto written = write_note(writer, run, note, by); !written) return written;
  }
  for (const auto position : progress.steps_done)
    if (auto ticked = tick_step(writer, run, position, Tick::done, by); !ticked) return ticked;
  if (!progress.state) return {};
  const auto& reason = progress.reason.empty() ? progress.note : progress.reason;
  const auto moved = move_run(writer, run, *progress.state, reason, by);
  if (!moved) return tl::unexpected(moved.error());
  return {};
}

}  // namespace enact::playbook
