// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "imports/imports.h"
#include "network/link.h"

namespace enact::network {

// How links are imported: rows that name two records, by id, e-mail address or name, and how they
// are connected. Only what an ecosystem's people share is imported and changed, never a link that
// somebody keeps to themselves.
const imports::Target& link_target();

// What a record is to the import: an ecosystem, a kind and two ends, whether or not there is a link
// between them yet. So a row that may mean several people can ask which, before there is a link.
struct LinkPlace {
  std::string workspace;
  LinkKind kind = LinkKind::knows;
  std::string from;
  std::string to;
};
std::string id_of(const LinkPlace& place);
std::optional<LinkPlace> link_place(std::string_view id);

}  // namespace enact::network
