// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/assets.h"
#include "base/clock.h"
#include "identity/assets.h"
#include "imports/assets.h"
#include "imports/committing.h"
#include "imports/guess.h"
#include "imports/journal.h"
#include "imports/planning.h"
#include "imports/rows.h"
#include "imports/tests/members.h"
#include "support/database.h"

namespace enact::imports {

// This room and those under it, with members to import, on a database of their own.
struct World {
  explicit World(support::Backend backend)
      : db(backend,
           {.rooms = {{"identity", identity::assets()},
                      {"app", app::assets()},
                      {"imports", assets()},
                      Members::room()}}) {}

  Deed by(const std::string& name = "Ana") const { return {"user-" + name, name, clock.now()}; }

  template <class Work>
  auto read(Work work) {
    return db->read(work);
  }
  template <class Work>
  auto write(Work work) {
    return db->write(work);
  }

  // A file with the mapping that its header suggests, handed in.
  std::string hand_in(const std::string& csv) {
    auto file = TableFile::open(csv);
    const auto mapping =
        guessed_mapping(target, file ? file->header() : std::vector<std::string>());
    return hand_in(csv, mapping);
  }
  std::string hand_in(const std::string& csv, const Mapping& mapping) {
    const auto id = begin_import(
        *db, {.org = "lakeside", .file_name = "club.csv", .mapping = mapping}, csv, by());
    if (!id) throw std::logic_error(id.error().message);
    return *id;
  }
  void plan(const std::string& id) {
    write([&](store::Writer& writer) { ask_for_plan(writer, id, clock.now()); });
    plan_import(*db, clock, target, id);
  }
  std::string planned(const std::string& csv) {
    auto id = hand_in(csv);
    plan(id);
    return id;
  }
  base::Result<void> commit(const std::string& id, const std::string& name = "Ana") {
    write([&](store::Writer& writer) {
      ask_for_commit(writer, *find_import(writer, id), clock.now());
    });
    return commit_import(*db, clock, target, id, by(name));
  }
  base::Result<void> undo(const std::string& id, ChangedSince changed = ChangedSince::refuse) {
    write([&](store::Writer& writer) { ask_for_undo(writer, id, clock.now()); });
    return undo_import(*db, clock, target, id, by(), changed);
  }
  base::Result<void> import(const std::string& csv) { return commit(planned(csv)); }

  Import found(const std::string& id) {
    return read([&](store::Reader& reader) { return *find_import(reader, id); });
  }
  std::vector<PlannedRow> rows(const std::string& id) {
    return read([&](store::Reader& reader) { return rows_from(reader, id, {}, 0, 10'000); });
  }
  std::int64_t count(const std::string& id, Action action) {
    return read([&](store::Reader& reader) { return count_actions(reader, id)[action]; });
  }
  std::vector<Values> members() { return read(all_members); }

  support::TestDatabase db;
  base::FixedClock clock{*base::Instant::parse("2026-11-22T09:30:00.000Z")};
  Members target;
};

}  // namespace enact::imports
