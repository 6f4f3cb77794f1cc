// SPDX-License-Identifier: Apache-2.0
#include "imports/tests/members.h"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

#include "base/id.h"
#include "base/json.h"
#include "base/text.h"

namespace enact::imports {
namespace {

constexpr std::string_view kSchema = R"(
create table members (
  id text primary key, number text not null, name text not null, email text not null,
  born text not null, hours text not null, consent text not null, note text not null,
  version bigint not null);
create index members_number on members (number);
create index members_email on members (email);
create index members_name on members (name);
create table members_changes (id bigint not null, changes bigint not null);
insert into members_changes (id, changes) values (1, 0);
)";

constexpr std::string_view kQueries = R"(
-- name: add
insert into members (id, number, name, email, born, hours, consent, note, version)
values (:id, :number, :name, :email, :born, :hours, :consent, :note, 1) on conflict (id) do nothing;
-- name: change
update members set number = :number, name = :name, email = :email, born = :born, hours = :hours,
  consent = :consent, note = :note, version = version + 1 where id = :id and version = :version;
-- name: remove
delete from members where id = :id and version = :version;
-- name: find
select * from members where id = :id;
-- name: by_number [sqlite]
select m.* from json_each(:texts) j join members m on m.number = j.value;
-- name: by_number [postgres]
select m.* from json_array_elements_text(cast(:texts as json)) j join members m on m.number = j.value;
-- name: by_email [sqlite]
select m.* from json_each(:texts) j join members m on m.email = j.value;
-- name: by_email [postgres]
select m.* from json_array_elements_text(cast(:texts as json)) j join members m on m.email = j.value;
-- name: by_name [sqlite]
select m.* from json_each(:texts) j join members m on m.name = j.value;
-- name: by_name [postgres]
select m.* from json_array_elements_text(cast(:texts as json)) j join members m on m.name = j.value;
-- name: all
select * from members order by number, name, email, born, hours, consent, note;
-- name: count
update members_changes set changes = changes + 1;
-- name: state
select changes from members_changes;
)";

constexpr std::string_view kMapping = R"({
  "name": "Club's own list", "target": "members", "file": {"format": "csv"},
  "fields": [
    {"field": "number", "columns": ["No"], "digits": 4},
    {"field": "name", "columns": ["First", "Last"]},
    {"field": "hours", "columns": ["Hours"], "unknown": ["500"]},
    {"field": "born", "columns": ["Born"], "dates": "month_first", "unknown_from": "2049-01-01"},
    {"field": "note", "columns": ["About"], "html": true}],
  "skip": [{"column": "First", "is": ["Total"], "because": "A line of totals."}],
  "left_out": ["Internal"]})";

constexpr base::Asset kAssets[] = {{"sql/001_members.sql", kSchema}, {"sql/members.sql", kQueries}};
constexpr base::Asset kMappings[] = {{"mappings/club.json", kMapping}};

store::Query q(std::string_view name) {
  return {"members", name};
}

Stored stored_in(const Members& target, const store::Row& row) {
  Stored stored{row.text("id"), row.integer("version"), row.text("name"), {}};
  for (const auto& field : target.fields()) stored.values.set(field.name, row.text(field.name));
  return stored;
}

void count_change(store::Writer& writer) {
  writer.run(q("count"));
}

bool add(store::Writer& writer, const std::string& id, const Values& values) {
  return writer.run(q("add"), {{"id", id},
                               {"number", values.text("number")},
                               {"name", values.text("name")},
                               {"email", values.text("email")},
                               {"born", values.text("born")},
                               {"hours", values.text("hours")},
                               {"consent", values.text("consent")},
                               {"note", values.text("note")}}) == 1;
}

bool change(store::Writer& writer, const RecordChange& wanted) {
  const auto row = writer.one(q("find"), {{"id", wanted.id}});
  if (!row) return false;
  auto values = stored_in(Members(), *row).values;
  for (const auto& [field, text] : wanted.values.items()) values.set(field, text);
  return writer.run(q("change"), {{"id", wanted.id},
                                  {"version", wanted.version},
                                  {"number", values.text("number")},
                                  {"name", values.text("name")},
                                  {"email", values.text("email")},
                                  {"born", values.text("born")},
                                  {"hours", values.text("hours")},
                                  {"consent", values.text("consent")},
                                  {"note", values.text("note")}}) == 1;
}

class MemberPlanner : public Planner {
 public:
  explicit MemberPlanner(Occasion on) : on_(std::move(on)) {}

  void judge(store::Reader& reader, std::span<Candidate> rows) override {
    known_.clear();
    for (const auto* field : {"number", "email", "name"}) look_up(reader, rows, field);
    for (auto& row : rows) {
      row.label = row.values.text("name");
      row.new_record = base::new_id();
      if (row.values.text("name").size() > Members::kLongestName)
        row.faults.push_back({.field = "name",
                              .message = "A name has at most 200 letters.",
                              .file = {},
                              .line = row.line});
      find(row);
    }
  }

 private:
  // All rows with one question: a round trip for each would be most of the time on PostgreSQL.
  void look_up(store::Reader& reader, std::span<const Candidate> rows, const std::string& field) {
    std::set<std::string> texts;
    for (const auto& row : rows)
      if (!row.values.text(field).empty()) texts.insert(row.values.text(field));
    auto list = base::Json::array();
    for (const auto& text : texts) list.add(text);
    if (texts.empty()) return;
    for (const auto& found : reader.all(q("by_" + field), {{"texts", list.dump()}}))
      known_.emplace(field + "=" + found.text(field),
                     Match{found.text("id"), found.text("name") + " " + found.text("email"), {}});
  }

  void find(Candidate& row) const {
    for (const auto& identity : on_.identify) {
      if (identity.size() != 1 || row.values.text(identity[0]).empty()) continue;
      add(row, identity[0], "the same " + identity[0], Match::Strength::certain);
      if (!row.matches.empty()) return;
    }
    if (row.matches.empty() && !row.values.text("name").empty())
      add(row, "name", "the same name", Match::Strength::likely);
  }

  void add(Candidate& row,
           const std::string& field,
           const std::string& why,
           Match::Strength strength) const {
    const auto [begin, last] = known_.equal_range(field + "=" + row.values.text(field));
    for (auto found = begin; found != last; ++found) {
      auto match = found->second;
      match.why = why;
      match.strength = strength;
      row.matches.push_back(std::move(match));
    }
  }

  Occasion on_;
  std::multimap<std::string, Match> known_;  // by field and text
};

}  // namespace

store::RoomSql Members::room() {
  return {"members", kAssets};
}

base::Assets Members::mappings() const {
  return kMappings;
}

const std::vector<Field>& Members::fields() const {
  static const std::vector<Field> all{
      {.name = "number", .label = "Number", .headers = {"no", "member number"}},
      {.name = "name",
       .label = "Name",
       .presence = Presence::required,
       .headers = {"full name", "member"}},
      {.name = "email", .label = "E-mail", .type = FieldType::email, .headers = {"mail", "e-mail"}},
      {.name = "born", .label = "Born on", .type = FieldType::day, .headers = {"birthday"}},
      {.name = "hours", .label = "Hours", .type = FieldType::whole},
      {.name = "consent",
       .label = "Consent",
       .type = FieldType::truth,
       .guard = Guard::set_once,
       .headers = {"may write"}},
      {.name = "note", .label = "Note", .type = FieldType::text, .headers = {"about"}}};
  return all;
}

std::unique_ptr<Planner> Members::planner(store::Reader&, const Occasion& on) const {
  return std::make_unique<MemberPlanner>(on);
}

std::string Members::state(store::Reader& reader) const {
  return std::to_string(reader.one(q("state"))->integer("changes"));
}

std::vector<Stored> Members::load(store::Reader& reader, std::span<const std::string> ids) const {
  std::vector<Stored> all;
  for (const auto& id : ids)
    if (const auto row = reader.one(q("find"), {{"id", id}})) all.push_back(stored_in(*this, *row));
  return all;
}

std::vector<Refusal> Members::create(store::Writer& writer,
                                     std::span<const NewRecord> records,
                                     const Occasion&) const {
  std::vector<Refusal> refused;
  for (const auto& record : records)
    if (!add(writer, record.id, record.values))
      refused.push_back({record.id, "it is there already"});
  count_change(writer);
  return refused;
}

std::vector<Refusal> Members::update(store::Writer& writer,
                                     std::span<const RecordChange> changes,
                                     const Occasion&) const {
  std::vector<Refusal> refused;
  for (const auto& each : changes)
    if (!change(writer, each)) refused.push_back({each.id, "somebody changed it since"});
  count_change(writer);
  return refused;
}

std::vector<Refusal> Members::remove(store::Writer& writer,
                                     std::span<const RecordVersion> records,
                                     const Occasion&) const {
  std::vector<Refusal> refused;
  for (const auto& each : records)
    if (writer.run(q("remove"), {{"id", each.id}, {"version", each.version}}) != 1)
      refused.push_back({each.id, "somebody changed it since"});
  count_change(writer);
  return refused;
}

std::vector<Values> all_members(store::Reader& reader) {
  std::vector<Values> all;
  for (const auto& row : reader.all(q("all"))) all.push_back(stored_in(Members(), row).values);
  return all;
}

std::string add_member(store::Writer& writer, const Values& values) {
  const auto id = base::new_id();
  if (!add(writer, id, values)) throw std::logic_error("a member is there already");
  count_change(writer);
  return id;
}

void change_member(store::Writer& writer, const std::string& id, const Values& values) {
  const auto row = writer.one(q("find"), {{"id", id}});
  if (!row || !change(writer, {id, row->integer("version"), values}))
    throw std::logic_error("there is no such member");
  count_change(writer);
}

std::string member_with(store::Reader& reader, const std::string& email) {
  const auto row = reader.one(q("by_email"), {{"texts", base::Json::array().add(email).dump()}});
  return row ? row->text("id") : std::string();
}

}  // namespace enact::imports
