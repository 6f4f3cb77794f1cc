// SPDX-License-Identifier: Apache-2.0
#include "playbook/editing_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "identity/role.h"
#include "network/network.h"
#include "playbook/editor.h"
#include "playbook/item_views.h"
#include "playbook/items.h"
#include "playbook/new_item.h"

namespace enact::playbook {
namespace {

using app::Visit;
using Answer = base::Result<web::Response>;

std::string id_in(const Visit& visit) {
  const auto& folder = visit.id("folder");
  return folder.empty() ? item_id(Kind::cover, "") : folder + "/" + visit.id("slug");
}

base::Result<Item> item_in(const Visit& visit, store::Reader& reader) {
  auto item = find_item(reader, id_in(visit));
  if (!item) return base::not_found("The playbook has no such item.");
  return *std::move(item);
}

Editor editor_for(const Item& item) {
  return {.heading = "Edit " + item.title,
          .standing = item.is_published()
                          ? fmt::format("Published in revision {}; the newest is {}.",
                                        *item.published_revision, item.latest_revision)
                          : fmt::format("Not published yet; the newest revision is {}.",
                                        item.latest_revision),
          .crumb = "Edit",
          .title = item.title,
          .back = item.is_published() ? item.address() : "/history/" + item.id,
          .action = "/edit/" + item.id,
          .text = {},
          .based_on = item.latest_revision,
          .note = {},
          .asks_note = true,
          .main_button = "Save and ask for review",
          .main_then = "submit",
          .second_button = "Save the draft",
          .second_then = "keep",
          .has_front_matter = true};
}

Answer show_editor(Visit& visit) {
  return visit.services.db.read([&](store::Reader& reader) -> Answer {
    const auto item = item_in(visit, reader);
    if (!item) return tl::unexpected(item.error());
    auto editor = editor_for(*item);
    if (const auto latest = find_revision(reader, item->id, item->latest_revision))
      editor.text = latest->text;
    return editor_page(visit, editor);
  });
}

Answer show_new(Visit& visit) {
  const auto kind = kind_named(visit.id("kind"));
  if (!kind || *kind == Kind::cover) return base::not_found("There is no such kind of item.");
  return editor_page(visit, new_item_editor(*kind));
}

// Saves a draft of a new or a known item, and asks for review when that was the button.
Answer save(Visit& visit, Editor editor) {
  const auto& form = visit.form();
  editor.text = form.raw("text");
  editor.note = form.text("note");
  editor.based_on = base::to_integer(form.text("based_on")).value_or(0);
  const auto then = form.text("then");
  if (then == "preview") return editor_page(visit, editor);

  const auto saved = visit.services.db.write([&](store::Writer& writer) -> base::Result<Revision> {
    auto revision =
        save_draft(writer, {.text = editor.text, .based_on = editor.based_on, .note = editor.note},
                   visit.event());
    if (!revision || then != "submit") return revision;
    auto asked = submit_for_review(writer, revision->item, revision->number, visit.event());
    if (!asked) return tl::unexpected(asked.error());
    return revision;
  });
  if (saved) {
    const bool asked = then == "submit";
    return app::redirect_with_notice(visit, "/history/" + saved->item,
                                     asked ? "Saved. It waits for review now." : "Draft saved.");
  }
  EditorTrouble trouble{.error = &saved.error(), .theirs = {}, .theirs_by = {}};
  if (saved.error().kind == base::Error::Kind::conflict && editor.based_on > 0) {
    visit.services.db.read([&](store::Reader& reader) {
      const auto item = find_item(reader, editor.action.substr(std::string_view("/edit/").size()));
      if (!item) return;
      if (const auto latest = find_revision(reader, item->id, item->latest_revision)) {
        trouble.theirs = latest->text;
        trouble.theirs_by = latest->made_by_name;
        editor.based_on = latest->number;
      }
    });
  }
  return editor_page(visit, editor, trouble);
}

Answer save_item(Visit& visit) {
  const auto item =
      visit.services.db.read([&](store::Reader& reader) { return item_in(visit, reader); });
  if (!item) return tl::unexpected(item.error());
  auto document = parse_document(visit.form().raw("text"));
  if (document && document->id() != item->id) {
    auto editor = editor_for(*item);
    editor.text = visit.form().raw("text");
    editor.note = visit.form().text("note");
    editor.based_on = base::to_integer(visit.form().text("based_on")).value_or(0);
    const base::Error error{
        .kind = base::Error::Kind::invalid,
        .field = "text",
        .message = fmt::format("The kind and id of an item are its address and stay as they are: "
                               "this is {}.",
                               item->id),
        .faults = {}};
    return editor_page(visit, editor, {.error = &error, .theirs = {}, .theirs_by = {}});
  }
  return save(visit, editor_for(*item));
}

Answer save_new(Visit& visit) {
  const auto kind = kind_named(visit.id("kind"));
  if (!kind || *kind == Kind::cover) return base::not_found("There is no such kind of item.");
  return save(visit, new_item_editor(*kind));
}

Answer show_preview(Visit& visit) {
  return web::html("<output class=\"preview prose\">" +
                   preview_of(visit.form().raw("text")).text() + "</output>");
}

}  // namespace

void editing_routes(app::Routes& routes) {
  using web::Needs;
  routes.get("/edit/{folder}/{slug}", Needs::reviewer, show_editor);
  routes.post("/edit/{folder}/{slug}", Needs::reviewer, save_item);
  routes.get("/edit/playbook", Needs::reviewer, show_editor);
  routes.post("/edit/playbook", Needs::reviewer, save_item);
  routes.get("/new/{kind}", Needs::reviewer, show_new);
  routes.post("/new/{kind}", Needs::reviewer, save_new);
  routes.post("/preview", Needs::signed_in, show_preview);
}

}  // namespace enact::playbook
