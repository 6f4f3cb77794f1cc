// SPDX-License-Identifier: Apache-2.0
#include "playbook/copies.h"

#include "app/edition.h"
#include "app/search.h"
#include "base/id.h"
#include "base/text.h"
#include "network/network.h"
#include "playbook/items.h"
#include "playbook/queries.h"
#include "web/safe_html.h"

namespace enact::playbook {
namespace {

Copy copy_from(const store::Row& row) {
  return {.id = row.text("id"),
          .item = row.text("item"),
          .item_revision = row.integer("item_revision"),
          .workspace = row.text("workspace"),
          .title = row.text("title"),
          .text = row.text("text"),
          .html = row.text("html"),
          .made_by_name = row.text("made_by_name"),
          .made_at = row.text("made_at"),
          .changed_at = row.text("changed_at"),
          .version = row.integer("version")};
}

std::vector<Copy> copies_from(const store::Rows& rows) {
  std::vector<Copy> copies;
  for (const auto& row : rows) copies.push_back(copy_from(row));
  return copies;
}

void index_copy(store::Writer& writer, const Copy& copy) {
  app::index_entry(writer, {.kind = "our document",
                            .id = copy.id,
                            .url = "/copies/" + copy.id,
                            .title = copy.title,
                            .body = web::plain_words(copy.text),
                            .audience = copy.workspace});
}

void record_copy_event(store::Writer& writer,
                       const identity::Event& by,
                       std::string_view what,
                       const Copy& copy) {
  auto event = by;
  event.verb = "playbook.copy." + std::string(what);
  event.subject_kind = "copy";
  event.subject_id = copy.id;
  event.subject_name = copy.title;
  event.org = copy.workspace;
  event.after = base::Json::object().set("of", copy.item).set("title", copy.title);
  identity::record(writer, event);
}

}  // namespace

std::optional<Copy> find_copy(store::Reader& reader, std::string_view id) {
  const auto row = reader.one(sql::find_copy, {{"id", id}});
  if (!row) return std::nullopt;
  return copy_from(*row);
}

std::vector<Copy> copies_of(store::Reader& reader, std::string_view item) {
  return copies_from(reader.all(sql::copies_of_item, {{"item", item}}));
}

std::vector<Copy> copies_in(store::Reader& reader, std::string_view workspace) {
  return copies_from(reader.all(sql::copies_in_workspace, {{"workspace", workspace}}));
}

std::map<std::string, Uses> uses_of_toolkit(store::Reader& reader) {
  std::map<std::string, Uses> uses;
  for (const auto& row : reader.all(sql::count_copies))
    uses[row.text("item")] = {row.integer("copies"), row.integer("ecosystems")};
  return uses;
}

base::Result<Copy> take_copy(store::Writer& writer,
                             std::string_view item,
                             std::string_view workspace,
                             const identity::Event& by) {
  const auto original = find_item(writer, item);
  const auto document = published_document(writer, item);
  if (!original || !document || original->kind != Kind::toolkit)
    return base::not_found("The toolkit has no such document.");
  const auto org = network::find_org(writer, workspace);
  if (!org || org->kind != "ecosystem")
    return base::invalid("workspace", "Choose for which ecosystem.");
  const auto html = web::markdown(document->body);
  if (!html) return tl::unexpected(html.error());
  Copy copy{.id = base::new_id(),
            .item = original->id,
            .item_revision = original->published_revision.value_or(0),
            .workspace = std::string(workspace),
            .title = original->title,
            .text = document->body,
            .html = html->text(),
            .made_by_name = by.actor_name,
            .made_at = by.at.iso(),
            .changed_at = by.at.iso()};
  writer.run(sql::insert_copy, {{"id", copy.id},
                                {"item", copy.item},
                                {"item_revision", copy.item_revision},
                                {"workspace", copy.workspace},
                                {"title", copy.title},
                                {"text", copy.text},
                                {"html", copy.html},
                                {"by", by.actor},
                                {"by_name", by.actor_name},
                                {"now", by.at.iso()}});
  index_copy(writer, copy);
  app::touch_public_pages(writer);  // the toolkit says how often it was used
  record_copy_event(writer, by, "taken", copy);
  return copy;
}

base::Result<void> change_copy(store::Writer& writer,
                               const Copy& changed,
                               long long based_on,
                               const identity::Event& by) {
  if (base::trim(changed.title).empty())
    return base::invalid("title", "Give the document a title, so that others find it.");
  const auto html = web::markdown(changed.text);
  if (!html) return tl::unexpected(html.error());
  const auto written = writer.run(sql::change_copy, {{"id", changed.id},
                                                     {"title", changed.title},
                                                     {"text", changed.text},
                                                     {"html", html->text()},
                                                     {"now", by.at.iso()},
                                                     {"based_on", based_on}});
  if (written == 0)
    return base::conflict(
        "Somebody else saved this document while you were writing. Bring over what you want to "
        "keep, then save again.");
  index_copy(writer, changed);
  record_copy_event(writer, by, "changed", changed);
  return {};
}

}  // namespace enact::playbook
