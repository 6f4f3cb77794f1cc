// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace enact::web {

// Adds to the HTML that cmark wrote what it has no option for: `rel` on links that leave the site,
// names for the boxes of a task list, the ids of the headings in their order. Takes out its notes
// on omitted HTML. Not for any other HTML: in cmark's, "<" only ever starts a tag of its own.
std::string with_attributes(std::string_view html, const std::vector<std::string>& heading_ids);

}  // namespace enact::web
