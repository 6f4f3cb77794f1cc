// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "network/facet.h"
#include "network/field.h"
#include "store/database.h"

namespace enact::network {

// What the directory knows of one organization or person.
struct DirectoryEntry {
  Thing thing = Thing::organization;
  std::string id;
  std::string name;
  std::string words;             // beyond the name, by which it is found: place, other names, roles
  PerFacet<std::string> values;  // several of one facet stand between line ends; empty: not known

  // What it belongs to, from which the ecosystem follows when all entries are read at once.
  std::string parent;             // of an organization
  std::vector<std::string> orgs;  // at which a person is or was
};

// Every entry, organizations before people, in pieces, so that a table of any size can be read.
// The ecosystems are left open: they follow from what was read before.
void read_entries(store::Database& db, const std::function<void(DirectoryEntry&&)>& take);

// One entry as it is now, its ecosystems too; nothing where there is none.
std::optional<DirectoryEntry> read_entry(store::Reader& reader, Thing thing, std::string_view id);

}  // namespace enact::network
