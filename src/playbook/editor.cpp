// SPDX-License-Identifier: Apache-2.0
#include "playbook/editor.h"

#include "base/text.h"
#include "playbook/front_matter.h"
#include "playbook/word_diff.h"

namespace enact::playbook {

web::SafeHtml preview_of(const std::string& text) {
  std::string_view body = text;
  if (text.starts_with("---\n"))
    if (const auto head = parse_front_matter(text)) body = head->body;
  auto html = web::markdown(body);
  return html ? *std::move(html) : web::SafeHtml::escaped(html.error().message);
}

web::Response editor_page(const app::Visit& visit,
                          const Editor& editor,
                          const EditorTrouble& trouble) {
  const bool is_stale = trouble.error != nullptr &&
                        trouble.error->kind == base::Error::Kind::conflict &&
                        !trouble.theirs_by.empty();
  web::View view;
  view.set("heading", editor.heading)
      .set("standing", editor.standing)
      .set("crumb", editor.crumb)
      .set("title", editor.title)
      .set("action", editor.action)
      .set("text", editor.text)
      .set("based_on", editor.based_on)
      .set("note", editor.note)
      .set("asks_note", editor.asks_note)
      .set("main_button", editor.main_button)
      .set("main_then", editor.main_then)
      .set("second_then", editor.second_then)
      .set("is_stale", is_stale)
      .set("is_dirty", trouble.error != nullptr)
      .set("theirs_by", trouble.theirs_by)
      .set("theirs", is_stale ? word_diff(trouble.theirs, editor.text).html : web::SafeHtml())
      .set("preview", preview_of(editor.text))
      .set_maybe("second_button", editor.second_button)
      .set_maybe("back", editor.back);
  app::show_faults(view, {"text"}, trouble.error);
  int status = 200;
  if (trouble.error != nullptr)
    status = trouble.error->kind == base::Error::Kind::conflict ? 409 : 422;
  return app::page(visit, "playbook", "edit.html", std::move(view),
                   {.title = editor.heading, .status = status, .section = "playbook"});
}

}  // namespace enact::playbook
