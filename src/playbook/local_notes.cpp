// SPDX-License-Identifier: Apache-2.0
#include "playbook/local_notes.h"

#include "network/network.h"
#include "playbook/items.h"
#include "playbook/queries.h"
#include "web/safe_html.h"

namespace enact::playbook {

std::optional<LocalNote> find_local_note(store::Reader& reader,
                                         std::string_view workspace,
                                         std::string_view item) {
  const auto row = reader.one(sql::find_local_note, {{"workspace", workspace}, {"item", item}});
  if (!row) return std::nullopt;
  return LocalNote{.workspace = row->text("workspace"),
                   .item = row->text("item"),
                   .text = row->text("text"),
                   .html = row->text("html"),
                   .seen_revision = row->integer("seen_revision"),
                   .written_by_name = row->text("written_by_name"),
                   .written_at = row->text("written_at"),
                   .version = row->integer("version")};
}

base::Result<void> write_local_note(store::Writer& writer,
                                    const LocalNote& note,
                                    long long based_on,
                                    const identity::Event& by) {
  const auto item = find_item(writer, note.item);
  if (!item || !item->is_published()) return base::not_found("The playbook has no such item.");
  const auto org = network::find_org(writer, note.workspace);
  if (!org || org->kind != "ecosystem")
    return base::not_found("The network has no such ecosystem.");
  const auto html = web::markdown(note.text);
  if (!html) return tl::unexpected(html.error());
  const auto before = find_local_note(writer, note.workspace, note.item);
  const auto seen = item->published_revision.value_or(0);
  const auto written = based_on == 0
                           ? writer.run(sql::insert_local_note, {{"workspace", note.workspace},
                                                                 {"item", note.item},
                                                                 {"text", note.text},
                                                                 {"html", html->text()},
                                                                 {"seen_revision", seen},
                                                                 {"by_name", by.actor_name},
                                                                 {"now", by.at.iso()}})
                           : writer.run(sql::update_local_note, {{"workspace", note.workspace},
                                                                 {"item", note.item},
                                                                 {"text", note.text},
                                                                 {"html", html->text()},
                                                                 {"seen_revision", seen},
                                                                 {"by_name", by.actor_name},
                                                                 {"now", by.at.iso()},
                                                                 {"based_on", based_on}});
  if (written == 0)
    return base::conflict((before ? before->written_by_name : std::string("Somebody else")) +
                          " saved this note while you were writing. Bring over what you want to "
                          "keep, then save again.");
  auto event = by;
  event.verb = "playbook.note.written";
  event.subject_kind = "item";
  event.subject_id = note.item;
  event.subject_name = item->title;
  event.org = note.workspace;
  if (before) event.before = base::Json::object().set("text", before->text);
  event.after = base::Json::object().set("text", note.text);
  identity::record(writer, event);
  return {};
}

void mark_seen(store::Writer& writer,
               std::string_view workspace,
               std::string_view item,
               long long revision) {
  writer.run(sql::mark_note_seen,
             {{"workspace", workspace}, {"item", item}, {"revision", revision}});
}

}  // namespace enact::playbook
