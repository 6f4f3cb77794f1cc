// SPDX-License-Identifier: Apache-2.0
#include "playbook/items.h"

#include <fmt/format.h>

#include "app/edition.h"
#include "base/text.h"
#include "playbook/publishing.h"
#include "playbook/queries.h"

namespace enact::playbook {
namespace {

Item item_from(const store::Row& row) {
  Item item;
  item.id = row.text("id");
  item.kind = kind_named(row.text("kind")).value_or(Kind::play);
  item.slug = row.text("slug");
  item.parent = row.text("parent");
  item.position = row.integer("position");
  item.title = row.text("title");
  item.summary = row.text("summary");
  item.origin = row.text("origin");
  item.ecosystem = row.text("ecosystem");
  item.happened = row.text("happened");
  item.source = row.text("source");
  if (!row.is_null("published_revision"))
    item.published_revision = row.integer("published_revision");
  item.latest_revision = row.integer("latest_revision");
  item.published_at = row.text("published_at");
  item.first_published_at = row.text("first_published_at");
  item.review_on = row.text("review_on");
  return item;
}

std::vector<Item> items_from(const store::Rows& rows) {
  std::vector<Item> items;
  for (const auto& row : rows) items.push_back(item_from(row));
  return items;
}

RevisionState revision_state_named(std::string_view name) {
  for (auto state : {RevisionState::review, RevisionState::published, RevisionState::returned})
    if (name_of(state) == name) return state;
  return RevisionState::draft;
}

Revision revision_from(const store::Row& row) {
  Revision revision;
  revision.item = row.text("item");
  revision.number = row.integer("number");
  revision.text = row.text("text");
  revision.state = revision_state_named(row.text("state"));
  revision.made_by = row.text("made_by");
  revision.made_by_name = row.text("made_by_name");
  revision.made_at = row.text("made_at");
  revision.note = row.text("note");
  revision.reviewer_name = row.text("reviewer_name");
  revision.reviewed_at = row.text("reviewed_at");
  revision.review_comment = row.text("review_comment");
  return revision;
}

std::vector<Revision> revisions_from(const store::Rows& rows) {
  std::vector<Revision> revisions;
  for (const auto& row : rows) revisions.push_back(revision_from(row));
  return revisions;
}

void insert_item(store::Writer& writer, const Document& d) {
  writer.run(sql::insert_item, {{"id", d.id()},
                                {"kind", name_of(d.kind)},
                                {"slug", d.slug},
                                {"parent", d.parent},
                                {"position", d.position},
                                {"title", d.title},
                                {"summary", d.summary},
                                {"origin", d.origin},
                                {"ecosystem", d.ecosystem},
                                {"happened", d.when},
                                {"source", base::join(d.sources, "; ")}});
}

}  // namespace

std::string_view name_of(RevisionState state) {
  constexpr std::string_view kNames[] = {"draft", "review", "published", "returned"};
  return kNames[static_cast<int>(state)];
}

std::string_view words_for(RevisionState state) {
  constexpr std::string_view kWords[] = {"Draft", "Waiting for review", "Published",
                                         "Returned with a comment"};
  return kWords[static_cast<int>(state)];
}

std::string_view mark_of(RevisionState state) {
  constexpr std::string_view kMarks[] = {"mark-draft", "mark-review", "mark-published",
                                         "mark-draft"};
  return kMarks[static_cast<int>(state)];
}

std::optional<Item> find_item(store::Reader& reader, std::string_view id) {
  const auto row = reader.one(sql::find_item, {{"id", id}});
  if (!row) return std::nullopt;
  return item_from(*row);
}

std::vector<Item> published_items(store::Reader& reader, Kind kind) {
  return items_from(reader.all(sql::published_items, {{"kind", name_of(kind)}}));
}

std::vector<Item> published_parts(store::Reader& reader, std::string_view parent, Kind kind) {
  return items_from(
      reader.all(sql::published_parts, {{"parent", parent}, {"kind", name_of(kind)}}));
}

std::vector<Item> newest_items(store::Reader& reader, int most) {
  return items_from(reader.all(sql::newest_items, {{"most", most}}));
}

std::vector<Item> items_to_look_at_again(store::Reader& reader, base::Day until) {
  return items_from(reader.all(sql::items_to_look_at_again, {{"until", until.iso()}}));
}

std::vector<SectionHtml> sections(store::Reader& reader, std::string_view id) {
  std::vector<SectionHtml> all;
  for (const auto& row : reader.all(sql::item_sections, {{"item", id}}))
    all.push_back({row.text("heading"), row.text("html")});
  return all;
}

std::optional<Revision> find_revision(store::Reader& reader,
                                      std::string_view id,
                                      long long number) {
  const auto row = reader.one(sql::find_revision, {{"item", id}, {"number", number}});
  if (!row) return std::nullopt;
  return revision_from(*row);
}

std::vector<Revision> history(store::Reader& reader, std::string_view id) {
  return revisions_from(reader.all(sql::revisions_of, {{"item", id}}));
}

std::vector<Revision> waiting_for_review(store::Reader& reader) {
  return revisions_from(reader.all(sql::revisions_in_review));
}

std::optional<Document> published_document(store::Reader& reader, std::string_view id) {
  const auto row = reader.one(sql::published_text, {{"id", id}});
  if (!row) return std::nullopt;
  auto document = parse_stored(row->text("text"));
  if (!document) return std::nullopt;
  return *std::move(document);
}

base::Result<Revision> save_draft(store::Writer& writer,
                                  const Draft& draft,
                                  const identity::Event& by) {
  const auto document = parse_document(draft.text);
  if (!document) return tl::unexpected(document.error());
  const auto id = document->id();
  if (draft.based_on == 0) insert_item(writer, *document);
  const auto moved =
      writer.run(sql::set_latest_revision, {{"id", id}, {"based_on", draft.based_on}});
  if (moved == 0) {
    const auto item = find_item(writer, id);
    if (!item) return base::not_found("The playbook has no item " + id + ".");
    if (draft.based_on == 0)
      return base::conflict(
          fmt::format("The playbook has an item {} already. Choose another id.", id));
    return base::conflict(fmt::format(
        "Somebody else saved this {} while you wrote (revision {}, yours began with {}). Compare "
        "the two below and save again; what you typed is still here.",
        words_for(item->kind), item->latest_revision, draft.based_on));
  }
  const auto number = draft.based_on + 1;
  writer.run(sql::insert_revision, {{"item", id},
                                    {"number", number},
                                    {"text", draft.text},
                                    {"made_by", by.actor},
                                    {"made_by_name", by.actor_name},
                                    {"now", by.at.iso()},
                                    {"note", draft.note}});
  record_item_event(writer, by, "drafted", *document, number);
  return *find_revision(writer, id, number);
}

base::Result<Revision> restore(store::Writer& writer,
                               std::string_view id,
                               long long number,
                               const identity::Event& by) {
  const auto item = find_item(writer, id);
  const auto earlier = find_revision(writer, id, number);
  if (!item || !earlier) return base::not_found("There is no such revision.");
  return save_draft(writer,
                    {.text = earlier->text,
                     .based_on = item->latest_revision,
                     .note = fmt::format("Restored revision {}", number)},
                    by);
}

}  // namespace enact::playbook
