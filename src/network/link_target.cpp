// SPDX-License-Identifier: Apache-2.0
#include "network/link_target.h"

#include <fmt/format.h>

#include "base/id.h"
#include "base/text.h"
#include "network/assets.h"
#include "network/link_planner.h"
#include "network/link_rows.h"
#include "network/network.h"
#include "network/people.h"
#include "network/queries.h"

namespace enact::network {
namespace {

using imports::NewRecord;
using imports::Occasion;
using imports::RecordChange;
using imports::RecordVersion;
using imports::Refusal;
using imports::Stored;
using imports::Values;

std::vector<imports::Field> link_fields() {
  using enum imports::FieldType;
  using imports::Presence;
  std::vector<imports::FieldChoice> kinds, strengths;
  for (const auto kind : kLinkKinds)
    kinds.push_back({std::string(name_of(kind)), std::string(words_of(kind))});
  for (const auto strength : {Strength::have_met, Strength::work_together, Strength::know_well})
    strengths.push_back(
        {std::to_string(static_cast<int>(strength)), std::string(words_of(strength))});
  return {
      {.name = "from",
       .label = "Who",
       .presence = Presence::required,
       .headers = {"source", "person", "person a"},
       .help = "A name, an e-mail address, or the last part of the address of its page."},
      {.name = "kind",
       .label = "How",
       .type = choice,
       .headers = {"type", "relation", "relationship", "connection"},
       .choices = kinds},
      {.name = "to",
       .label = "Whom or what",
       .presence = Presence::required,
       .headers = {"target", "person b"}},
      {.name = "strength", .label = "How well", .type = choice, .choices = strengths},
      {.name = "since", .label = "Since", .type = partial_day, .headers = {"start", "from date"}},
      {.name = "last_contact",
       .label = "Last in touch",
       .type = partial_day,
       .headers = {"last contact"}},
      {.name = "note", .label = "Note", .headers = {"description", "notes"}},
      {.name = "source", .label = "Source"}};
}

struct StoredLink {
  Link link;
  std::int64_t version = 0;  // 0: the two are not connected like that yet
};

StoredLink link_at(store::Reader& reader, const LinkPlace& place) {
  const auto row = reader.one(sql::find_link_between, {{"workspace", place.workspace},
                                                       {"kind", name_of(place.kind)},
                                                       {"from_id", place.from},
                                                       {"to_id", place.to}});
  if (row) return {link_from(*row), row->integer("version")};
  Link link;
  link.kind = place.kind;
  link.from = {from_of(place.kind), place.from};
  link.to = {to_of(place.kind), place.to};
  link.workspace = place.workspace;
  return {link, 0};
}

std::string name_of_end(store::Reader& reader, const Subject& subject) {
  if (subject.thing == Thing::organization) return org_name(reader, subject.id);
  const auto person = find_person_record(reader, subject.id);
  return person ? person->name : subject.id;
}

Values values_of(const StoredLink& stored) {
  const auto& link = stored.link;
  Values values;
  values.set("from", link.from.id);
  values.set("kind", stored.version > 0 ? std::string(name_of(link.kind)) : "");
  values.set("to", link.to.id);
  values.set("strength", stored.version > 0 ? std::to_string(static_cast<int>(link.strength)) : "");
  values.set("since", link.from_date);
  values.set("last_contact", link.last_contact);
  values.set("note", link.note);
  values.set("source", link.source);
  return values;
}

void read_values(Link& link, const Values& said) {
  if (const auto* text = said.find("strength"); text != nullptr && !text->empty())
    link.strength = static_cast<Strength>(base::to_integer(*text).value_or(1));
  const std::pair<const char*, std::string Link::*> texts[] = {
      {"since", &Link::from_date},
      {"last_contact", &Link::last_contact},
      {"note", &Link::note},
      {"source", &Link::source}};
  for (const auto& [name, text] : texts)
    if (const auto* value = said.find(name)) link.*text = *value;
}

void insert(store::Writer& writer, const Link& link, const Occasion& on) {
  writer.run(sql::insert_link, {{"id", base::new_id()},
                                {"kind", name_of(link.kind)},
                                {"from_thing", name_of(link.from.thing)},
                                {"from_id", link.from.id},
                                {"to_thing", name_of(link.to.thing)},
                                {"to_id", link.to.id},
                                {"strength", static_cast<int>(link.strength)},
                                {"from_date", link.from_date},
                                {"last_contact", link.last_contact},
                                {"workspace", link.workspace},
                                {"is_private", false},
                                {"note", link.note},
                                {"source", link.source},
                                {"by", on.by.actor},
                                {"by_name", on.by.actor_name},
                                {"now", on.by.at.iso()}});
}

bool change(store::Writer& writer, const Link& link, std::int64_t version) {
  return writer.run(sql::change_link, {{"id", link.id},
                                       {"version", version},
                                       {"strength", static_cast<int>(link.strength)},
                                       {"from_date", link.from_date},
                                       {"last_contact", link.last_contact},
                                       {"note", link.note},
                                       {"source", link.source}}) == 1;
}

class LinkTarget : public imports::Target {
 public:
  std::string_view name() const override { return "links"; }
  std::string_view label() const override { return "Connections: who knows whom"; }
  std::string_view singular() const override { return "connection"; }
  std::string_view plural() const override { return "connections"; }
  const std::vector<imports::Field>& fields() const override {
    static const auto all = link_fields();
    return all;
  }
  std::vector<imports::Identity> identities() const override { return {{"from", "kind", "to"}}; }
  base::Assets mappings() const override {
    static const std::vector<base::Asset> ours = [] {
      std::vector<base::Asset> found;
      for (const auto& asset : assets())
        if (asset.path.starts_with("mappings/links-")) found.push_back(asset);
      return found;
    }();
    return ours;
  }
  std::string url_of(std::string_view id) const override {
    const auto place = link_place(id);
    if (!place) return {};
    return fmt::format("/{}/{}/links", from_of(place->kind) == Thing::person ? "people" : "orgs",
                       place->from);
  }

  std::unique_ptr<imports::Planner> planner(store::Reader&, const Occasion& on) const override {
    return std::make_unique<LinkPlanner>(on);
  }

  std::vector<Stored> load(store::Reader& reader, std::span<const std::string> ids) const override {
    std::vector<Stored> all;
    for (const auto& id : ids) {
      const auto place = link_place(id);
      if (!place) continue;
      const auto stored = link_at(reader, *place);
      all.push_back({id, stored.version,
                     fmt::format("{} {} {}", name_of_end(reader, stored.link.from),
                                 words_of(stored.link.kind), name_of_end(reader, stored.link.to)),
                     values_of(stored)});
    }
    return all;
  }

  std::vector<Refusal> create(store::Writer& writer,
                              std::span<const NewRecord> records,
                              const Occasion& on) const override {
    std::vector<Refusal> refused;
    for (const auto& record : records) {
      const auto place = link_place(record.id);
      auto stored = place ? link_at(writer, *place) : StoredLink{.link = {}, .version = 1};
      if (stored.version > 0) {
        refused.push_back({record.id, "This is on record already."});
        continue;
      }
      read_values(stored.link, record.values);
      insert(writer, stored.link, on);
    }
    return refused;
  }

  std::vector<Refusal> update(store::Writer& writer,
                              std::span<const RecordChange> changes,
                              const Occasion& on) const override {
    std::vector<Refusal> refused;
    for (const auto& wanted : changes) {
      const auto place = link_place(wanted.id);
      auto stored = place ? link_at(writer, *place) : StoredLink{.link = {}, .version = -1};
      const auto* kind = wanted.values.find("kind");
      bool is_done = stored.version == wanted.version;
      read_values(stored.link, wanted.values);
      if (is_done && kind != nullptr && kind->empty())
        is_done = take_away(writer, stored);  // what the import began is taken back
      else if (is_done && stored.version == 0)
        insert(writer, stored.link, on);
      else if (is_done)
        is_done = change(writer, stored.link, stored.version);
      if (!is_done) refused.push_back({wanted.id, "Somebody changed it."});
    }
    return refused;
  }

  std::vector<Refusal> remove(store::Writer& writer,
                              std::span<const RecordVersion> records,
                              const Occasion&) const override {
    std::vector<Refusal> refused;
    for (const auto& record : records) {
      const auto place = link_place(record.id);
      const auto stored = place ? link_at(writer, *place) : StoredLink{};
      if (stored.version != record.version || !take_away(writer, stored))
        refused.push_back({record.id, "Somebody changed it."});
    }
    return refused;
  }

 private:
  static bool take_away(store::Writer& writer, const StoredLink& stored) {
    return writer.run(sql::remove_link, {{"id", stored.link.id}, {"version", stored.version}}) == 1;
  }
};

}  // namespace

const imports::Target& link_target() {
  static const LinkTarget target;
  return target;
}

std::string id_of(const LinkPlace& place) {
  return fmt::format("{}~{}~{}~{}", place.workspace, name_of(place.kind), place.from, place.to);
}

std::optional<LinkPlace> link_place(std::string_view id) {
  const auto parts = base::split(id, '~');
  if (parts.size() != 4) return std::nullopt;
  const auto kind = link_kind_named(parts[1]);
  if (!kind) return std::nullopt;
  return LinkPlace{std::string(parts[0]), *kind, std::string(parts[2]), std::string(parts[3])};
}

}  // namespace enact::network
