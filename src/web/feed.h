// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/date.h"

namespace enact::web {

struct FeedEntry {
  std::string id;  // permanent, a tag: or https: URI
  std::string title;
  std::string url;
  base::Instant published;
  base::Instant updated;
  std::string author;
  std::string summary;  // plain text
};

struct Feed {
  std::string id;
  std::string title;
  std::string url;       // the page
  std::string self_url;  // the feed
  std::string author;
  std::vector<FeedEntry> entries;  // newest first
};

// Atom (RFC 4287), UTF-8. Characters that XML 1.0 does not allow are left out.
std::string atom(const Feed& feed);

}  // namespace enact::web
