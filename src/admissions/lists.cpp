// SPDX-License-Identifier: Apache-2.0
#include "admissions/lists.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "admissions/queries.h"
#include "base/id.h"
#include "base/plain_text.h"
#include "base/text.h"
#include "network/network.h"

namespace enact::admissions {
namespace {

ProspectList list_from(const store::Row& row) {
  return {.id = row.text("id"),
          .workspace = row.text("workspace"),
          .name = row.text("name"),
          .held_on = row.text("held_on"),
          .whereabouts = row.text("whereabouts"),
          .words = row.text("words"),
          .version = row.integer("version")};
}

Prospect prospect_from(const store::Row& row) {
  Prospect p;
  p.id = row.text("id");
  p.list = row.text("list");
  p.person = row.text("person");
  p.org = row.text("org");
  p.name = row.text("shown_name");
  p.email = row.text("email");
  p.through = row.text("through");
  p.invited_on = row.text("invited_on");
  p.invited_by = row.text("invited_by");
  p.mails = row.integer("mails");
  p.reply = row.text("reply");
  p.replied_on = row.text("replied_on");
  p.attended = row.text("attended");
  p.contact_on = row.text("contact_on");
  p.commitment = row.text("commitment");
  p.no_mail_on = row.text("no_mail_on");
  p.org_name = row.text("org_name");
  p.address = row.text("address");
  return p;
}

std::vector<Prospect> with_refusals(store::Reader& reader, std::vector<Prospect> prospects) {
  std::vector<network::Reached> reached;
  for (const auto& p : prospects) reached.push_back({p.person, p.address});
  const auto refuse = network::who_refuses_email(reader, reached);
  for (std::size_t i = 0; i < prospects.size(); ++i)
    prospects[i].refuses = refuse[i] || !prospects[i].no_mail_on.empty();
  return prospects;
}

ProspectList tidied(ProspectList list) {
  list.name = base::one_line(list.name);
  list.held_on = base::one_line(list.held_on);
  list.whereabouts = base::one_line(list.whereabouts);
  list.words = base::several_lines(list.words);
  return list;
}

std::vector<base::Fault> faults_of(const ProspectList& list) {
  std::vector<base::Fault> faults;
  if (list.name.empty() || list.name.size() > 200)
    faults.push_back({.field = "name",
                      .message = "Give the list a name of at most 200 characters, such as: Virtual "
                                 "happy hour, May 2027.",
                      .file = {}});
  if (!list.held_on.empty() && !base::Day::parse(list.held_on))
    faults.push_back({.field = "held_on", .message = "Write the day as 2027-05-14.", .file = {}});
  if (list.whereabouts.size() > 500)
    faults.push_back({.field = "whereabouts", .message = "Say it in 500 characters.", .file = {}});
  if (list.words.size() > 8000)
    faults.push_back({.field = "words", .message = "Say it in 8,000 characters.", .file = {}});
  return faults;
}

base::Json to_json(const ProspectList& list) {
  return base::Json::object()
      .set("name", list.name)
      .set("held_on", list.held_on)
      .set("whereabouts", list.whereabouts)
      .set("words", list.words);
}

base::Failure not_there() {
  return base::not_found("There is no such list.");
}

base::Failure nobody_chosen() {
  return base::invalid("rows", "Tick somebody of the list first.");
}

// What makes two entries of a list the same one.
std::vector<std::string> keys_of(const Prospect& p) {
  std::vector<std::string> keys;
  if (!p.person.empty()) keys.push_back("person:" + p.person);
  if (p.person.empty() && !p.org.empty()) keys.push_back("org:" + p.org);
  for (const auto& address : {p.address, p.email})
    if (!address.empty()) keys.push_back("at:" + base::lower(address));
  if (keys.empty()) keys.push_back("name:" + base::lower(p.name));
  return keys;
}

// The event says of how many and of whom, by id: names change.
base::Json ids_of(const std::vector<Prospect>& prospects) {
  auto ids = base::Json::array();
  for (const auto& p : prospects) ids.add(p.id);
  return ids;
}

}  // namespace

identity::Event about(identity::Event by, const ProspectList& list, std::string verb) {
  by.verb = std::move(verb);
  by.subject_kind = "prospect-list";
  by.subject_id = list.id;
  by.subject_name = list.name;
  by.org = list.workspace;
  return by;
}

std::vector<ProspectList> lists_in(store::Reader& reader, std::string_view workspace) {
  std::vector<ProspectList> lists;
  for (const auto& row : reader.all(sql::lists_in, {{"workspace", workspace}})) {
    auto& list = lists.emplace_back(list_from(row));
    list.sums = {.prospects = row.integer("prospects"),
                 .invited = row.integer("invited"),
                 .yes = row.integer("said_yes"),
                 .maybe = row.integer("said_maybe"),
                 .no = row.integer("said_no"),
                 .came = row.integer("came"),
                 .contacts = row.integer("contacts"),
                 .commitments = row.integer("commitments")};
  }
  return lists;
}

std::optional<ProspectList> find_list(store::Reader& reader, std::string_view id) {
  const auto row = reader.one(sql::find_list, {{"id", id}});
  return row ? std::optional(list_from(*row)) : std::nullopt;
}

std::vector<Prospect> prospects_of(store::Reader& reader, std::string_view list) {
  std::vector<Prospect> prospects;
  for (const auto& row : reader.all(sql::prospects_of, {{"list", list}}))
    prospects.push_back(prospect_from(row));
  return with_refusals(reader, std::move(prospects));
}

std::optional<Prospect> find_prospect(store::Reader& reader, std::string_view id) {
  const auto row = reader.one(sql::find_prospect, {{"id", id}});
  if (!row) return std::nullopt;
  return with_refusals(reader, {prospect_from(*row)}).front();
}

base::Result<ProspectList> make_list(store::Writer& writer,
                                     ProspectList draft,
                                     identity::Event by) {
  auto list = tidied(std::move(draft));
  if (auto faults = faults_of(list); !faults.empty()) return base::invalid(std::move(faults));
  list.id = base::new_id();
  list.version = 1;
  writer.run(sql::insert_list, {{"id", list.id},
                                {"workspace", list.workspace},
                                {"name", list.name},
                                {"held_on", list.held_on},
                                {"whereabouts", list.whereabouts},
                                {"words", list.words},
                                {"by", by.actor_name},
                                {"now", by.at.iso()}});
  auto event = about(std::move(by), list, "admissions.list.made");
  event.after = to_json(list);
  identity::record(writer, event);
  return list;
}

base::Result<void> change_list(store::Writer& writer, ProspectList draft, identity::Event by) {
  const auto stored = find_list(writer, draft.id);
  if (!stored) return not_there();
  const auto list = tidied(std::move(draft));
  if (auto faults = faults_of(list); !faults.empty()) return base::invalid(std::move(faults));
  const auto changed = writer.run(sql::change_list, {{"id", list.id},
                                                     {"name", list.name},
                                                     {"held_on", list.held_on},
                                                     {"whereabouts", list.whereabouts},
                                                     {"words", list.words},
                                                     {"version", list.version}});
  if (changed != 1)
    return base::conflict(
        "Somebody changed this list while you were writing. Nothing of theirs was changed; what "
        "you wrote is below.");
  auto event = about(std::move(by), *stored, "admissions.list.changed");
  event.before = to_json(*stored);
  event.after = to_json(list);
  identity::record(writer, event);
  return {};
}

base::Result<std::size_t> add_prospects(store::Writer& writer,
                                        std::string_view list_id,
                                        const std::vector<Prospect>& drafts,
                                        identity::Event by) {
  const auto list = find_list(writer, list_id);
  if (!list) return not_there();
  const auto there = prospects_of(writer, list_id);
  if (there.size() + drafts.size() > kMostProspects)
    return base::invalid(
        "text", fmt::format("A list holds at most {} people. Make another one.", kMostProspects));
  std::set<std::string> known;
  for (const auto& p : there)
    for (auto& key : keys_of(p)) known.insert(std::move(key));
  std::vector<Prospect> added;
  for (auto draft : drafts) {
    const auto keys = keys_of(draft);
    const bool is_new = std::none_of(keys.begin(), keys.end(),
                                     [&](const auto& key) { return known.count(key) != 0; });
    if (!is_new) continue;
    known.insert(keys.begin(), keys.end());
    draft.id = base::new_id();
    writer.run(sql::insert_prospect, {{"id", draft.id},
                                      {"list", list_id},
                                      {"person", draft.person},
                                      {"org", draft.org},
                                      {"name", base::shorten(draft.name, 200)},
                                      {"email", draft.email},
                                      {"through", draft.through},
                                      {"by", by.actor_name},
                                      {"now", by.at.iso()}});
    added.push_back(std::move(draft));
  }
  if (added.empty()) return std::size_t{0};
  auto event = about(std::move(by), *list, "admissions.list.extended");
  event.after = base::Json::object().set("prospects", ids_of(added));
  identity::record(writer, event);
  return added.size();
}

void keep_prospect(store::Writer& writer, const Prospect& p) {
  writer.run(sql::keep_prospect, {{"id", p.id},
                                  {"invited_on", p.invited_on},
                                  {"invited_by", p.invited_by},
                                  {"mails", p.mails},
                                  {"reply", p.reply},
                                  {"replied_on", p.replied_on},
                                  {"attended", p.attended},
                                  {"contact_on", p.contact_on},
                                  {"commitment", p.commitment},
                                  {"no_mail_on", p.no_mail_on}});
}

base::Result<std::size_t> mark_prospects(store::Writer& writer,
                                         std::string_view list_id,
                                         const Chosen& chosen,
                                         const Marking& marking,
                                         identity::Event by) {
  const auto list = find_list(writer, list_id);
  if (!list) return not_there();
  if (auto faults = faults_of(marking, by.at.day()); !faults.empty())
    return base::invalid(std::move(faults));
  auto prospects = prospects_of(writer, list_id);
  std::erase_if(prospects, [&](const Prospect& p) { return !chosen(p); });
  if (prospects.empty()) return nobody_chosen();
  for (const auto& p : prospects) keep_prospect(writer, marked(p, marking));
  auto event = about(std::move(by), *list, "admissions.list.marked");
  event.after = base::Json::object()
                    .set("mark", name_of(marking.mark))
                    .set("on", marking.on)
                    .set("prospects", ids_of(prospects));
  identity::record(writer, event);
  return prospects.size();
}

base::Result<std::size_t> take_off(store::Writer& writer,
                                   std::string_view list_id,
                                   const Chosen& chosen,
                                   identity::Event by) {
  const auto list = find_list(writer, list_id);
  if (!list) return not_there();
  auto prospects = prospects_of(writer, list_id);
  std::erase_if(prospects, [&](const Prospect& p) { return !chosen(p); });
  if (prospects.empty()) return nobody_chosen();
  const bool was_invited = std::any_of(prospects.begin(), prospects.end(),
                                       [](const Prospect& p) { return !p.invited_on.empty(); });
  if (was_invited)
    return base::invalid("rows",
                         "Somebody you ticked was invited already, and stays on record. Take off "
                         "only those who were not.");
  for (const auto& p : prospects) writer.run(sql::take_off, {{"id", p.id}});
  auto event = about(std::move(by), *list, "admissions.list.shortened");
  event.before = base::Json::object().set("prospects", ids_of(prospects));
  identity::record(writer, event);
  return prospects.size();
}

void came_of(store::Writer& writer,
             std::string_view prospect_id,
             std::string_view commitment,
             std::string_view workspace,
             const identity::Event& by) {
  auto prospect = find_prospect(writer, prospect_id);
  if (!prospect) return;
  const auto list = find_list(writer, prospect->list);
  if (!list || list->workspace != workspace) return;
  const Marking marking{.mark = Mark::commitment,
                        .on = by.at.day().iso(),
                        .by_what = {},
                        .commitment = std::string(commitment)};
  keep_prospect(writer, marked(*prospect, marking));
  auto event = about(by, *list, "admissions.list.marked");
  event.after = base::Json::object()
                    .set("mark", name_of(marking.mark))
                    .set("on", marking.on)
                    .set("prospects", ids_of({*prospect}));
  identity::record(writer, event);
}

std::string prospects_standing(store::Reader& reader, const std::string& workspace) {
  Sums sums;
  for (const auto& list : lists_in(reader, workspace)) sums += list.sums;
  return words_of(sums);
}

}  // namespace enact::admissions
