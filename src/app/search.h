// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"
#include "web/safe_html.h"

namespace enact::app {

// One thing that search can find.
struct SearchEntry {
  std::string kind;  // "play", "vignette", "organization": shown, and filtered by
  std::string id;    // unique within its kind
  std::string url;
  std::string title;
  std::string body;      // plain words
  std::string audience;  // "" for everybody, else the workspace whose people may find it
};

void index_entry(store::Writer& writer, const SearchEntry& entry);  // new or again
void remove_entry(store::Writer& writer, const std::string& kind, const std::string& id);

// The same of many at once, of which no two are the same.
struct EntryName {
  std::string kind;
  std::string id;
};
void index_entries(store::Writer& writer, const std::vector<SearchEntry>& entries);
void remove_entries(store::Writer& writer, const std::vector<EntryName>& entries);

struct SearchRequest {
  std::string words;  // as typed; quotes make phrases, the last word may be cut short
  std::string kind;   // only this kind, when set
  std::vector<std::string> audiences;  // workspaces of the person who asks
  int page = 1;
  int per_page = 20;
};

struct SearchHit {
  std::string kind;
  std::string url;
  web::SafeHtml title;  // with <mark> around what was found
  web::SafeHtml excerpt;
};

struct SearchAnswer {
  std::vector<SearchHit> hits;
  long long total = 0;  // counted exactly up to kCountUpTo
  bool total_is_at_least = false;
  static constexpr long long kCountUpTo = 1000;
};

// Best first: title over body. Never fails on what a person may type.
SearchAnswer search(store::Reader& reader, const SearchRequest& request);

}  // namespace enact::app
