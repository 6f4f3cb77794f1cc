// SPDX-License-Identifier: Apache-2.0
#include "network/links.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/date.h"
#include "base/id.h"
#include "network/link_rows.h"
#include "network/network.h"
#include "network/people.h"
#include "network/plain_text.h"
#include "network/queries.h"

namespace enact::network {
namespace {

// Nothing where there is nobody of that id.
std::optional<std::string> name_of_subject(store::Reader& reader, const Subject& subject) {
  if (subject.thing == Thing::person) {
    const auto person = find_person_record(reader, subject.id);
    return person ? std::optional(person->name) : std::nullopt;
  }
  const auto org = find_org(reader, subject.id);
  return org ? std::optional(org->name) : std::nullopt;
}

bool is_same(const Link& a, const Link& b) {
  return a.kind == b.kind && a.from.id == b.from.id && a.to.id == b.to.id &&
         a.is_private == b.is_private && a.workspace == b.workspace;
}

void record(store::Writer& writer, const Link& link, std::string verb, identity::Event by) {
  by.verb = std::move(verb);
  by.subject_kind = name_of(link.from.thing);
  by.subject_id = link.from.id;
  by.subject_name = link.from_name;
  by.org = link.workspace;
  // What only one person may see is not told to those who read the record.
  if (!link.is_private) by.after = to_json(link);
  identity::record(writer, by);
}

}  // namespace

std::vector<Link> links_of(store::Reader& reader, const Subject& subject) {
  std::vector<Link> links;
  const auto rows =
      reader.all(sql::links_of, {{"thing", name_of(subject.thing)}, {"subject", subject.id}});
  for (const auto& row : rows) {
    auto link = link_from(row);
    link.from_name = row.text("from_name");
    link.to_name = row.text("to_name");
    links.push_back(std::move(link));
  }
  return links;
}

std::optional<Link> find_link(store::Reader& reader, std::string_view id) {
  const auto row = reader.one(sql::find_link, {{"id", id}});
  return row ? std::optional(link_from(*row)) : std::nullopt;
}

base::Result<Link> note_link(store::Writer& writer, Link draft, identity::Event by) {
  auto link = tidied(std::move(draft));
  auto faults = faults_of(link);
  const auto from_name = name_of_subject(writer, link.from);
  const auto to_name = name_of_subject(writer, link.to);
  if (!from_name) return base::not_found("There is nobody at this address.");
  if (!to_name && !link.to.id.empty())
    faults.push_back(
        {.field = "to",
         .message = "There is nobody and nothing of that name on record. Add it first.",
         .file = {}});
  if (!faults.empty()) return base::invalid(std::move(faults));
  link.from_name = *from_name;
  link.to_name = *to_name;
  for (const auto& other : links_of(writer, link.from))
    if (!other.has_ended && is_same(other, link) && other.is_seen_by(by.actor))
      return base::invalid("to", fmt::format("It is on record already that {} {} {}.",
                                             link.from_name, words_of(link.kind), link.to_name));
  link.id = base::new_id();
  writer.run(sql::insert_link, {{"id", link.id},
                                {"kind", name_of(link.kind)},
                                {"from_thing", name_of(link.from.thing)},
                                {"from_id", link.from.id},
                                {"to_thing", name_of(link.to.thing)},
                                {"to_id", link.to.id},
                                {"strength", static_cast<int>(link.strength)},
                                {"from_date", link.from_date},
                                {"last_contact", link.last_contact},
                                {"workspace", link.workspace},
                                {"is_private", link.is_private},
                                {"note", link.note},
                                {"source", link.source},
                                {"by", by.actor},
                                {"by_name", by.actor_name},
                                {"now", by.at.iso()}});
  link.noted_by = by.actor;
  record(writer, link, "network.link.noted", std::move(by));
  return link;
}

base::Result<void> end_link(store::Writer& writer,
                            std::string_view id,
                            std::string_view until,
                            identity::Event by) {
  auto link = find_link(writer, id);
  if (!link || !link->is_seen_by(by.actor)) return base::not_found("This is not on record.");
  link->until_date = one_line(until);
  if (!link->until_date.empty() && !base::is_partial_date(link->until_date))
    return base::invalid("until", "Write the date as 2021, 2021-07 or 2021-07-27.");
  const auto ended = writer.run(
      sql::end_link,
      {{"id", id}, {"until", link->until_date}, {"by", by.actor_name}, {"now", by.at.iso()}});
  if (ended != 1) return base::conflict("Somebody has recorded the end already.");
  link->from_name = name_of_subject(writer, link->from).value_or(link->from.id);
  record(writer, *link, "network.link.ended", std::move(by));
  return {};
}

}  // namespace enact::network
