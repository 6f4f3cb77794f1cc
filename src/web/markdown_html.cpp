// SPDX-License-Identifier: Apache-2.0
#include "web/markdown_html.h"

#include "web/link_rules.h"

namespace enact::web {

std::string with_attributes(std::string_view html, const std::vector<std::string>& heading_ids) {
  constexpr std::string_view kLink = "<a href=\"", kOmitted = "<!-- raw HTML omitted -->";
  constexpr std::string_view kCheckbox = "<input type=\"checkbox\"";
  std::string result;
  result.reserve(html.size() + html.size() / 8);
  auto next_id = heading_ids.begin();
  while (true) {
    const auto tag = html.find('<');
    result += html.substr(0, tag);
    if (tag == std::string_view::npos) return result;
    html.remove_prefix(tag);
    std::size_t length = 1;
    if (html.starts_with(kLink)) {
      const bool leaves = leaves_site(html.substr(kLink.size()));
      result += leaves ? "<a rel=\"noopener nofollow\" href=\"" : kLink;
      length = kLink.size();
    } else if (html.starts_with(kOmitted)) {
      length = kOmitted.size();
    } else if (html.starts_with(kCheckbox)) {
      const bool done = html.substr(kCheckbox.size()).starts_with(" checked");
      result.append(kCheckbox).append(done ? " aria-label=\"done\"" : " aria-label=\"to do\"");
      length = kCheckbox.size();
    } else if (html.size() > 3 && html[1] == 'h' && html[2] >= '1' && html[2] <= '6' &&
               html[3] == '>' && next_id != heading_ids.end()) {
      result.append(html.substr(0, 3)).append(" id=\"").append(*next_id++).append("\">");
      length = 4;
    } else {
      result += '<';
    }
    html.remove_prefix(length);
  }
}

}  // namespace enact::web
