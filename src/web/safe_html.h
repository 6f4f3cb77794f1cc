// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace enact::web {

// HTML that may go into a page as it stands: rendered from Markdown or by a template, or escaped.
class SafeHtml {
 public:
  SafeHtml() = default;
  const std::string& text() const { return html_; }
  bool empty() const { return html_.empty(); }

  static SafeHtml escaped(std::string_view text);

  // For HTML that this program made earlier (a template's output, a rendering kept in the
  // database). Never for anything a person typed.
  static SafeHtml made_by_us(std::string html) { return SafeHtml(std::move(html)); }

 private:
  explicit SafeHtml(std::string html) : html_(std::move(html)) {}
  std::string html_;
};

struct MarkdownLimits {
  std::size_t bytes = std::size_t{256} * 1024;
  // One block without a blank line: bounds the parser's time, as do those of markdown_limits.h.
  std::size_t block_bytes = std::size_t{16} * 1024;
};

// CommonMark with GFM tables, strikethrough, task lists and autolinks (cmark-gfm, safe mode: raw
// HTML is left out), straight quotes and dashes made typographic. Links lead to http, https,
// mailto, tel or a relative address; those that leave the site get rel="noopener nofollow". Images
// come from this site only, of others the words remain. Each heading gets an id, see heading_ids.h.
// Text over the limits or not in UTF-8 is refused with the line. One text is parsed at a time.
base::Result<SafeHtml> markdown(std::string_view text, MarkdownLimits limits = {});

// The words of a Markdown text without any mark, for search and summaries.
std::string plain_words(std::string_view markdown_text);

}  // namespace enact::web
