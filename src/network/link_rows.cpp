// SPDX-License-Identifier: Apache-2.0
#include "network/link_rows.h"

#include <algorithm>

namespace enact::network {
namespace {

Thing thing_named(std::string_view name) {
  return name == "person" ? Thing::person : Thing::organization;
}

}  // namespace

Link link_from(const store::Row& row) {
  const auto strength = std::clamp<std::int64_t>(row.integer("strength"), 1, 3);
  return {.id = row.text("id"),
          .kind = link_kind_named(row.text("kind")).value_or(LinkKind::knows),
          .from = {thing_named(row.text("from_thing")), row.text("from_id")},
          .to = {thing_named(row.text("to_thing")), row.text("to_id")},
          .strength = static_cast<Strength>(strength),
          .from_date = row.text("from_date"),
          .until_date = row.text("until_date"),
          .last_contact = row.text("last_contact"),
          .workspace = row.text("workspace"),
          .is_private = row.truth("is_private"),
          .note = row.text("note"),
          .source = row.text("source"),
          .noted_by = row.text("noted_by"),
          .noted_by_name = row.text("noted_by_name"),
          .noted_at = row.text("noted_at"),
          .has_ended = !row.is_null("ended_at")};
}

}  // namespace enact::network
