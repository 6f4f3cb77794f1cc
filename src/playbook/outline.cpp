// SPDX-License-Identifier: Apache-2.0
#include "playbook/outline.h"

#include <algorithm>

#include "playbook/document.h"
#include "playbook/item_views.h"
#include "playbook/queries.h"

namespace enact::playbook {

Outline Outline::read(store::Reader& reader) {
  const auto rows = reader.all(sql::outline);
  std::map<std::string, int> purposes;  // of purposes themselves, then of strategies
  for (const auto& row : rows)
    if (row.text("kind") == name_of(Kind::purpose))
      purposes[row.text("id")] =
          static_cast<int>(std::clamp<std::int64_t>(row.integer("position"), 0, 3));
  for (const auto& row : rows)
    if (row.text("kind") == name_of(Kind::strategy))
      purposes[row.text("id")] = purposes[row.text("parent")];

  Outline outline;
  for (const auto& row : rows) {
    const auto kind = row.text("kind");
    if (kind == name_of(Kind::purpose)) continue;
    const bool is_strategy = kind == name_of(Kind::strategy);
    Heading heading{.id = row.text("id"),
                    .slug = row.text("slug"),
                    .number = number_words(row.text("slug")),
                    .title = row.text("title"),
                    .purpose = purposes[row.text(is_strategy ? "id" : "parent")]};
    outline.by_id_.emplace(heading.id, heading);
    (is_strategy ? outline.strategies_ : outline.plays_).push_back(std::move(heading));
  }
  return outline;
}

Heading Outline::heading(std::string_view item) const {
  const auto found = by_id_.find(item);
  if (found != by_id_.end()) return found->second;
  const auto slug = std::string(item.substr(item.find('/') + 1));
  return {.id = std::string(item), .slug = slug, .number = number_words(slug), .title = {}};
}

}  // namespace enact::playbook
