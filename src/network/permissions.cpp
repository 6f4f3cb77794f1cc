// SPDX-License-Identifier: Apache-2.0
#include "network/permissions.h"

#include <set>

#include "base/id.h"
#include "base/text.h"
#include "network/network.h"
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

std::vector<bool> who_refuses_email(store::Reader& reader, const std::vector<Reached>& reached) {
  auto people = base::Json::array(), addresses = base::Json::array();
  for (const auto& one : reached) {
    if (!one.person.empty()) people.add(one.person);
    if (!one.address.empty()) addresses.add(base::lower(one.address));
  }
  std::set<std::string> refusing;  // ids and addresses: neither looks like the other
  for (const auto& row : reader.all(sql::who_refuses_email,
                                    {{"people", people.dump()}, {"addresses", addresses.dump()}})) {
    refusing.insert(row.text("id"));
    if (const auto address = row.text("address"); !address.empty()) refusing.insert(address);
  }
  std::vector<bool> refuses;
  for (const auto& one : reached)
    refuses.push_back(refusing.count(one.person) != 0 ||
                      refusing.count(base::lower(one.address)) != 0);
  return refuses;
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

base::Result<void> note_email_refusal(store::Writer& writer,
                                      std::string_view person,
                                      std::string_view how,
                                      identity::Event by) {
  const auto today = by.at.day();
  return note_permission(writer,
                         {.person = std::string(person),
                          .channel = Channel::email,
                          .answer = Answer::no,
                          .said_on = today.iso(),
                          .how = std::string(how)},
                         today, std::move(by));
}

}  // namespace enact::network
