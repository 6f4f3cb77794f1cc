// SPDX-License-Identifier: Apache-2.0
#include "network/link.h"

#include "base/date.h"
#include "network/plain_text.h"

namespace enact::network {
namespace {

struct About {
  std::string_view name, words, words_back;
  Thing from, to;
};

const About& about(LinkKind kind) {
  constexpr auto kPerson = Thing::person, kOrg = Thing::organization;
  static constexpr About kAll[] = {
      {"knows", "knows", "is known by", kPerson, kPerson},
      {"introduced", "was introduced by us to", "was introduced by us to", kPerson, kPerson},
      {"reports_to", "reports to", "leads", kPerson, kPerson},
      {"sits_on", "sits on", "has as a member", kPerson, kOrg},
      {"houses", "houses", "is housed by", kOrg, kOrg},
      {"funds", "funds", "is funded by", kOrg, kOrg},
  };
  return kAll[static_cast<std::size_t>(kind)];
}

void check_date(std::vector<base::Fault>& faults, std::string field, const std::string& date) {
  if (!date.empty() && !base::is_partial_date(date))
    faults.push_back({.field = std::move(field),
                      .message = "Write the date as 2021, 2021-07 or 2021-07-27.",
                      .file = {}});
}

}  // namespace

std::string_view name_of(LinkKind kind) {
  return about(kind).name;
}
std::string_view words_of(LinkKind kind) {
  return about(kind).words;
}
std::string_view words_back_of(LinkKind kind) {
  return about(kind).words_back;
}
Thing from_of(LinkKind kind) {
  return about(kind).from;
}
Thing to_of(LinkKind kind) {
  return about(kind).to;
}

std::optional<LinkKind> link_kind_named(std::string_view name) {
  for (const auto kind : kLinkKinds)
    if (name_of(kind) == name) return kind;
  return std::nullopt;
}

std::string_view words_of(Strength strength) {
  constexpr std::string_view kWords[] = {"have met", "work together", "know each other well"};
  return kWords[static_cast<int>(strength) - 1];
}

Link tidied(Link link) {
  for (auto* line : {&link.from.id, &link.to.id, &link.from_date, &link.until_date,
                     &link.last_contact, &link.note, &link.source})
    *line = one_line(*line);
  return link;
}

std::vector<base::Fault> faults_of(const Link& link) {
  std::vector<base::Fault> faults;
  const auto add = [&](std::string field, std::string message) {
    faults.push_back({.field = std::move(field), .message = std::move(message), .file = {}});
  };
  if (link.to.id.empty()) add("to", "Choose who or what is at the other end.");
  if (link.from.thing == link.to.thing && link.from.id == link.to.id)
    add("to", "The other end must be somebody else.");
  if (link.from.thing != from_of(link.kind) || link.to.thing != to_of(link.kind))
    add("kind", "These two cannot be connected like that.");
  check_date(faults, "from_date", link.from_date);
  check_date(faults, "last_contact", link.last_contact);
  if (link.note.size() > 500) add("note", "Say it in 500 characters.");
  return faults;
}

base::Json to_json(const Link& link) {
  auto json = base::Json::object();
  json.set("kind", name_of(link.kind)).set("from", link.from.id).set("to", link.to.id);
  json.set("strength", static_cast<int>(link.strength)).set("from_date", link.from_date);
  json.set("until_date", link.until_date).set("last_contact", link.last_contact);
  json.set("is_private", link.is_private).set("note", link.note).set("source", link.source);
  return json;
}

}  // namespace enact::network
