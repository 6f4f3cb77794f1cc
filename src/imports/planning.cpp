// SPDX-License-Identifier: Apache-2.0
#include "imports/planning.h"

#include <fmt/format.h>

#include <map>
#include <unordered_map>

#include "base/id.h"
#include "base/text.h"
#include "imports/date_orders.h"
#include "imports/journal.h"
#include "imports/numbers.h"
#include "imports/remembering.h"
#include "imports/row_mapper.h"
#include "imports/row_plan.h"
#include "imports/rows.h"
#include "imports/twins.h"

namespace enact::imports {
namespace {

// Rows that are judged, and then written, together.
constexpr std::size_t kRowsAtOnce = Target::kBatch;

std::string sentence(std::vector<base::Fault> faults) {
  std::vector<std::string> sentences;
  for (auto& fault : faults)
    sentences.push_back(fault.line > 0 ? fmt::format("Line {}: {}", fault.line, fault.message)
                                       : std::move(fault.message));
  return base::join(sentences, " ");
}

std::string sentence(const base::Error& error) {
  return error.faults.empty() ? error.message : sentence(error.faults);
}

// "Capacity: "500a" is no whole number." for each.
std::string reasons(const std::vector<base::Fault>& faults) {
  std::vector<std::string> all;
  for (const auto& fault : faults)
    all.push_back(fault.field.empty() ? fault.message
                                      : fmt::format("{}: {}", fault.field, fault.message));
  return base::join(all, " ");
}

class Planning {
 public:
  Planning(store::Database& db, const Target& target, Import import, TableFile file)
      : db_(db),
        target_(target),
        import_(std::move(import)),
        file_(std::move(file)),
        mapper_(import_.mapping, target_, file_.header()),
        on_(occasion_of(import_, target_, import_.begun)),
        twins_(on_.identify, target_, import_.mapping.repeats) {}

  // False when somebody else took the import over.
  bool run(const base::Clock& clock, const Progress& progress) {
    db_.read([&](store::Reader& reader) {
      // Before the first look, so that a change in between is noticed by the commit.
      import_.target_state = target_.state(reader);
      planner_ = target_.planner(reader, on_);
    });
    import_.rows_all = static_cast<std::int64_t>(file_.facts().rows);
    while (read_some()) {
      judge();
      if (!write()) return false;
      if (progress) progress(import_.rows_done, import_.rows_all);
    }
    remember_decisions(db_, target_, import_);
    import_.rows_all = import_.rows_done;
    import_.header = file_.header();
    import_.facts = file_.facts().words;
    if (auto warnings = sentence(file_.facts().warnings); !warnings.empty())
      import_.message += (import_.message.empty() ? "" : " ") + warnings;
    return db_.write(
        [&](store::Writer& writer) { return finish_planning(writer, import_, clock.now()); });
  }

 private:
  // The next rows, mapped; those that the planner is to judge are candidates_.
  bool read_some() {
    rows_.clear();
    candidates_.clear();
    places_.clear();
    TableRow row;
    while (rows_.size() < kRowsAtOnce && file_.next(row)) {
      auto& planned = rows_.emplace_back();
      planned.position = import_.rows_done++;
      planned.line = row.line;
      take(row, planned);
      if (planned.action == Action::failed) planned.cells = std::move(row.cells);
    }
    return !rows_.empty();
  }

  void take(TableRow& row, PlannedRow& planned) {
    if (!row.fault.empty()) return fail(planned, row.fault);
    auto mapped = mapper_.map(row);
    if (!mapped.skipped.empty()) return leave_out(planned, mapped.skipped);
    if (!mapped.faults.empty()) return fail(planned, reasons(mapped.faults));
    if (mapped.values.empty())
      return leave_out(planned, "Nothing stands in the columns that are imported.");
    Candidate candidate;
    candidate.line = row.line;
    candidate.values = std::move(mapped.values);
    candidate.notes = std::move(mapped.notes);
    places_.push_back(rows_.size() - 1);
    candidates_.push_back(std::move(candidate));
    planned.action = Action::ask;
    // Needed only if the target finds a fault, and then as they stand in the file.
    planned.cells = std::move(row.cells);
  }

  void judge() {
    if (candidates_.empty()) return;
    stored_ = db_.read([&](store::Reader& reader) {
      planner_->judge(reader, candidates_);
      std::vector<std::string> wanted;
      for (const auto& candidate : candidates_)
        if (is_settled(candidate)) wanted.push_back(candidate.matches.front().record);
      std::unordered_map<std::string, Stored> by_id;
      if (!wanted.empty())
        for (auto& record : target_.load(reader, wanted))
          by_id.emplace(record.id, std::move(record));
      return by_id;
    });
    for (std::size_t at = 0; at < candidates_.size(); ++at)
      plan(candidates_[at], rows_[places_[at]]);
  }

  static bool is_settled(const Candidate& candidate) {
    return candidate.faults.empty() && candidate.matches.size() == 1 &&
           candidate.matches.front().strength == Match::Strength::certain;
  }

  void plan(Candidate& candidate, PlannedRow& row) {
    row.label = candidate.label;
    row.new_record = candidate.new_record;
    if (!candidate.faults.empty()) return fail(row, reasons(labelled(candidate.faults)));
    auto cells = std::move(row.cells);
    row.cells.clear();
    row.said = std::move(candidate.values);
    row.matches = std::move(candidate.matches);
    if (row.matches.empty()) {
      make_new(row, target_);
    } else if (row.matches.size() > 1) {
      ask(row, Question::two_matches, {});
    } else if (row.matches.front().strength == Match::Strength::likely) {
      ask(row, Question::likely_match, {});
    } else if (const auto found = stored_.find(row.matches.front().record);
               found != stored_.end()) {
      aim_at(row, found->second, target_, row.matches.front().why);
    } else {
      fail(row,
           "The record that it is about was taken away while the file was read. Plan it again.");
    }
    if (row.action == Action::ask) row.reason = question_words(row, target_);
    if (row.action == Action::failed) {
      row.cells = std::move(cells);
      row.said = {};
    } else {
      compare_with_earlier(row, cells);
    }
    for (const auto& note : candidate.notes) add_note(row, note);
    if (row.question == Question::none) row.matches.clear();
  }

  // A fault of a field, with the field's name as pages show it.
  std::vector<base::Fault> labelled(std::vector<base::Fault> faults) const {
    for (auto& fault : faults)
      if (const auto* field = find_field(target_, fault.field)) fault.field = field->label;
    return faults;
  }

  void compare_with_earlier(PlannedRow& row, const std::vector<std::string>& cells) {
    const bool is_about_record = row.action == Action::update || row.action == Action::unchanged;
    const auto earlier =
        twins_.find_and_keep({.position = row.position,
                              .line = row.line,
                              .values = row.said,
                              .cells = cells,
                              .record = is_about_record ? row.record : std::string_view()});
    if (!earlier) return;
    if (earlier->is_alike && row.question == Question::none)
      return leave_out(row, fmt::format("Says the same as line {}, word for word.", earlier->line));
    if (earlier->may_join && join(row, earlier->position)) return;
    ask_instead(row, earlier->line);
    row.twin = earlier->position;
    first_twins_.emplace(earlier->position, row.line);
  }

  // What the row adds to lists goes in with the earlier row about the same record, and with that
  // row's question if it asks one. False where the earlier row does not go in itself.
  bool join(PlannedRow& row, std::int64_t position) {
    auto& first = earlier_row(position);
    if (first.action == Action::skipped || first.action == Action::failed) return false;
    auto both = first;
    for (const auto& field : target_.fields())
      if (field.is_gathered) add_items(both.said, field.name, row.said.text(field.name));
    if (first.question == Question::none) {
      if (first.action == Action::create) make_new(both, target_);
      if (first.action != Action::create) aim_at(both, stored_of(first.record), target_, {});
      if (both.action == Action::failed) {
        fail(row, fmt::format("Together with line {}: {}", first.line, both.reason));
        return true;
      }
      both.reason = first.reason;
    }
    first = std::move(both);
    leave_out(row, fmt::format("Goes in with line {}.", first.line));
    row.question = Question::none;
    return true;
  }

  static void add_items(Values& said, const std::string& field, const std::string& items) {
    auto all = said.text(field);
    if (!all.empty() && !items.empty()) all += '\n';
    said.set(field, all + items);
  }

  // A row of this batch, or one that was written before and is then written again.
  PlannedRow& earlier_row(std::int64_t position) {
    const auto first = rows_.front().position;
    if (position >= first) return rows_[std::size_t(position - first)];
    const auto known = joined_.find(position);
    if (known != joined_.end()) return known->second;
    auto row =
        db_.read([&](store::Reader& reader) { return *find_row(reader, import_.id, position); });
    return joined_.emplace(position, std::move(row)).first->second;
  }

  const Stored& stored_of(const std::string& record) {
    const auto known = stored_.find(record);
    if (known != stored_.end()) return known->second;
    auto loaded = db_.read(
        [&](store::Reader& reader) { return target_.load(reader, std::span(&record, 1)); });
    // Taken away meanwhile: then the commit finds out.
    if (loaded.empty()) loaded.push_back({.id = record, .version = 0, .label = {}, .values = {}});
    return stored_.emplace(record, std::move(loaded.front())).first->second;
  }

  void ask_instead(PlannedRow& row, int other_line) const {
    if (row.question != Question::none) return;
    if (row.action == Action::update || row.action == Action::unchanged)
      row.matches = {{row.record, row.label, "the only one that it fits"}};
    ask(row, Question::same_record,
        fmt::format("Line {} is about the same {}.", other_line, target_.singular()));
  }

  bool write() {
    return db_.write([&](store::Writer& writer) {
      if (!note_progress(writer, import_)) return false;
      add_rows(writer, import_.id, rows_);
      for (const auto& [position, row] : joined_) keep_joined(writer, import_.id, row);
      for (const auto& [position, line] : first_twins_) {
        auto first = find_row(writer, import_.id, position);
        if (!first || first->twin >= 0) continue;
        ask_instead(*first, line);
        first->twin = position;
        ask_about(writer, import_.id, *first);
      }
      return true;
    }) && forget_twins();
  }

  bool forget_twins() {
    first_twins_.clear();
    joined_.clear();
    return true;
  }

  store::Database& db_;
  const Target& target_;
  Import import_;
  TableFile file_;
  RowMapper mapper_;
  Occasion on_;
  Twins twins_;
  std::unique_ptr<Planner> planner_;
  std::vector<PlannedRow> rows_;
  std::vector<Candidate> candidates_;
  std::vector<std::size_t> places_;                 // of each candidate's row in rows_
  std::unordered_map<std::string, Stored> stored_;  // that the batch is about
  std::map<std::int64_t, int> first_twins_;    // position of the first row, line of a later one
  std::map<std::int64_t, PlannedRow> joined_;  // of earlier batches, that this one adds to
};

void give_back(store::Database& db, const Import& import, std::string_view message) {
  db.write([&](store::Writer& writer) { go_back(writer, import.id, State::planning, message); });
}

}  // namespace

Occasion occasion_of(const Import& import, const Target& target, const Deed& by) {
  Occasion on;
  on.org = import.org;
  on.identify = import.mapping.identify.empty() ? target.identities() : import.mapping.identify;
  on.by.actor = by.user;
  on.by.actor_name = by.name;
  on.by.org = import.org;
  on.by.at = by.at;
  return on;
}

void plan_import(store::Database& db,
                 const base::Clock& clock,
                 const Target& target,
                 std::string_view id,
                 const Progress& progress) {
  const auto run = base::new_id();
  auto import = db.write([&](store::Writer& writer) -> std::optional<Import> {
    if (!begin_planning(writer, id, run)) return {};
    forget_rows(writer, id);
    return find_import(writer, id);
  });
  if (!import) return;
  auto bytes = db.read([&](store::Reader& reader) { return file_of(reader, id); });
  if (!bytes)
    return give_back(db, *import,
                     "The file was deleted, as it had lain here for long. Please "
                     "choose it again.");
  auto file = TableFile::open(*std::move(bytes), import->mapping.reading);
  if (!file) return give_back(db, *import, sentence(file.error()));
  const auto faults = faults_of(import->mapping, target, file->header());
  if (!faults.empty()) return give_back(db, *import, sentence(faults));
  import->message = settle_date_orders(import->mapping, target, *file);
  Planning(db, target, *std::move(import), *std::move(file)).run(clock, progress);
}

}  // namespace enact::imports
