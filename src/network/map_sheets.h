// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "network/link.h"
#include "store/database.h"

namespace enact::network {

// A map as the two sheets that Kumu and others read: elements, and connections between them by
// label. No two elements have the same label: of several of one name each has its id behind it.
// What is private is left out, since a file is passed on.
std::string elements_csv(store::Reader& reader, const std::vector<Link>& links);
std::string connections_csv(const std::vector<Link>& links);

}  // namespace enact::network
