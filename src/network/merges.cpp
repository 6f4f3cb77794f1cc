// SPDX-License-Identifier: Apache-2.0
#include "network/merges.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "app/edition.h"
#include "app/search.h"
#include "base/id.h"
#include "base/text.h"
#include "network/changes.h"
#include "network/merge_facts.h"
#include "network/merge_references.h"
#include "network/org_rows.h"
#include "network/orgs.h"
#include "network/people_index.h"
#include "network/queries.h"
#include "network/row_image.h"

namespace enact::network {
namespace {

using base::Json;

std::optional<Json> image_of_record(store::Reader& reader, Thing thing, std::string_view id) {
  const auto row =
      reader.one(thing == Thing::person ? sql::find_person : sql::find_org, {{"id", id}});
  return row ? std::optional(image_of(*row)) : std::nullopt;
}

void write_record(store::Writer& writer, Thing thing, const Json& image) {
  if (thing == Thing::person)
    writer.run(
        sql::restore_person,
        {param(image, "id"), param(image, "name"), param(image, "email"), param(image, "phone"),
         param(image, "note"), param(image, "make_believe"), param(image, "version"),
         param(image, "created_at"), param(image, "updated_at"), param(image, "updated_by")});
  else
    writer.run(sql::restore_org,
               {param(image, "id"), param(image, "name"), param(image, "short_name"),
                param(image, "kind"), param(image, "parent"), param(image, "region"),
                param(image, "cohort"), param(image, "joined"), param(image, "about"),
                param(image, "priorities"), param(image, "url"), param(image, "source"),
                param(image, "as_of"), param(image, "version"), param(image, "created_at"),
                param(image, "updated_at"), param(image, "updated_by")});
}

void count_saving(Json& image, const identity::Event& by) {
  image.set("version", image["version"].integer() + 1)
      .set("updated_at", by.at.iso())
      .set("updated_by", by.actor_name);
}

Merge merge_from(const store::Row& row) {
  Merge merge{.id = row.text("id"),
              .number = row.integer("number"),
              .thing = row.text("thing") == "person" ? Thing::person : Thing::organization,
              .kept = row.text("kept"),
              .kept_name = row.text("kept_name"),
              .merged = row.text("merged"),
              .merged_name = row.text("merged_name"),
              .workspace = row.text("workspace"),
              .journal = base::Json::parse(row.text("journal")).value_or(Json()),
              .by_name = row.text("merged_by_name"),
              .at = row.text("merged_at"),
              .is_undone = !row.is_null("undone_at"),
              .undone_by_name = row.text("undone_by_name"),
              .undone_at = row.text("undone_at"),
              .left = {}};
  const auto left = row.text("left_words");
  for (const auto line : base::lines(left))
    if (!line.empty()) merge.left.emplace_back(line);
  return merge;
}

app::Merging merging_of(Thing thing,
                        std::string kept,
                        std::string merged,
                        const identity::Event& by) {
  using Record = app::RecordPage::Record;
  return {.record = thing == Thing::person ? Record::person : Record::org,
          .kept = std::move(kept),
          .merged = std::move(merged),
          .by = by};
}

// Search entries of both, gone before anything moves and written anew after it: what they say
// follows from what points where.
void forget_entries(store::Writer& writer, Thing thing, const std::string& id) {
  if (thing == Thing::person)
    unindex_person(writer, id);
  else
    app::remove_entry(writer, "organization", id);
}

void note_both(store::Writer& writer, const app::Merging& merging, std::set<std::string> were_of) {
  const auto thing = thing_of(merging);
  if (thing == Thing::organization) {
    for (const auto& id : {merging.kept, merging.merged}) {
      if (const auto org = find_record(writer, id)) {
        index_org(writer, *org);
        reindex_people(writer, {id}, were_of);
      }
    }
    app::touch_public_pages(writer);
    note_changes_below(writer, merging.kept);
    note_changes_below(writer, merging.merged);
  } else {
    index_person(writer, merging.kept);
    index_person(writer, merging.merged);
  }
  note_change(writer, thing, merging.kept);
  note_change(writer, thing, merging.merged);
}

base::Result<void> check_line(store::Reader& reader, const app::Merging& merging) {
  if (thing_of(merging) == Thing::person) return {};
  for (const auto& id : {merging.kept, merging.merged}) {
    const auto org = find_org(reader, id);
    if (!org) continue;
    if (const auto tree = line_of(reader, *org); !tree.circle_through(id).empty())
      return base::conflict(
          fmt::format("This cannot be: {} Edit one of them and choose another parent first.",
                      circle_words(tree.circle_through(id))));
  }
  return {};
}

void record(store::Writer& writer, const Merge& merge, std::string verb, identity::Event by) {
  by.verb = fmt::format("network.{}.{}", name_of(merge.thing), verb);
  by.subject_kind = name_of(merge.thing);
  by.subject_id = merge.kept;
  by.subject_name = merge.kept_name;
  by.org = merge.workspace;
  by.after = Json::object()
                 .set("merge", merge.id)
                 .set("merged", merge.merged)
                 .set("merged_name", merge.merged_name);
  identity::record(writer, by);
}

std::set<std::string> workspaces_of_both(store::Reader& reader, const app::Merging& merging) {
  if (thing_of(merging) == Thing::person) return {};
  return {workspace_of(reader, merging.kept), workspace_of(reader, merging.merged)};
}

constexpr std::string_view kChanged =
    "One of the two was changed while you were choosing. Look at both again.";

}  // namespace

std::optional<base::Error> hindrance(store::Reader& reader,
                                     Thing thing,
                                     std::string_view kept,
                                     std::string_view merged) {
  const auto a = image_of_record(reader, thing, kept), b = image_of_record(reader, thing, merged);
  if (!a || !b) return base::not_found("One of the two is not on record any more.").value();
  if (kept == merged)
    return base::invalid("with", "This is the same record. Choose another one.").value();
  if (thing == Thing::person) {
    if ((*a)["make_believe"].integer() != (*b)["make_believe"].integer())
      return base::invalid("with", "One of the two is make-believe, the other is not.").value();
    return std::nullopt;
  }
  for (const auto* org : {&*a, &*b})
    if ((*org)["kind"].text() == kEcosystem)
      return base::invalid("with", fmt::format("{} is an ecosystem: people, runs and roles live in "
                                               "it, so it is not merged. Close one of the two and "
                                               "move its parts.",
                                               (*org)["name"].text()))
          .value();
  if (workspace_of(reader, kept) != workspace_of(reader, merged) &&
      reader.one(sql::role_at, {{"org", merged}}))
    return base::invalid("with", fmt::format("Somebody has access through {}, which is in another "
                                             "ecosystem. Take that role back first.",
                                             (*b)["name"].text()))
        .value();
  return std::nullopt;
}

base::Result<Merge> merge_records(store::Writer& writer,
                                  std::span<const app::Reference> references,
                                  const MergeDraft& draft,
                                  identity::Event by) {
  const auto thing = draft.thing;
  if (auto error = hindrance(writer, thing, draft.kept, draft.merged))
    return tl::unexpected(*error);
  const auto kept = *image_of_record(writer, thing, draft.kept);
  const auto merged = *image_of_record(writer, thing, draft.merged);
  const auto is_stale = [](std::int64_t seen, const Json& image) {
    return seen != 0 && seen != image["version"].integer();
  };
  if (is_stale(draft.kept_version, kept) || is_stale(draft.merged_version, merged))
    return base::conflict(std::string(kChanged));

  const auto merging = merging_of(thing, draft.kept, draft.merged, by);
  const auto were_of = workspaces_of_both(writer, merging);
  const auto all = differences(writer, thing, draft.kept, draft.merged, by.org);
  forget_entries(writer, thing, draft.kept);
  forget_entries(writer, thing, draft.merged);

  auto after = merged_row(thing, kept, merged, all, draft.choices);
  count_saving(after, by);
  write_record(writer, thing, after);
  auto journal = Json::object();
  journal.set("kept", kept).set("after", after).set("merged", merged);
  journal.set("differences", told(all, draft.choices));
  journal.set("facts", merge_facts(writer, thing, draft.kept, draft.merged, all, draft.choices));
  auto moves = Json::array();
  for (const auto& reference : references) {
    auto moved = reference.move(writer, merging);
    if (moved.journal.is_null()) continue;
    auto words = Json::array();
    for (auto& sentence : moved.words) words.add(std::move(sentence));
    moves.add(Json::object()
                  .set("name", reference.name)
                  .set("journal", std::move(moved.journal))
                  .set("words", words));
  }
  journal.set("moves", moves);
  writer.run(thing == Thing::person ? sql::forget_person : sql::forget_org, {{"id", draft.merged}});
  if (auto line = check_line(writer, merging); !line) return tl::unexpected(line.error());
  note_both(writer, merging, were_of);

  const auto id = base::new_id();
  writer.run(sql::insert_merge, {{"id", id},
                                 {"thing", name_of(thing)},
                                 {"kept", draft.kept},
                                 {"kept_name", after["name"].text()},
                                 {"merged", draft.merged},
                                 {"merged_name", merged["name"].text()},
                                 {"workspace", by.org},
                                 {"journal", journal.dump()},
                                 {"by", by.actor},
                                 {"by_name", by.actor_name},
                                 {"now", by.at.iso()}});
  auto done = *find_merge(writer, id);
  record(writer, done, "merged", std::move(by));
  return done;
}

base::Result<Merge> undo_merge(store::Writer& writer,
                               std::span<const app::Reference> references,
                               std::string_view id,
                               identity::Event by) {
  const auto merge = find_merge(writer, id);
  if (!merge) return base::not_found("There is no such merge.");
  if (merge->is_undone)
    return base::conflict(fmt::format("{} undid this before.", merge->undone_by_name));
  const auto thing = merge->thing;
  const auto later =
      writer.one(sql::later_merges,
                 {{"thing", name_of(thing)}, {"number", merge->number}, {"subject", merge->kept}});
  if (later)
    return base::conflict(fmt::format("{} was merged with {} after this. Undo that first.",
                                      later->text("kept_name"), later->text("merged_name")));
  const auto now = image_of_record(writer, thing, merge->kept);
  if (!now) return base::conflict("The record that stayed is not there any more.");

  const auto merging = merging_of(thing, merge->kept, merge->merged, by);
  const auto were_of = workspaces_of_both(writer, merging);
  const auto& journal = merge->journal;
  std::vector<std::string> left;
  forget_entries(writer, thing, merge->kept);

  auto undone = undone_row(thing, journal["kept"], journal["after"], *now);
  if (undone.row["version"].integer() == (*now)["version"].integer()) count_saving(undone.row, by);
  if (!undone.left.empty())
    left.push_back(fmt::format("{} of {} changed since and stayed.", base::join(undone.left, ", "),
                               (*now)["name"].text()));
  auto again = journal["merged"];
  if (thing == Thing::organization)
    for (auto* image : {&undone.row, &again})
      if (const auto parent = (*image)["parent"].text();
          !parent.empty() && parent != merge->kept && parent != merge->merged)
        if (auto stands = standing_id(writer, thing, parent); !stands.empty())
          image->set("parent", std::move(stands));
  write_record(writer, thing, again);
  write_record(writer, thing, undone.row);
  for (auto move = journal["moves"].items().rbegin(); move != journal["moves"].items().rend();
       ++move) {
    const auto reference =
        std::find_if(references.begin(), references.end(),
                     [&](const auto& each) { return each.name == (*move)["name"].text(); });
    if (reference == references.end())
      left.push_back(fmt::format("What {} held stayed: this program does not know it.",
                                 (*move)["name"].text()));
    else
      for (auto& sentence : reference->move_back(writer, merging, (*move)["journal"]))
        left.push_back(std::move(sentence));
  }
  for (auto& sentence : undo_facts(writer, thing, merge->kept, journal["facts"]))
    left.push_back(std::move(sentence));
  if (auto line = check_line(writer, merging); !line) return tl::unexpected(line.error());
  note_both(writer, merging, were_of);

  writer.run(sql::undo_merge, {{"id", id},
                               {"by", by.actor},
                               {"by_name", by.actor_name},
                               {"now", by.at.iso()},
                               {"left_words", base::join(left, "\n")}});
  auto done = *find_merge(writer, id);
  record(writer, done, "unmerged", std::move(by));
  return done;
}

std::optional<Merge> find_merge(store::Reader& reader, std::string_view id) {
  const auto row = reader.one(sql::find_merge, {{"id", id}});
  return row ? std::optional(merge_from(*row)) : std::nullopt;
}

std::vector<Merge> merges_into(store::Reader& reader, Thing thing, std::string_view kept) {
  std::vector<Merge> found;
  for (const auto& row : reader.all(sql::merges_into, {{"thing", name_of(thing)}, {"kept", kept}}))
    found.push_back(merge_from(row));
  return found;
}

}  // namespace enact::network
