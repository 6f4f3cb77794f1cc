// SPDX-License-Identifier: Apache-2.0
#include "network/merge_references.h"

#include <fmt/format.h>

#include "base/text.h"
#include "identity/moving.h"
#include "imports/imports.h"
#include "network/merge_history.h"
#include "network/queries.h"
#include "network/row_image.h"

namespace enact::network {
namespace {

using app::Merging;
using app::Moved;
using base::Json;
using Record = app::RecordPage::Record;
using Words = std::vector<std::string>;

std::string ids_of(const Merging& merging) {
  return merging.record == Record::org ? "organizations" : "people";
}

// An affiliation that the kept record has too goes into the journal as it is: two that say the same
// cannot both be current.
Moved move_affiliations(store::Writer& writer, const Merging& merging) {
  const bool is_org = merging.record == Record::org;
  const auto rows =
      writer.all(is_org ? sql::affiliation_rows_at_org : sql::affiliation_rows_of_person,
                 {{"record", merging.merged}});
  if (rows.empty()) return {};
  auto moved = Json::array(), aside = Json::array();
  for (const auto& row : rows) {
    const bool is_double = row.is_null("ended_at") &&
                           writer.one(sql::current_affiliation_like,
                                      {{"person", is_org ? row.text("person") : merging.kept},
                                       {"org", is_org ? merging.kept : row.text("org")},
                                       {"role", row.text("role")}});
    if (is_double) {
      aside.add(image_of(row));
      writer.run(sql::forget_affiliation, {{"id", row.text("id")}});
    } else {
      moved.add(row.text("id"));
      writer.run(is_org ? sql::move_affiliation_to_org : sql::move_affiliation_to_person,
                 {{"id", row.text("id")}, {"from", merging.merged}, {"to", merging.kept}});
    }
  }
  Words words;
  const auto count = [](const Json& list) { return static_cast<long long>(list.items().size()); };
  if (count(moved) > 0)
    words.push_back(base::counted(count(moved), "role of a person", "roles of people"));
  for (const auto& image : aside.items())
    words.push_back(fmt::format(
        "The role \"{}\" stood at both; that of the record that stays counts, the "
        "other{} is kept here.",
        image["role"].text(),
        image["from_date"].text().empty() ? std::string()
                                          : " (since " + image["from_date"].text() + ")"));
  return {Json::object().set("moved", moved).set("aside", aside), words};
}

// Whether it stands again; not where somebody took up the same role meanwhile.
bool restore_affiliation(store::Writer& writer, const Json& image) {
  const auto person = standing_id(writer, Thing::person, image["person"].text());
  const auto org = standing_id(writer, Thing::organization, image["org"].text());
  if (person.empty() || org.empty() ||
      writer.one(sql::current_affiliation_like,
                 {{"person", person}, {"org", org}, {"role", image["role"].text()}}))
    return false;
  writer.run(sql::restore_affiliation, {param(image, "id"),
                                        {"person", person},
                                        {"org", org},
                                        param(image, "role"),
                                        param(image, "from_date"),
                                        param(image, "until_date"),
                                        param(image, "begun_by"),
                                        param(image, "begun_at"),
                                        param(image, "ended_by"),
                                        param(image, "ended_at")});
  return true;
}

Words move_affiliations_back(store::Writer& writer, const Merging& merging, const Json& journal) {
  const bool is_org = merging.record == Record::org;
  long long left = 0;
  for (const auto& id : journal["moved"].items()) {
    const auto row = writer.one(sql::find_affiliation_row, {{"id", id.text()}});
    if (!row || row->text(is_org ? "org" : "person") != merging.kept) {
      ++left;
      continue;
    }
    writer.run(is_org ? sql::move_affiliation_to_org : sql::move_affiliation_to_person,
               {{"id", id.text()}, {"from", merging.kept}, {"to", merging.merged}});
  }
  for (const auto& image : journal["aside"].items())
    if (!restore_affiliation(writer, image)) ++left;
  if (left == 0) return {};
  return {fmt::format("{} changed since and stayed as they are.",
                      base::counted(left, "role of a person", "roles of people"))};
}

// A link between the two would lead from a record to itself, and goes into the journal.
Moved move_links(store::Writer& writer, const Merging& merging) {
  const auto thing = name_of(thing_of(merging));
  auto moved = Json::array(), aside = Json::array();
  for (const auto& row :
       writer.all(sql::link_rows_of, {{"thing", thing}, {"record", merging.merged}})) {
    const auto id = row.text("id");
    const auto is = [&](std::string_view end, const std::string& record) {
      return row.text(fmt::format("{}_thing", end)) == thing &&
             row.text(fmt::format("{}_id", end)) == record;
    };
    const bool from = is("from", merging.merged), to = is("to", merging.merged);
    if ((from || is("from", merging.kept)) && (to || is("to", merging.kept))) {
      aside.add(image_of(row));
      writer.run(sql::forget_link, {{"id", id}});
      continue;
    }
    moved.add(Json::object().set("id", id).set("end", from ? "from" : "to"));
    writer.run(from ? sql::move_link_from : sql::move_link_to,
               {{"id", id}, {"from", merging.merged}, {"to", merging.kept}});
  }
  if (moved.items().empty() && aside.items().empty()) return {};
  Words words;
  const auto count = [](const Json& list) { return static_cast<long long>(list.items().size()); };
  if (count(moved) > 0) words.push_back(base::counted(count(moved), "connection", "connections"));
  if (count(aside) > 0)
    words.push_back(
        fmt::format("{} between the two, which would lead from a record to itself, kept "
                    "here.",
                    base::counted(count(aside), "connection", "connections")));
  return {Json::object().set("moved", moved).set("aside", aside), words};
}

Words move_links_back(store::Writer& writer, const Merging& merging, const Json& journal) {
  long long left = 0;
  for (const auto& link : journal["moved"].items()) {
    const bool from = link["end"].text() == "from";
    if (writer.run(from ? sql::move_link_from : sql::move_link_to,
                   {{"id", link["id"].text()}, {"from", merging.kept}, {"to", merging.merged}}) !=
        1)
      ++left;
  }
  for (const auto& image : journal["aside"].items())
    writer.run(sql::restore_link, {param(image, "id"),         param(image, "kind"),
                                   param(image, "from_thing"), param(image, "from_id"),
                                   param(image, "to_thing"),   param(image, "to_id"),
                                   param(image, "strength"),   param(image, "from_date"),
                                   param(image, "until_date"), param(image, "last_contact"),
                                   param(image, "workspace"),  param(image, "is_private"),
                                   param(image, "note"),       param(image, "source"),
                                   param(image, "noted_by"),   param(image, "noted_by_name"),
                                   param(image, "noted_at"),   param(image, "ended_by"),
                                   param(image, "ended_at"),   param(image, "version")});
  if (left == 0) return {};
  return {fmt::format("{} changed since and stayed as they are.",
                      base::counted(left, "connection", "connections"))};
}

// Who vouched for the record, and who was asked whether it is still right.
std::vector<app::Reference> vouchings() {
  const auto vouched = [](std::string name, Record record, const store::Query& rows) {
    return app::reference_of(std::move(name), {.record = record,
                                               .singular = "word that it is right",
                                               .plural = "words that it is right",
                                               .rows = rows,
                                               .move = sql::move_verification});
  };
  const auto asked = [](std::string name, Record record, const store::Query& rows,
                        const store::Query& move) {
    return app::reference_of(std::move(name), {.record = record,
                                               .singular = "question whether it is still right",
                                               .plural = "questions whether it is still right",
                                               .rows = rows,
                                               .move = move});
  };
  return {
      vouched("network.org_verifications", Record::org, sql::ids_of_org_verifications),
      vouched("network.person_verifications", Record::person, sql::ids_of_person_verifications),
      asked("network.org_questions", Record::org, sql::ids_of_org_questions, sql::move_question),
      asked("network.person_questions", Record::person, sql::ids_of_person_questions,
            sql::move_question),
      asked("network.questions_to", Record::person, sql::ids_of_questions_to,
            sql::move_question_to)};
}

app::Reference parts() {
  return app::reference_of("network.parts", {.record = Record::org,
                                             .singular = "part",
                                             .plural = "parts",
                                             .rows = sql::ids_of_parts,
                                             .move = sql::move_part});
}

// What an import remembers of the records that it made or changed.
app::Reference import_rows() {
  return {
      .name = "network.imports",
      .move = [](store::Writer& writer, const Merging& merging) -> Moved {
        auto moved = imports::move_record(writer, ids_of(merging), merging.merged, merging.kept);
        return {std::move(moved), {}};
      },
      .move_back = [](store::Writer& writer, const Merging& merging, const Json& journal) -> Words {
        imports::move_record_back(writer, journal, merging.kept, merging.merged);
        return {};
      }};
}

// Who works for a program keeps the role at the record that stays.
app::Reference roles() {
  return {
      .name = "network.roles",
      .move = [](store::Writer& writer, const Merging& merging) -> Moved {
        if (merging.record != Record::org) return {};
        auto moved = identity::move_roles(writer, merging.merged, merging.kept);
        const auto count = static_cast<long long>(moved["roles"].items().size());
        Words words;
        if (count > 0)
          words.push_back(base::counted(count, "role of an account", "roles of accounts"));
        return {std::move(moved), std::move(words)};
      },
      .move_back = [](store::Writer& writer, const Merging& merging, const Json& journal) -> Words {
        if (identity::move_roles_back(writer, journal, merging.kept, merging.merged) == 0)
          return {};
        return {"Some roles of accounts changed since and stayed as they are."};
      }};
}

std::vector<app::Reference> places_and_money() {
  const auto column = [](std::string name, std::string one, std::string many,
                         const store::Query& rows, const store::Query& move) {
    return app::reference_of(std::move(name), {.record = Record::org,
                                               .singular = std::move(one),
                                               .plural = std::move(many),
                                               .rows = rows,
                                               .move = move});
  };
  return {
      column("network.sites", "site", "sites", sql::ids_of_sites, sql::move_site),
      column("network.fundings", "funding", "fundings", sql::ids_of_fundings, sql::move_funding),
      column("network.funders", "funding of others", "fundings of others", sql::ids_of_funded,
             sql::move_funded)};
}

std::vector<app::Reference> introductions() {
  const auto column = [](std::string name, const store::Query& rows, const store::Query& move) {
    return app::reference_of("network.introductions_" + name, {.record = Record::person,
                                                               .singular = "introduction",
                                                               .plural = "introductions",
                                                               .rows = rows,
                                                               .move = move});
  };
  return {column("by", sql::ids_of_introductions_by, sql::move_introduction_by),
          column("to", sql::ids_of_introductions_to, sql::move_introduction_to),
          column("via", sql::ids_of_introductions_via, sql::move_introduction_via),
          column("for", sql::ids_of_introductions_for, sql::move_introduction_for)};
}

}  // namespace

Thing thing_of(const Merging& merging) {
  return merging.record == Record::person ? Thing::person : Thing::organization;
}

std::string standing_id(store::Reader& reader, Thing thing, std::string_view id) {
  constexpr int kMostSteps = 50;
  std::string at(id);
  for (int step = 0; step < kMostSteps && !at.empty(); ++step) {
    if (reader.one(thing == Thing::person ? sql::find_person : sql::find_org, {{"id", at}}))
      return at;
    const auto merge = reader.one(sql::merge_of, {{"thing", name_of(thing)}, {"merged", at}});
    at = merge ? merge->text("kept") : std::string();
  }
  return {};
}

std::vector<app::Reference> own_references() {
  std::vector<app::Reference> all{
      parts(),
      {"network.affiliations", move_affiliations, move_affiliations_back},
      {"network.links", move_links, move_links_back},
      {"network.permissions", move_permissions, move_permissions_back},
      {"network.duplicates", move_decisions, move_decisions_back},
      import_rows(),
      roles()};
  for (auto& reference : vouchings()) all.push_back(std::move(reference));
  for (auto& reference : places_and_money()) all.push_back(std::move(reference));
  for (auto& reference : introductions()) all.push_back(std::move(reference));
  return all;
}

}  // namespace enact::network
