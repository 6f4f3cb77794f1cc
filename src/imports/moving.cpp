// SPDX-License-Identifier: Apache-2.0
#include "imports/imports.h"
#include "imports/queries.h"

namespace enact::imports {

base::Json move_record(store::Writer& writer,
                       std::string_view target,
                       std::string_view from,
                       std::string_view to) {
  base::Json journal;
  for (const auto& row : writer.all(sql::rows_of_record, {{"target", target}, {"record", from}})) {
    writer.run(sql::move_row, {{"import", row.text("import")},
                               {"position", row.integer("position")},
                               {"from", from},
                               {"to", to}});
    journal.add(base::Json::object()
                    .set("import", row.text("import"))
                    .set("position", row.integer("position")));
  }
  return journal;
}

void move_record_back(store::Writer& writer,
                      const base::Json& journal,
                      std::string_view from,
                      std::string_view to) {
  for (const auto& row : journal.items())
    writer.run(sql::move_row, {{"import", row["import"].text()},
                               {"position", row["position"].integer()},
                               {"from", from},
                               {"to", to}});
}

}  // namespace enact::imports
