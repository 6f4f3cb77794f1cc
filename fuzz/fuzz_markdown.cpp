// SPDX-License-Identifier: Apache-2.0
// Nothing that runs gets into a page, and every address is of a kind that we allow.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "fuzz.h"
#include "web/clean_text.h"
#include "web/safe_html.h"

namespace {

using namespace enact;

bool is_known_tag(std::string_view tag) {
  constexpr std::array<std::string_view, 29> kTags{
      "a",     "p",     "h1",     "h2",  "h3", "h4",  "h5",    "h6",   "ul", "ol",
      "li",    "em",    "strong", "del", "br", "img", "pre",   "code", "hr", "blockquote",
      "table", "thead", "tbody",  "tr",  "th", "td",  "input", "sup",  "div"};
  const auto name = tag.substr(0, tag.find_first_of(" >/\n"));
  return std::find(kTags.begin(), kTags.end(), name) != kTags.end();
}

bool is_allowed(std::string_view address) {
  const auto scheme = base::lower(address.substr(0, address.find(':')));
  if (scheme.size() == address.size()) return true;
  const bool is_scheme = std::all_of(scheme.begin(), scheme.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
  });
  return scheme.empty() || !is_scheme || scheme == "http" || scheme == "https" ||
         scheme == "mailto" || scheme == "tel";
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::text_of(data, size);
  fuzz::must(web::is_clean_text(web::plain_words(text)));
  const auto rendered = web::markdown(text);
  if (!rendered) {
    fuzz::must(web::is_clean_text(rendered.error().message));
    return 0;
  }
  const std::string_view html = rendered->text();
  fuzz::must(!base::invalid_utf8(html));
  for (auto at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const bool closes = html.substr(at + 1).starts_with('/');
    fuzz::must(is_known_tag(html.substr(at + (closes ? 2 : 1))));
  }
  for (const std::string_view attribute : {" href=\"", " src=\""})
    for (auto at = html.find(attribute); at != std::string_view::npos;
         at = html.find(attribute, at + 1)) {
      const auto from = at + attribute.size();
      fuzz::must(is_allowed(html.substr(from, html.find('"', from) - from)));
    }
  return 0;
}
