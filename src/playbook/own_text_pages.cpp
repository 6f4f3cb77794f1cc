// SPDX-License-Identifier: Apache-2.0
#include "playbook/own_text_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "identity/role.h"
#include "network/network.h"
#include "playbook/copies.h"
#include "playbook/editor.h"
#include "playbook/item_views.h"
#include "playbook/items.h"
#include "playbook/local_notes.h"

namespace enact::playbook {
namespace {

using app::Visit;
using Answer = base::Result<web::Response>;

// Scopes: the ecosystem in the address, in the form, and the owner of a copy.
const app::Scope of_address{
    "ecosystem in the address",
    [](Visit& visit) -> base::Result<std::string> { return visit.id("workspace"); }};

const app::Scope of_form{"ecosystem in the form", [](Visit& visit) -> base::Result<std::string> {
                           auto workspace = visit.form().text("workspace");
                           if (workspace.empty())
                             return base::invalid("workspace", "Choose for which ecosystem.");
                           return workspace;
                         }};

const app::Scope of_copy{
    "ecosystem of the copy", [](Visit& visit) -> base::Result<std::string> {
      return visit.services.db.read([&](store::Reader& reader) -> base::Result<std::string> {
        const auto copy = find_copy(reader, visit.id());
        if (!copy) return base::not_found("There is no such copy.");
        return copy->workspace;
      });
    }};

base::Result<Item> noted_item(const Visit& visit, store::Reader& reader) {
  auto item = find_item(reader, visit.id("folder") + "/" + visit.id("slug"));
  if (!item || !item->is_published()) return base::not_found("The playbook has no such item.");
  return *std::move(item);
}

Editor note_editor(const Visit& visit, store::Reader& reader, const Item& item) {
  const auto workspace = visit.id("workspace");
  const auto note = find_local_note(reader, workspace, item.id);
  return {.heading = "Our note on " + item.title,
          .standing = "Read by " + network::org_name(reader, workspace) + " and the hub only.",
          .crumb = "Our note",
          .title = item.title,
          .back = item.address(),
          .action = fmt::format("/notes/{}/{}", workspace, item.id),
          .text = note ? note->text : "",
          .based_on = note ? note->version : 0,
          .note = {},
          .asks_note = false,
          .main_button = "Save the note",
          .main_then = "save",
          .second_button = {},
          .second_then = {},
          .has_front_matter = false};
}

Answer show_note(Visit& visit) {
  return visit.services.db.read([&](store::Reader& reader) -> Answer {
    const auto item = noted_item(visit, reader);
    if (!item) return tl::unexpected(item.error());
    return editor_page(visit, note_editor(visit, reader, *item));
  });
}

Answer save_note(Visit& visit) {
  auto editor = visit.services.db.read([&](store::Reader& reader) -> base::Result<Editor> {
    const auto item = noted_item(visit, reader);
    if (!item) return tl::unexpected(item.error());
    return note_editor(visit, reader, *item);
  });
  if (!editor) return tl::unexpected(editor.error());
  const auto stored_text = editor->text;
  const auto stored_version = editor->based_on;
  editor->text = visit.form().raw("text");
  editor->based_on = base::to_integer(visit.form().text("based_on")).value_or(0);
  if (visit.form().text("then") == "preview") return editor_page(visit, *editor);

  LocalNote note;
  note.workspace = visit.id("workspace");
  note.item = visit.id("folder") + "/" + visit.id("slug");
  note.text = editor->text;
  const auto saved = visit.services.db.write([&](store::Writer& writer) {
    return write_local_note(writer, note, editor->based_on, visit.event());
  });
  if (saved) return app::redirect_with_notice(visit, editor->back, "Note saved.");
  if (saved.error().kind == base::Error::Kind::conflict) editor->based_on = stored_version;
  return editor_page(
      visit, *editor,
      {.error = &saved.error(), .theirs = stored_text, .theirs_by = "Somebody else"});
}

Answer say_seen(Visit& visit) {
  const auto revision = base::to_integer(visit.form().text("revision")).value_or(0);
  const auto item = visit.id("folder") + "/" + visit.id("slug");
  visit.services.db.write([&](store::Writer& writer) {
    const auto noted = find_item(writer, item);
    const auto newest = noted ? noted->published_revision.value_or(0) : 0;
    mark_seen(writer, visit.id("workspace"), item, std::min(revision, newest));
  });
  return app::redirect_with_notice(visit, address_of(item), "Noted: you have seen the change.");
}

Answer take(Visit& visit) {
  const auto copy = visit.services.db.write([&](store::Writer& writer) {
    return take_copy(writer, item_id(Kind::toolkit, visit.id()), visit.scope, visit.event());
  });
  if (!copy) return tl::unexpected(copy.error());
  return app::redirect_with_notice(visit, "/copies/" + copy->id + "/edit",
                                   "This copy is yours. Change what you like.");
}

Answer show_copy(Visit& visit) {
  return visit.services.db.read([&](store::Reader& reader) -> Answer {
    const auto copy = find_copy(reader, visit.id());
    if (!copy) return base::not_found("There is no such copy.");
    if (visit.request.format == "md") {
      auto file = web::text(copy->text);
      file.type = "text/markdown; charset=utf-8";
      return file.header("Content-Disposition",
                         fmt::format("attachment; filename=\"{}.md\"", base::slug(copy->title)));
    }
    const auto original = find_item(reader, copy->item);
    const auto newest = original ? original->published_revision.value_or(0) : 0;
    web::View view;
    view.set("id", copy->id)
        .set("title", copy->title)
        .set("workspace", network::org_name(reader, copy->workspace))
        .set("by", copy->made_by_name)
        .set("when", copy->made_at)
        .set("when_words", day_words(copy->made_at))
        .set("changed", copy->changed_at)
        .set("changed_words", day_words(copy->changed_at))
        .set("original_url", address_of(copy->item))
        .set("original_changed", newest > copy->item_revision)
        .set("changes_url",
             fmt::format("/changes/{}?from={}&to={}", copy->item, copy->item_revision, newest))
        .set("may_edit", identity::meets(visit.viewer, web::Needs::contributor, copy->workspace))
        .set("html", web::SafeHtml::made_by_us(copy->html))
        .set_maybe("original", original ? original->title : "");
    return app::page(visit, "playbook", "copy.html", std::move(view),
                     {.title = copy->title, .look = app::Look::reading, .section = "toolkit"});
  });
}

Editor copy_editor(store::Reader& reader, const Copy& copy) {
  return {.heading = copy.title,
          .standing = "The copy of " + network::org_name(reader, copy.workspace) + ".",
          .crumb = "Adapt",
          .title = copy.title,
          .back = "/copies/" + copy.id,
          .action = "/copies/" + copy.id + "/edit",
          .text = copy.text,
          .based_on = copy.version,
          .note = {},
          .asks_note = false,
          .main_button = "Save the document",
          .main_then = "save",
          .second_button = {},
          .second_then = {},
          .has_front_matter = false};
}

Answer show_copy_editor(Visit& visit) {
  return visit.services.db.read([&](store::Reader& reader) -> Answer {
    return editor_page(visit, copy_editor(reader, *find_copy(reader, visit.id())));
  });
}

Answer save_copy(Visit& visit) {
  auto stored =
      visit.services.db.read([&](store::Reader& reader) { return find_copy(reader, visit.id()); });
  auto editor =
      visit.services.db.read([&](store::Reader& reader) { return copy_editor(reader, *stored); });
  editor.text = visit.form().raw("text");
  editor.based_on = base::to_integer(visit.form().text("based_on")).value_or(0);
  if (visit.form().text("then") == "preview") return editor_page(visit, editor);
  auto changed = *stored;
  changed.text = editor.text;
  const auto saved = visit.services.db.write([&](store::Writer& writer) {
    return change_copy(writer, changed, editor.based_on, visit.event());
  });
  if (saved) return app::redirect_with_notice(visit, "/copies/" + changed.id, "Saved.");
  if (saved.error().kind == base::Error::Kind::conflict) editor.based_on = stored->version;
  return editor_page(
      visit, editor,
      {.error = &saved.error(), .theirs = stored->text, .theirs_by = "Somebody else"});
}

}  // namespace

void own_text_routes(app::Routes& routes) {
  using web::Needs;
  routes.get("/notes/{workspace}/{folder}/{slug}", Needs::participant, of_address, show_note);
  routes.post("/notes/{workspace}/{folder}/{slug}", Needs::participant, of_address, save_note);
  routes.post("/notes/{workspace}/{folder}/{slug}/seen", Needs::contributor, of_address, say_seen);
  routes.post("/toolkit/{id}/copies", Needs::contributor, of_form, take);
  routes.get("/copies/{id}", Needs::participant, of_copy, show_copy, {.formats = {"md"}});
  routes.get("/copies/{id}/edit", Needs::contributor, of_copy, show_copy_editor);
  routes.post("/copies/{id}/edit", Needs::contributor, of_copy, save_copy);
}

}  // namespace enact::playbook
