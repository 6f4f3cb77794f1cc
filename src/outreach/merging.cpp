// SPDX-License-Identifier: Apache-2.0
#include "outreach/merging.h"

#include <fmt/format.h>

#include "base/text.h"
#include "network/network.h"
#include "outreach/queries.h"
#include "outreach/stage.h"

namespace enact::outreach {
namespace {

std::string double_words(store::Reader& reader, const store::Row& row) {
  const auto stage = stage_named(row.text("stage")).value_or(Stage::identified);
  return fmt::format(
      "Both were candidates of {}. That of the record that stays counts; the other ({}, {}) waits "
      "with this merge.",
      network::org_name(reader, row.text("workspace")), words_of(stage),
      base::counted(row.integer("scores"), "score", "scores"));
}

app::Moved move(store::Writer& writer, const app::Merging& merging) {
  if (merging.record != app::RecordPage::Record::org) return {};
  app::Moved moved;
  const auto rows =
      writer.all(sql::candidates_to_move, {{"kept", merging.kept}, {"merged", merging.merged}});
  if (rows.empty()) return {};
  moved.journal = base::Json::array();
  for (const auto& row : rows) {
    if (row.integer("others") > 0) {
      moved.words.push_back(double_words(writer, row));
      continue;
    }
    moved.journal.add(row.text("id"));
    writer.run(sql::move_candidate_program,
               {{"id", row.text("id")}, {"from", merging.merged}, {"to", merging.kept}});
  }
  if (const auto count = static_cast<long long>(moved.journal.items().size()); count > 0)
    moved.words.push_back(base::counted(count, "candidate", "candidates"));
  return moved;
}

std::vector<std::string> move_back(store::Writer& writer,
                                   const app::Merging& merging,
                                   const base::Json& journal) {
  for (const auto& id : journal.items())
    writer.run(sql::move_candidate_program,
               {{"id", id.text()}, {"from", merging.kept}, {"to", merging.merged}});
  return {};
}

}  // namespace

app::Reference candidates_reference() {
  return {.name = "outreach.candidates", .move = move, .move_back = move_back};
}

}  // namespace enact::outreach
