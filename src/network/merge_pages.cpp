// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.h"
#include "network/duplicates_view.h"
#include "network/form_views.h"
#include "network/merges.h"
#include "network/network.h"
#include "network/orgs.h"
#include "network/pages.h"
#include "network/people.h"
#include "network/scopes.h"
#include "network/written_name.h"

namespace enact::network {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;
using Found = base::Result<std::string>;

app::Scope of_merge() {
  return {"ecosystem of the merged record", [](Visit& visit) -> Found {
            return visit.services.db.read([&](store::Reader& reader) -> Found {
              const auto merge = find_merge(reader, visit.id());
              if (!merge) return base::not_found("There is no such merge.");
              if (!leads(reader, visit.viewer, {merge->thing, merge->kept})) return std::string();
              for (const auto& own : visit.viewer.workspaces())
                if (identity::meets(visit.viewer, Needs::lead, own)) return own;
              return merge->workspace;
            });
          }};
}

void show_section(web::View& view, Thing thing) {
  view.set("section_name", thing == Thing::person ? "People" : "Network")
      .set("section_url", thing == Thing::person ? "/people" : "/network");
}

std::int64_t version_of(store::Reader& reader, const Subject& subject) {
  if (subject.thing == Thing::person) {
    const auto person = find_person_record(reader, subject.id);
    return person ? person->version : 0;
  }
  const auto org = find_record(reader, subject.id);
  return org ? org->version : 0;
}

// The other record, which must be one that the viewer leads too.
Found other_record(store::Reader& reader, const Visit& visit, Thing thing, std::string_view with) {
  auto other = id_written(reader, thing, with, "with");
  if (!other || other->empty()) return other;
  if (!leads(reader, visit.viewer, {thing, *other}))
    return base::invalid("with",
                         "That one is of an ecosystem that you do not lead. The hub merges records "
                         "of two ecosystems.");
  if (auto error = hindrance(reader, thing, visit.id(), *other)) return tl::unexpected(*error);
  return other;
}

void show_pair(web::View& view,
               store::Reader& reader,
               const Visit& visit,
               const Subject& one,
               const Subject& other) {
  const auto& form = visit.form();
  const auto chosen = form.text("stays");
  std::vector<web::View> rows;
  for (const auto& difference : differences(reader, one.thing, one.id, other.id, visit.scope)) {
    auto row = difference_view(difference);
    const auto kept = form.text("keep-" + difference.key);
    if (!kept.empty()) row.set("is_one", kept == one.id);
    rows.push_back(std::move(row));
  }
  const auto said = duplicate_of(reader, one.thing, one.id, other.id);
  const bool was_refused = said && said->state == Duplicate::State::different;
  view.set("other_name", name_of_subject(reader, other).value_or(""))
      .set("other_url", url_of(other))
      .set("other_id", other.id)
      .set("one_version", version_of(reader, one))
      .set("other_version", version_of(reader, other))
      .set("stays_one", chosen != other.id)
      .set_maybe("said", was_refused
                             ? fmt::format("{} said on {} that these are not the same.",
                                           said->decided_by_name, day_words(said->decided_at))
                             : std::string());
  view.set_list("differences", std::move(rows));
}

Answer merge_page(Visit& visit, Thing thing, const std::string& with, const base::Error* posted) {
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const Subject one{thing, visit.id()};
    const auto name = name_of_subject(reader, one);
    if (!name) return base::not_found("There is nothing on record at this address.");
    const auto other = other_record(reader, visit, thing, with);
    const bool has_pair = other && !other->empty();
    const auto* error = posted != nullptr ? posted : (other ? nullptr : &other.error());
    web::View view;
    app::show_faults(view, {"with", "stays"}, error);
    show_section(view, thing);
    view.set("id", one.id)
        .set("name", *name)
        .set("url", url_of(one))
        .set("with", with)
        .set("has_pair", has_pair)
        .set("with_help", thing == Thing::person
                              ? "A person's name as it stands on record."
                              : "The organization's name as it stands on record.");
    view.set_maybe("with_error", error != nullptr && error->field == "with" ? error->message : "");
    if (has_pair) show_pair(view, reader, visit, one, {thing, *other});
    return Filled{"merge.html",
                  std::move(view),
                  {.title = "Merge " + *name,
                   .status = error != nullptr ? status_of(*error) : 200,
                   .section = "network"}};
  }));
}

// GET /orgs/{id}/merge, /people/{id}/merge
template <Thing thing>
Answer choose(Visit& visit) {
  return merge_page(visit, thing, visit.request.query_value("with"), nullptr);
}

MergeDraft draft_of(store::Reader& reader,
                    const Visit& visit,
                    Thing thing,
                    const std::string& other) {
  const auto& form = visit.form();
  const bool stays_one = form.text("stays") != other;
  const auto version = [&](std::string_view name) {
    return base::to_integer(form.text(name)).value_or(0);
  };
  MergeDraft draft{.thing = thing,
                   .kept = stays_one ? visit.id() : other,
                   .merged = stays_one ? other : visit.id(),
                   .choices = {},
                   .kept_version = version(stays_one ? "version-one" : "version-other"),
                   .merged_version = version(stays_one ? "version-other" : "version-one")};
  for (const auto& difference : differences(reader, thing, draft.kept, draft.merged, visit.scope)) {
    const auto kept = form.text("keep-" + difference.key);
    if (kept == draft.kept) draft.choices[difference.key] = Stays::kept;
    if (kept == draft.merged) draft.choices[difference.key] = Stays::merged;
  }
  return draft;
}

// POST /orgs/{id}/merge, /people/{id}/merge
template <Thing thing>
Answer merge(Visit& visit) {
  const auto with = visit.form().text("with");
  const auto merged = visit.services.db.write([&](store::Writer& writer) -> base::Result<Merge> {
    const auto other = other_record(writer, visit, thing, with);
    if (!other) return tl::unexpected(other.error());
    if (other->empty()) return base::invalid("with", "Say with which other record.");
    return merge_records(writer, visit.services.references, draft_of(writer, visit, thing, *other),
                         visit.event());
  });
  if (!merged && merged.error().kind == base::Error::Kind::not_found)
    return tl::unexpected(merged.error());
  if (!merged) return merge_page(visit, thing, with, &merged.error());
  return app::redirect_with_notice(
      visit, url_of({thing, merged->kept}),
      fmt::format("{} is now part of this record. It can be undone.", merged->merged_name));
}

std::vector<web::View> values_of(const Merge& merge) {
  std::vector<web::View> rows;
  for (const auto& value : merge.journal["differences"].items())
    rows.emplace_back()
        .set("label", value["label"].text())
        .set_maybe("stays", value["stays"].text())
        .set_maybe("aside", value["aside"].text())
        .set_maybe("aside_from", value["aside_from"].text());
  return rows;
}

std::vector<web::View> moves_of(const Merge& merge) {
  std::vector<web::View> rows;
  for (const auto& move : merge.journal["moves"].items())
    for (const auto& words : move["words"].items()) rows.emplace_back().set("text", words.text());
  return rows;
}

Answer merged_page(Visit& visit, const base::Error* error) {
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto merge = find_merge(reader, visit.id());
    if (!merge) return base::not_found("There is no such merge.");
    web::View view;
    show_section(view, merge->thing);
    std::vector<web::View> left;
    for (const auto& sentence : merge->left) left.emplace_back().set("text", sentence);
    view.set("here", "/network/merges/" + merge->id)
        .set("kept_name", merge->kept_name)
        .set("kept_url", url_of({merge->thing, merge->kept}))
        .set("merged_name", merge->merged_name)
        .set("merged_url", url_of({merge->thing, merge->merged}))
        .set("merged_by", merge->by_name)
        .set("merged_on", day_words(merge->at))
        .set("is_undone", merge->is_undone)
        .set("undone_by", merge->undone_by_name)
        .set("undone_on", day_words(merge->undone_at))
        .set_maybe("error", error != nullptr ? error->message : std::string());
    view.set_list("left", std::move(left))
        .set_list("values", values_of(*merge))
        .set_list("moves", moves_of(*merge));
    return Filled{"merged.html",
                  std::move(view),
                  {.title = merge->merged_name + " was merged",
                   .status = error != nullptr ? status_of(*error) : 200,
                   .section = "network"}};
  }));
}

// GET /network/merges/{id}
Answer show_merge(Visit& visit) {
  return merged_page(visit, nullptr);
}

// POST /network/merges/{id}/undo
Answer undo(Visit& visit) {
  const auto undone = visit.services.db.write([&](store::Writer& writer) {
    return undo_merge(writer, visit.services.references, visit.id(), visit.event());
  });
  if (!undone && undone.error().kind == base::Error::Kind::not_found)
    return tl::unexpected(undone.error());
  if (!undone) return merged_page(visit, &undone.error());
  return app::redirect_with_notice(visit, "/network/merges/" + undone->id, "Undone.");
}

}  // namespace

void merge_routes(app::Routes& routes) {
  const auto& org = scopes::org();
  const auto person = scopes::person(Needs::lead);
  routes.get("/orgs/{id}/merge", Needs::lead, org, choose<Thing::organization>);
  routes.post("/orgs/{id}/merge", Needs::lead, org, merge<Thing::organization>);
  routes.get("/people/{id}/merge", Needs::lead, person, choose<Thing::person>);
  routes.post("/people/{id}/merge", Needs::lead, person, merge<Thing::person>);
  routes.get("/network/merges/{id}", Needs::lead, of_merge(), show_merge);
  routes.post("/network/merges/{id}/undo", Needs::lead, of_merge(), undo);
}

}  // namespace enact::network
