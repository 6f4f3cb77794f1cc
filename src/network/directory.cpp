// SPDX-License-Identifier: Apache-2.0
#include "network/directory.h"

#include <algorithm>

#include "network/queries.h"

namespace enact::network {
namespace {

// Changed entries are looked through one by one, some 10 million a second. Beyond a fiftieth of
// the directory, and never under the first number, it is quicker to fill it anew.
constexpr std::size_t kChangesAlways = 2'000;
constexpr std::size_t kShareOfChanges = 50;

std::int64_t number_in(store::Reader& reader) {
  const auto row = reader.one(sql::change_number);
  return row ? row->integer("number") : 0;
}

struct Change {
  Thing thing;
  std::string id;
  std::optional<DirectoryEntry> entry;
};

}  // namespace

DirectoryAnswer Directory::find(store::Database& db, const DirectoryQuestion& question) {
  refresh(db);
  const std::shared_lock lock(index_mutex_);
  return index_->find(question);
}

std::map<std::string, std::vector<std::string>> Directory::first_in_each(store::Database& db,
                                                                         std::string_view kind,
                                                                         std::size_t most) {
  refresh(db);
  const std::shared_lock lock(index_mutex_);
  return index_->first_in_each(kind, most);
}

std::size_t Directory::bytes() {
  const std::shared_lock lock(index_mutex_);
  return index_ ? index_->bytes() : 0;
}

std::size_t Directory::entries() {
  const std::shared_lock lock(index_mutex_);
  return index_ ? index_->size() : 0;
}

void Directory::refresh(store::Database& db) {
  if (db.read(number_in) == number_) return;
  const std::lock_guard refreshing(refreshing_);
  const auto number = db.read(number_in);
  if (number == number_) return;
  if (number_ < 0) return fill(db, number);

  const auto room = std::max(kChangesAlways, index_->size() / kShareOfChanges);
  const auto left = room - std::min(room, index_->changed());
  bool are_too_many = false;
  auto last = number;
  std::vector<Change> changes;
  db.read([&](store::Reader& reader) {
    const auto rows =
        reader.all(sql::changes_since, {{"number", number_.load()}, {"most", left + 1}});
    are_too_many = rows.size() > left;
    if (are_too_many) return;
    for (const auto& row : rows) {
      const auto thing =
          row.text("thing") == name_of(Thing::person) ? Thing::person : Thing::organization;
      changes.push_back(
          {thing, row.text("subject"), read_entry(reader, thing, row.text("subject"))});
      last = std::max(last, row.integer("number"));
    }
  });
  if (are_too_many) return fill(db, number);
  const std::unique_lock lock(index_mutex_);
  for (const auto& change : changes) {
    if (change.entry)
      index_->put(*change.entry);
    else
      index_->remove(change.thing, change.id);
  }
  number_ = last;
}

// What changes while it is read has a number above `number`, and is read again by the next refresh.
void Directory::fill(store::Database& db, std::int64_t number) {
  auto index = std::make_unique<DirectoryIndex>();
  read_entries(db, [&](DirectoryEntry&& entry) { index->add(std::move(entry)); });
  index->finish();
  const std::unique_lock lock(index_mutex_);
  index_ = std::move(index);
  number_ = number;
}

}  // namespace enact::network
