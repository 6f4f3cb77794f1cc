// SPDX-License-Identifier: Apache-2.0
#include "network/changes.h"

#include "network/many.h"
#include "network/queries.h"

namespace enact::network {

void note_change(store::Writer& writer, Thing thing, std::string_view subject) {
  writer.run(sql::count_change);
  writer.run(sql::record_change, {{"thing", name_of(thing)}, {"subject", subject}});
}

void note_changes(store::Writer& writer, Thing thing, const std::vector<std::string>& subjects) {
  writer.run(sql::count_change);
  writer.run(sql::record_changes, {{"thing", name_of(thing)}, {"ids", json_list(subjects)}});
}

void note_changes_below(store::Writer& writer, std::string_view org) {
  writer.run(sql::count_change);
  writer.run(sql::record_changes_below, {{"org", org}});
}

}  // namespace enact::network
