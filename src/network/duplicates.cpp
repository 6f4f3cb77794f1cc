// SPDX-License-Identifier: Apache-2.0
#include "network/duplicates.h"

#include <algorithm>

#include "network/network.h"
#include "network/people.h"
#include "network/queries.h"

namespace enact::network {
namespace {

using State = Duplicate::State;

constexpr State kStates[] = {State::open, State::later, State::different, State::merged};

Duplicate duplicate_from(const store::Row& row) {
  return {.id = row.text("id"),
          .thing = row.text("thing") == "person" ? Thing::person : Thing::organization,
          .one = row.text("one"),
          .other = row.text("other"),
          .bits = row.number("bits"),
          .words = row.text("words"),
          .state = duplicate_state_named(row.text("state")).value_or(State::open),
          .decided_by_name = row.text("decided_by_name"),
          .decided_at = row.text("decided_at")};
}

std::string name_of_record(store::Reader& reader, Thing thing, const std::string& id) {
  if (thing == Thing::organization) return org_name(reader, id);
  const auto person = find_person_record(reader, id);
  return person ? person->name : id;
}

}  // namespace

std::string_view name_of(State state) {
  // Never change: in the database.
  constexpr std::string_view kNames[] = {"open", "later", "different", "merged"};
  return kNames[static_cast<int>(state)];
}

std::optional<State> duplicate_state_named(std::string_view name) {
  for (const auto state : kStates)
    if (name_of(state) == name) return state;
  return std::nullopt;
}

std::vector<Duplicate> duplicates(store::Reader& reader,
                                  const DuplicatesWanted& wanted,
                                  std::size_t from,
                                  std::size_t most) {
  std::vector<Duplicate> found;
  const auto& query = wanted.thing == Thing::person ? sql::person_duplicates : sql::org_duplicates;
  for (const auto& row : reader.all(query, {{"workspace", wanted.workspace},
                                            {"state", name_of(wanted.state)},
                                            {"from", from},
                                            {"most", most}}))
    found.push_back(duplicate_from(row));
  return found;
}

std::size_t count_duplicates(store::Reader& reader, const DuplicatesWanted& wanted) {
  const auto& query =
      wanted.thing == Thing::person ? sql::count_person_duplicates : sql::count_org_duplicates;
  const auto row =
      reader.one(query, {{"workspace", wanted.workspace}, {"state", name_of(wanted.state)}});
  return static_cast<std::size_t>(row->integer("number"));
}

std::optional<Duplicate> find_duplicate(store::Reader& reader, std::string_view id) {
  const auto row = reader.one(sql::find_duplicate, {{"id", id}});
  return row ? std::optional(duplicate_from(*row)) : std::nullopt;
}

std::optional<Duplicate> duplicate_of(store::Reader& reader,
                                      Thing thing,
                                      const std::string& a,
                                      const std::string& b) {
  const auto row =
      reader.one(sql::duplicate_of_two,
                 {{"thing", name_of(thing)}, {"one", std::min(a, b)}, {"other", std::max(a, b)}});
  return row ? std::optional(duplicate_from(*row)) : std::nullopt;
}

std::vector<Duplicate> open_duplicates_of(store::Reader& reader, const Subject& subject) {
  std::vector<Duplicate> found;
  for (const auto& row : reader.all(sql::duplicates_with,
                                    {{"thing", name_of(subject.thing)}, {"subject", subject.id}}))
    if (auto duplicate = duplicate_from(row);
        duplicate.state == State::open || duplicate.state == State::later)
      found.push_back(std::move(duplicate));
  return found;
}

base::Result<void> answer_duplicate(store::Writer& writer,
                                    std::string_view id,
                                    State state,
                                    identity::Event by) {
  const auto duplicate = find_duplicate(writer, id);
  if (!duplicate) return base::not_found("These two are not asked about any more.");
  if (duplicate->state == State::merged || state == State::merged)
    return base::conflict("These two are one record by now. The merge can be undone.");
  if (duplicate->state == state) return {};
  const bool is_open = state == State::open;
  writer.run(sql::decide_duplicate, {{"id", id},
                                     {"state", name_of(state)},
                                     {"by", is_open ? std::string() : by.actor},
                                     {"by_name", is_open ? std::string() : by.actor_name},
                                     {"at", is_open ? std::nullopt : std::optional(by.at.iso())}});
  by.verb = "network.duplicate.answered";
  by.subject_kind = name_of(duplicate->thing);
  by.subject_id = duplicate->one;
  by.subject_name = name_of_record(writer, duplicate->thing, duplicate->one);
  by.before = base::Json::object().set("answer", name_of(duplicate->state));
  by.after = base::Json::object()
                 .set("answer", name_of(state))
                 .set("other", duplicate->other)
                 .set("other_name", name_of_record(writer, duplicate->thing, duplicate->other));
  identity::record(writer, by);
  return {};
}

std::optional<DuplicateSearch> last_search(store::Reader& reader, Thing thing) {
  const auto row = reader.one(sql::duplicate_search, {{"thing", name_of(thing)}});
  if (!row) return std::nullopt;
  return DuplicateSearch{.done_at = row->text("done_at"),
                         .records = row->integer("records"),
                         .pairs = row->integer("pairs"),
                         .message = row->text("message")};
}

}  // namespace enact::network
