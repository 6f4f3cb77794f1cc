// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "network/relation_map.h"
#include "web/safe_html.h"

namespace enact::network {

// The map as SVG. People are discs, organizations squares; the better two know each other the
// thicker their line, and what is not about knowing is dashed. Each node is a link, in the order of
// the nodes. Says nothing that the table does not say.
web::SafeHtml drawing(const RelationMap& map,
                      const std::function<std::string(const RelationMap::Node&)>& address_of);

// "Ana knows Ben: work together".
std::string link_words(const Link& link);

}  // namespace enact::network
