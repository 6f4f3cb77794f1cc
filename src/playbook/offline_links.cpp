// SPDX-License-Identifier: Apache-2.0
#include "playbook/offline_links.h"

#include <algorithm>

namespace enact::playbook {
namespace {

std::string up_from(std::string_view here) {
  std::string up;
  for (auto n = std::count(here.begin(), here.end(), '/'); n > 0; --n) up += "../";
  return up;
}

// The value of an attribute inside a tag's text, or nothing.
std::string_view attribute(std::string_view tag, std::string_view name) {
  const auto at = tag.find(std::string(" ") + std::string(name) + "=\"");
  if (at == std::string_view::npos) return {};
  const auto from = at + name.size() + 3;
  return tag.substr(from, tag.find('"', from) - from);
}

// Cuts every element that opens with `open` and closes with `close`; they do not nest.
std::string without(std::string html, std::string_view open, std::string_view close) {
  for (std::size_t at = 0; (at = html.find(open, at)) != std::string::npos;) {
    const auto end = html.find(close, at);
    if (end == std::string::npos) break;
    html.erase(at, end + close.size() - at);
  }
  return html;
}

// The search field of the masthead needs a server; a link to the search page does not.
std::string with_search_link(std::string html) {
  constexpr std::string_view kEnd = "</form>";
  const auto from = html.find("<form role=\"search\"");
  const auto to = html.find(kEnd, from);
  if (from == std::string::npos || to == std::string::npos) return html;
  return html.replace(from, to + kEnd.size() - from, "<a href=\"/search\">Search</a>");
}

class Rewriting {
 public:
  Rewriting(std::string_view here, const OfflineFiles& files) : up_(up_from(here)), files_(files) {}

  // "plays/4-1.html#why" for an address that has a file, else nothing.
  std::string target(std::string_view href) const {
    const auto cut = href.find_first_of("#?");
    const auto found = files_.find(href.substr(0, cut));
    if (found == files_.end()) return {};
    const auto hash = href.find('#');
    return up_ + found->second +
           (hash == std::string_view::npos ? std::string() : std::string(href.substr(hash)));
  }

  std::string run(std::string_view html) {
    std::string result;
    bool in_dead_link = false;
    for (std::size_t at = 0; at < html.size();) {
      if (html[at] != '<') {
        result += html[at++];
        continue;
      }
      const auto end = std::min(html.find('>', at), html.size() - 1);
      auto tag = html.substr(at, end + 1 - at);
      at = end + 1;
      const auto href = attribute(tag, "href");
      if (tag == "</a>" && in_dead_link) {
        result += "</span>";
        in_dead_link = false;
      } else if (!href.starts_with('/')) {
        result += tag;
      } else if (const auto file = target(href); !file.empty()) {
        result += replaced(tag, href, file);
      } else if (tag.starts_with("<a ")) {
        result += "<span>";
        in_dead_link = true;
      }
    }
    return result;
  }

 private:
  static std::string replaced(std::string_view tag, std::string_view from, std::string_view to) {
    std::string text(tag);
    return text.replace(static_cast<std::size_t>(from.data() - tag.data()), from.size(), to);
  }

  std::string up_;
  const OfflineFiles& files_;
};

}  // namespace

std::string offline_page(std::string_view html, std::string_view here, const OfflineFiles& files) {
  auto text = without(with_search_link(std::string(html)), "<form", "</form>");
  text = without(std::move(text), "<script", "</script>");
  text = without(std::move(text), "<a class=\"sign-in\"", "</a>");
  text = without(std::move(text), "<a class=\"button primary\" href=\"/sign-in", "</a>");
  text = without(std::move(text), "<p class=\"demo\">", "</p>");
  return Rewriting(here, files).run(text);
}

}  // namespace enact::playbook
