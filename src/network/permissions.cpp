// SPDX-License-Identifier: Apache-2.0
#include "network/permissions.h"

#include "base/id.h"
#include "network/people.h"
#include "network/plain_text.h"
#include "network/queries.h"

namespace enact::network {
namespace {

using Answer = Permission::Answer;

std::string_view name_of(Answer answer) {
  return answer == Answer::yes ? "yes" : "no";
}

base::Json to_json(const Permission& permission) {
  auto json = base::Json::object();
  json.set("channel", network::name_of(permission.channel))
      .set("answer", name_of(permission.answer));
  json.set("said_on", permission.said_on).set("how", permission.how);
  return json;
}

}  // namespace

std::vector<Permission> permissions_of(store::Reader& reader, std::string_view person) {
  std::vector<Permission> history;
  for (const auto& row : reader.all(sql::permissions_of_person, {{"person", person}}))
    history.push_back({.id = row.text("id"),
                       .person = row.text("person"),
                       .channel = channel_named(row.text("channel")).value_or(Channel::email),
                       .answer = row.text("answer") == "yes" ? Answer::yes : Answer::no,
                       .said_on = row.text("said_on"),
                       .how = row.text("how"),
                       .noted_by = row.text("noted_by"),
                       .noted_at = row.text("noted_at")});
  return history;
}

base::Result<void> note_permission(store::Writer& writer,
                                   Permission draft,
                                   base::Day today,
                                   identity::Event by) {
  draft.how = one_line(draft.how);
  draft.said_on = one_line(draft.said_on);
  const auto person = find_person_record(writer, draft.person);
  if (!person) return base::not_found("There is nobody at this address.");
  if (auto faults = faults_of(draft, today); !faults.empty())
    return base::invalid(std::move(faults));
  writer.run(sql::note_permission, {{"id", base::new_id()},
                                    {"person", draft.person},
                                    {"channel", network::name_of(draft.channel)},
                                    {"answer", name_of(draft.answer)},
                                    {"said_on", draft.said_on},
                                    {"how", draft.how},
                                    {"by", by.actor_name},
                                    {"now", by.at.iso()}});
  by.verb = "network.permission.noted";
  by.subject_kind = "person";
  by.subject_id = person->id;
  by.subject_name = person->name;
  by.after = to_json(draft);
  identity::record(writer, by);
  return {};
}

}  // namespace enact::network
