// SPDX-License-Identifier: Apache-2.0
#include "web/safe_html.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <vector>

#include "base/text.h"
#include "web/clean_text.h"
#include "web/heading_ids.h"
#include "web/link_rules.h"
#include "web/markdown_html.h"
#include "web/markdown_limits.h"

namespace enact::web {
namespace {

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeParser {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct FreeIterator {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
struct FreeText {
  void operator()(char* text) const { std::free(text); }  // NOLINT: made by cmark with malloc
};

using Document = std::unique_ptr<cmark_node, FreeNode>;

Document parse(std::string_view text, int options) {
  // While it reads inlines the parser changes tables that all parsers share, so one at a time.
  static std::mutex one_at_a_time;
  const std::lock_guard lock(one_at_a_time);
  cmark_gfm_core_extensions_ensure_registered();
  const std::unique_ptr<cmark_parser, FreeParser> parser(cmark_parser_new(options));
  for (const char* name : {"table", "strikethrough", "autolink", "tasklist"})
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  cmark_parser_feed(parser.get(), text.data(), text.size());
  return Document(cmark_parser_finish(parser.get()));
}

// Calls `see(event, node)` for each node on the way in, and for those that can hold others on the
// way out. `see` must leave the tree as it is.
template <class See>
void walk(cmark_node* root, See see) {
  const std::unique_ptr<cmark_iter, FreeIterator> iterator(cmark_iter_new(root));
  for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator.get()))
    see(event, cmark_iter_get_node(iterator.get()));
}

std::string_view view(const char* text) {
  return text == nullptr ? std::string_view{} : std::string_view(text);
}

bool is_block(cmark_node* node) {
  return (cmark_node_get_type(node) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
}

// The words below a node, with one space or more between blocks.
std::string words_of(cmark_node* root) {
  std::string words;
  walk(root, [&](cmark_event_type, cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE || type == CMARK_NODE_CODE_BLOCK)
      words += view(cmark_node_get_literal(node));
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK || is_block(node))
      words += ' ';
  });
  return words;
}

void replace_by_words(cmark_node* image) {
  auto* text = cmark_node_new(CMARK_NODE_TEXT);
  cmark_node_set_literal(text, std::string(base::trim(words_of(image))).c_str());
  cmark_node_replace(image, text);
  cmark_node_free(image);
}

void replace_by_content(cmark_node* link) {
  while (auto* child = cmark_node_first_child(link)) cmark_node_insert_before(link, child);
  cmark_node_free(link);
}

// Takes out what cmark's safe mode lets through and we do not.
void tidy(cmark_node* document) {
  std::vector<cmark_node*> images, links;
  int inside_images = 0;  // what stands there is only the image's words
  walk(document, [&](cmark_event_type event, cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    const bool enters = event == CMARK_EVENT_ENTER;
    if (type == CMARK_NODE_LINK && enters && inside_images == 0 &&
        !is_allowed_link(view(cmark_node_get_url(node))))
      links.push_back(node);
    if (type != CMARK_NODE_IMAGE) return;
    if (enters && inside_images == 0 && !is_allowed_image(view(cmark_node_get_url(node))))
      images.push_back(node);
    inside_images += enters ? 1 : -1;
  });
  std::for_each(images.begin(), images.end(), replace_by_words);
  std::for_each(links.begin(), links.end(), replace_by_content);
}

std::vector<std::string> heading_ids(cmark_node* document) {
  HeadingIds ids;
  std::vector<std::string> all;
  walk(document, [&](cmark_event_type event, cmark_node* node) {
    if (event == CMARK_EVENT_ENTER && cmark_node_get_type(node) == CMARK_NODE_HEADING)
      all.push_back(ids.make(words_of(node)));
  });
  return all;
}

base::Fault fault_at(int line, std::string message) {
  return {.field = {}, .message = std::move(message), .file = {}, .line = line};
}

std::optional<base::Fault> refusal_of(std::string_view text, const MarkdownLimits& limits) {
  if (const auto bad = base::invalid_utf8(text)) {
    const auto line =
        1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(*bad), '\n');
    return fault_at(
        static_cast<int>(line),
        fmt::format("Line {}: These bytes are not UTF-8 text. Save the text as UTF-8.", line));
  }
  return over_markdown_limits(text, limits);
}

}  // namespace

SafeHtml SafeHtml::escaped(std::string_view text) {
  return SafeHtml(base::escape_html(text));
}

base::Result<SafeHtml> markdown(std::string_view text, MarkdownLimits limits) {
  const auto clean = with_lf(text);
  if (auto fault = refusal_of(clean, limits)) return base::invalid({std::move(*fault)});
  const auto document = parse(clean, CMARK_OPT_SMART);
  tidy(document.get());
  const std::unique_ptr<char, FreeText> html(
      cmark_render_html(document.get(), CMARK_OPT_SMART, nullptr));
  return SafeHtml::made_by_us(with_attributes(view(html.get()), heading_ids(document.get())));
}

std::string plain_words(std::string_view markdown_text) {
  const auto clean = with_lf(with_valid_utf8(markdown_text));
  const auto words =
      refusal_of(clean, {}) ? clean : words_of(parse(clean, CMARK_OPT_DEFAULT).get());
  std::string result;
  for (const char c : words) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (!space)
      result += c;
    else if (!result.empty() && result.back() != ' ')
      result += ' ';
  }
  if (result.ends_with(' ')) result.pop_back();
  return result;
}

}  // namespace enact::web
