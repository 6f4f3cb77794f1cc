// SPDX-License-Identifier: Apache-2.0
#include "playbook/run_counts.h"

#include <ostream>

#include "playbook/queries.h"

namespace enact::playbook {
namespace {

std::vector<RunCount> counts_from(const store::Rows& rows) {
  std::vector<RunCount> counts;
  for (const auto& row : rows)
    counts.push_back({row.text("workspace"), row.text("strategy"),
                      run_state_named(row.text("state")).value_or(RunState::planned),
                      row.integer("runs")});
  return counts;
}

std::string_view name_or_nothing(const std::optional<RunState>& state) {
  return state ? name_of(*state) : std::string_view();
}

}  // namespace

std::vector<RunCount> run_counts(store::Reader& reader) {
  return counts_from(reader.all(sql::run_counts));
}

std::vector<RunCount> run_counts(store::Reader& reader, std::string_view workspace) {
  return counts_from(reader.all(sql::run_counts_of, {{"workspace", workspace}}));
}

std::vector<RunCount> recount_runs(store::Reader& reader) {
  return counts_from(reader.all(sql::recounted_runs));
}

void count_again(store::Writer& writer) {
  writer.run(sql::forget_run_counts);
  writer.run(sql::keep_recounted_runs);
}

app::Command recount_command() {
  return {.name = "playbook recount",
          .summary = "Count the runs of all plays again",
          .help =
              "The matrix shows kept counts. When `enact doctor` finds that they are wrong, "
              "this puts them right.\n\nExample: enact playbook recount",
          .run = [](const app::CommandLine& line, app::Services& services) -> base::Result<void> {
            services.db.write([](store::Writer& writer) { count_again(writer); });
            line.out << "The runs are counted again.\n";
            return {};
          }};
}

app::Diagnosis check_run_counts(app::Services& services) {
  const bool agree = services.db.read(
      [](store::Reader& reader) { return run_counts(reader) == recount_runs(reader); });
  if (agree) return {.what = "Counts of runs", .finding = "as counted again", .advice = {}};
  return {.verdict = app::Diagnosis::Verdict::wrong,
          .what = "Counts of runs",
          .finding = "the matrix counts other runs than there are",
          .advice = "Run `enact playbook recount`."};
}

void move_count(store::Writer& writer,
                const std::string& workspace,
                const std::string& strategy,
                const CountMove& move) {
  if (move.from == move.to) return;
  writer.run(sql::add_to_run_count, {{"workspace", workspace},
                                     {"strategy", strategy},
                                     {"from", name_or_nothing(move.from)},
                                     {"to", name_or_nothing(move.to)}});
}

}  // namespace enact::playbook
