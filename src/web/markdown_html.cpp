// SPDX-License-Identifier: Apache-2.0
#include "web/markdown_html.h"

#include "web/link_rules.h"

namespace enact::web {
namespace {

// What a table is about, in words, for those who hear its region named: its column headings.
std::string heading_words(std::string_view table) {
  constexpr std::string_view kCell = "<th";
  const auto head = table.substr(0, table.find("</thead>"));
  std::string words;
  for (auto at = head.find(kCell); at != std::string_view::npos; at = head.find(kCell, at + 1)) {
    const auto from = head.find('>', at);
    if (from == std::string_view::npos || head.substr(at).starts_with("<thead")) continue;
    bool in_tag = false;
    if (!words.empty()) words += ", ";
    for (char c : head.substr(from + 1, head.find("</th>", from) - from - 1)) {
      if (c == '<') in_tag = true;
      if (!in_tag && c != '"') words += c;
      if (c == '>') in_tag = false;
    }
  }
  return words;
}

}  // namespace

std::string with_attributes(std::string_view html, const std::vector<std::string>& heading_ids) {
  constexpr std::string_view kLink = "<a href=\"", kOmitted = "<!-- raw HTML omitted -->";
  constexpr std::string_view kTable = "<table>", kTableEnd = "</table>";
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
    } else if (html.starts_with(kTable)) {
      // A wide table scrolls in a box of its own, which the keyboard can reach.
      result += "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table: ";
      result += heading_words(html) + "\"><table>";
      length = kTable.size();
    } else if (html.starts_with(kTableEnd)) {
      result += "</table></div>";
      length = kTableEnd.size();
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
