// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "identity/audit.h"
#include "store/database.h"

namespace enact::playbook {

// A toolkit document that an ecosystem took and makes its own. The record of who used which is
// these copies.
struct Copy {
  std::string id;
  std::string item;
  long long item_revision = 0;
  std::string workspace;
  std::string title;
  std::string text;  // Markdown, without front matter
  std::string html;
  std::string made_by_name;
  std::string made_at;
  std::string changed_at;
  long long version = 1;
};

std::optional<Copy> find_copy(store::Reader& reader, std::string_view id);
std::vector<Copy> copies_of(store::Reader& reader, std::string_view item);
std::vector<Copy> copies_in(store::Reader& reader, std::string_view workspace);

struct Uses {
  long long copies = 0;
  long long ecosystems = 0;
};
std::map<std::string, Uses> uses_of_toolkit(store::Reader& reader);  // by item id

base::Result<Copy> take_copy(store::Writer& writer,
                             std::string_view item,
                             std::string_view workspace,
                             const identity::Event& by);

// `based_on` is the version the writer saw; a conflict when it has moved on.
base::Result<void> change_copy(store::Writer& writer,
                               const Copy& changed,
                               long long based_on,
                               const identity::Event& by);

}  // namespace enact::playbook
