// SPDX-License-Identifier: Apache-2.0
#include "imports/committing.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "identity/audit.h"
#include "imports/journal.h"
#include "imports/numbers.h"
#include "imports/refusals.h"
#include "imports/rows.h"

namespace enact::imports {
namespace {

using Done = base::Result<void>;

// Calls `take` with the rows of one action, some at a time, in the order of the file.
template <class Take>
void for_each_batch(store::Reader& reader, std::string_view import, Action action, Take take) {
  std::int64_t next = 0;
  while (true) {
    const auto rows = rows_from(reader, import, action, next, int(Target::kBatch));
    if (rows.empty()) return;
    next = rows.back().position + 1;
    take(rows);
  }
}

bool is_known(const PlannedRow& row, const Match& match) {
  return std::any_of(row.matches.begin(), row.matches.end(),
                     [&](const Match& known) { return known.record == match.record; });
}

// One commit, inside its transaction.
class Commit {
 public:
  Commit(store::Writer& writer, const Target& target, const Import& import, const Deed& by)
      : writer_(writer), target_(target), import_(import), on_(occasion_of(import, target, by)) {}

  Done run(const Progress& progress) {
    counts_ = count_actions(writer_, import_.id);
    if (counts_[Action::ask] > 0)
      return base::conflict(fmt::format(
          "{} still to be decided.",
          counts_[Action::ask] == 1 ? "One row is" : rows_words(counts_[Action::ask]) + " are"));
    const auto state = target_.state(writer_);
    if (state.empty() || state != import_.target_state) look_for_new_matches();
    if (refusals_.empty()) write(progress);
    if (!refusals_.empty())
      return base::conflict(refusals_.sentence(
          target_,
          "Nothing was imported. Look through the file again to plan with what is there now."));
    target_.finish(writer_, on_);
    record_event();
    return {};
  }

 private:
  // Records that arose since the plan, and that a new one would repeat.
  void look_for_new_matches() {
    const auto planner = target_.planner(writer_, on_);
    for_each_batch(writer_, import_.id, Action::create, [&](const std::vector<PlannedRow>& rows) {
      std::vector<Candidate> candidates(rows.size());
      for (std::size_t at = 0; at < rows.size(); ++at) {
        candidates[at].line = rows[at].line;
        candidates[at].values = rows[at].said;
      }
      planner->judge(writer_, candidates);
      for (std::size_t at = 0; at < rows.size(); ++at)
        for (const auto& match : candidates[at].matches)
          if (!is_known(rows[at], match))
            refusals_.add(
                match.label.empty() ? rows[at].label : match.label,
                fmt::format("it arose since, and line {} would add it again", rows[at].line));
    });
  }

  void write(const Progress& progress) {
    const auto all = counts_[Action::create] + counts_[Action::update];
    std::int64_t done = 0;
    const auto advance = [&](std::size_t rows) {
      done += std::int64_t(rows);
      if (progress) progress(done, all);
    };
    for_each_batch(writer_, import_.id, Action::create, [&](const std::vector<PlannedRow>& rows) {
      std::vector<NewRecord> records;
      records.reserve(rows.size());
      for (const auto& row : rows) records.push_back({row.record, row.said});
      refusals_.add(target_.create(writer_, records, on_), rows);
      advance(rows.size());
    });
    for_each_batch(writer_, import_.id, Action::update, [&](const std::vector<PlannedRow>& rows) {
      std::vector<RecordChange> changes;
      changes.reserve(rows.size());
      for (const auto& row : rows) changes.push_back({row.record, row.version, after(row.changes)});
      refusals_.add(target_.update(writer_, changes, on_), rows);
      advance(rows.size());
    });
  }

  void record_event() {
    auto event = on_.by;
    event.verb = "imports.import.committed";
    event.subject_kind = "import";
    event.subject_id = import_.id;
    event.subject_name = import_.file_name;
    auto after = base::Json::object();
    after.set("target", import_.target).set("digest", import_.digest);
    for (const auto& [action, rows] : counts_) after.set(std::string(name_of(action)), rows);
    event.after = std::move(after);
    identity::record(writer_, event);
  }

  store::Writer& writer_;
  const Target& target_;
  const Import& import_;
  Occasion on_;
  std::map<Action, std::int64_t> counts_;
  Refusals refusals_;
};

// One undo, inside its transaction.
class Undo {
 public:
  Undo(store::Writer& writer, const Target& target, const Import& import, const Deed& by)
      : writer_(writer), target_(target), import_(import), on_(occasion_of(import, target, by)) {}

  Done run(ChangedSince changed, const Progress& progress) {
    const auto counts = count_actions(writer_, import_.id);
    all_ = counts.at(Action::create) + counts.at(Action::update);
    give_back(progress);
    remove(progress);
    if (!refusals_.empty() && changed == ChangedSince::refuse)
      return base::conflict(refusals_.sentence(
          target_,
          "Nothing was taken back. You can take back the rest and leave these as they are."));
    for (const auto& record : refusals_.records()) leave_record(writer_, import_.id, record);
    target_.finish(writer_, on_);
    record_event();
    return {};
  }

  const Refusals& refusals() const { return refusals_; }

 private:
  void give_back(const Progress& progress) {
    for_each_batch(writer_, import_.id, Action::update, [&](const std::vector<PlannedRow>& rows) {
      std::vector<RecordChange> changes;
      changes.reserve(rows.size());
      for (const auto& row : rows)
        changes.push_back({row.record, row.version + 1, before(row.changes)});
      refusals_.add(target_.restore(writer_, changes, on_), rows);
      advance(rows.size(), progress);
    });
  }

  void remove(const Progress& progress) {
    for_each_batch(writer_, import_.id, Action::create, [&](const std::vector<PlannedRow>& rows) {
      std::vector<RecordVersion> records;
      records.reserve(rows.size());
      for (const auto& row : rows) records.push_back({row.record, 1});
      refusals_.add(target_.remove(writer_, records, on_), rows);
      advance(rows.size(), progress);
    });
  }

  void advance(std::size_t rows, const Progress& progress) {
    done_ += std::int64_t(rows);
    if (progress) progress(done_, all_);
  }

  void record_event() {
    auto event = on_.by;
    event.verb = "imports.import.undone";
    event.subject_kind = "import";
    event.subject_id = import_.id;
    event.subject_name = import_.file_name;
    event.after = base::Json::object()
                      .set("taken_back", all_ - std::int64_t(refusals_.count()))
                      .set("left", std::int64_t(refusals_.count()));
    identity::record(writer_, event);
  }

  store::Writer& writer_;
  const Target& target_;
  const Import& import_;
  Occasion on_;
  Refusals refusals_;
  std::int64_t all_ = 0;
  std::int64_t done_ = 0;
};

Done go_back_because(store::Database& db,
                     std::string_view id,
                     State from,
                     const base::Error& error) {
  db.write([&](store::Writer& writer) { go_back(writer, id, from, error.message); });
  return tl::unexpected(error);
}

}  // namespace

Done commit_import(store::Database& db,
                   const base::Clock& clock,
                   const Target& target,
                   std::string_view id,
                   const Deed& by,
                   const Progress& progress) {
  const auto done = db.write([&](store::Writer& writer) -> Done {
    auto now = by;
    now.at = clock.now();
    // First of all, so that of two that commit the same import one waits for the other.
    if (!finish_commit(writer, id, now)) return {};
    const auto import = find_import(writer, id);
    return Commit(writer, target, *import, now).run(progress);
  });
  if (!done) return go_back_because(db, id, State::committing, done.error());
  return {};
}

Done undo_import(store::Database& db,
                 const base::Clock& clock,
                 const Target& target,
                 std::string_view id,
                 const Deed& by,
                 ChangedSince changed,
                 const Progress& progress) {
  const auto done = db.write([&](store::Writer& writer) -> Done {
    auto now = by;
    now.at = clock.now();
    if (!finish_undo(writer, id, now)) return {};
    const auto import = find_import(writer, id);
    Undo undo(writer, target, *import, now);
    auto undone = undo.run(changed, progress);
    if (undone && !undo.refusals().empty())
      say(writer, id,
          undo.refusals().sentence(target, "They stay as they are; all else was taken back."));
    return undone;
  });
  if (!done) return go_back_because(db, id, State::undoing, done.error());
  return {};
}

}  // namespace enact::imports
