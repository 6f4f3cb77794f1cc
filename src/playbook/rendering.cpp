// SPDX-License-Identifier: Apache-2.0
#include "playbook/rendering.h"

#include "base/text.h"
#include "playbook/queries.h"
#include "web/safe_html.h"

namespace enact::playbook {
namespace {

// The first paragraph of a definition, without its <p>, for the note in the margin.
std::string meaning_of(const Document& definition) {
  const auto html = web::markdown(definition.body);
  if (!html) return {};
  const auto& text = html->text();
  const auto from = text.find("<p>"), to = text.find("</p>");
  if (from == std::string::npos || to == std::string::npos) return {};
  return text.substr(from + 3, to - from - 3);
}

}  // namespace

std::vector<Term> terms_of(store::Reader& reader) {
  std::vector<Term> terms;
  for (const auto& row : reader.all(sql::all_published_texts)) {
    if (!row.text("id").starts_with("definitions/")) continue;
    const auto document = parse_stored(row.text("text"));
    if (!document) continue;
    Term term{.slug = document->slug,
              .title = document->title,
              .spellings = document->also,
              .meaning = meaning_of(*document)};
    term.spellings.push_back(document->title);
    terms.push_back(std::move(term));
  }
  return terms;
}

std::vector<SectionHtml> render(const Document& document, const std::vector<Term>& terms) {
  const bool is_definition = document.kind == Kind::definition;
  TermExplainer explainer(terms, is_definition ? document.slug : std::string());
  std::vector<SectionHtml> rendered;
  for (const auto& section : sections_of(document.body)) {
    const auto html = web::markdown(section.markdown);
    if (!html) continue;
    rendered.push_back(
        {section.heading, is_definition ? html->text() : explainer.explain(html->text())});
  }
  return rendered;
}

}  // namespace enact::playbook
