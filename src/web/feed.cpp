// SPDX-License-Identifier: Apache-2.0
#include "web/feed.h"

#include <algorithm>
#include <pugixml.hpp>
#include <sstream>

#include "web/clean_text.h"

namespace enact::web {
namespace {

// Leaves out what XML 1.0 cannot hold even escaped: most control characters, U+FFFE and U+FFFF.
std::string xml_text(std::string_view text) {
  const auto valid = with_valid_utf8(text);
  std::string result;
  for (std::size_t i = 0; i < valid.size(); ++i) {
    const auto c = static_cast<unsigned char>(valid[i]);
    const auto rest = std::string_view(valid).substr(i, 3);
    if (rest == "\xEF\xBF\xBE" || rest == "\xEF\xBF\xBF")
      i += 2;
    else if (c >= 0x20 || c == '\t' || c == '\n' || c == '\r')
      result += valid[i];
  }
  return result;
}

void add_text(pugi::xml_node to, const char* name, std::string_view text) {
  to.append_child(name).text().set(xml_text(text).c_str());
}

void add_link(pugi::xml_node to,
              const char* relation,
              std::string_view type,
              std::string_view url) {
  if (url.empty()) return;
  auto link = to.append_child("link");
  link.append_attribute("rel") = relation;
  link.append_attribute("type") = std::string(type).c_str();
  link.append_attribute("href") = xml_text(url).c_str();
}

void add_author(pugi::xml_node to, std::string_view name) {
  add_text(to.append_child("author"), "name", name);
}

void add_entry(pugi::xml_node feed, const FeedEntry& entry) {
  auto node = feed.append_child("entry");
  add_text(node, "id", entry.id);
  add_text(node, "title", entry.title);
  add_text(node, "published", entry.published.iso());
  add_text(node, "updated", entry.updated.iso());
  if (!entry.author.empty()) add_author(node, entry.author);  // else the feed's author holds
  // RFC 4287 section 4.1.2 asks for this link where there is no content element.
  add_link(node, "alternate", "text/html", entry.url);
  add_text(node, "summary", entry.summary);
}

}  // namespace

std::string atom(const Feed& feed) {
  pugi::xml_document document;
  auto declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
  auto root = document.append_child("feed");
  root.append_attribute("xmlns") = "http://www.w3.org/2005/Atom";
  add_text(root, "id", feed.id);
  add_text(root, "title", feed.title);
  base::Instant updated;
  for (const auto& entry : feed.entries) updated = std::max(updated, entry.updated);
  add_text(root, "updated", updated.iso());
  // Required of every feed that has an entry without an author of its own.
  add_author(root, feed.author.empty() ? feed.title : feed.author);
  add_link(root, "self", "application/atom+xml", feed.self_url);
  add_link(root, "alternate", "text/html", feed.url);
  for (const auto& entry : feed.entries) add_entry(root, entry);

  std::ostringstream out;
  document.save(out, "", pugi::format_raw, pugi::encoding_utf8);
  return std::move(out).str();
}

}  // namespace enact::web
