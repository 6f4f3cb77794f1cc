// SPDX-License-Identifier: Apache-2.0
#include "app/reference.h"

#include <fmt/format.h>

#include "base/text.h"

namespace enact::app {

Reference reference_of(std::string name, ReferenceColumn column) {
  const auto move = [column](store::Writer& writer, const Merging& merging) -> Moved {
    if (merging.record != column.record) return {};
    Moved moved;
    long long left = 0;
    for (const auto& row : writer.all(column.rows, {{"record", merging.merged}})) {
      const auto id = row.text("id");
      if (writer.run(column.move, {{"id", id}, {"from", merging.merged}, {"to", merging.kept}}) ==
          1)
        moved.journal.add(id);
      else
        ++left;
    }
    const auto count = static_cast<long long>(moved.journal.items().size());
    if (count > 0) moved.words.push_back(base::counted(count, column.singular, column.plural));
    if (left > 0)
      moved.words.push_back(
          fmt::format("{}: the record that stays has one already, which counts. "
                      "The other is there again when this is undone.",
                      base::counted(left, column.singular, column.plural)));
    return moved;
  };
  const auto move_back = [column](store::Writer& writer, const Merging& merging,
                                  const base::Json& journal) -> std::vector<std::string> {
    long long left = 0;
    for (const auto& id : journal.items())
      if (writer.run(column.move,
                     {{"id", id.text()}, {"from", merging.kept}, {"to", merging.merged}}) != 1)
        ++left;
    if (left == 0) return {};
    return {fmt::format("{} changed since and stayed as they are.",
                        base::counted(left, column.singular, column.plural))};
  };
  return {.name = std::move(name), .move = move, .move_back = move_back};
}

}  // namespace enact::app
