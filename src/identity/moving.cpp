// SPDX-License-Identifier: Apache-2.0
#include "identity/moving.h"

#include "identity/queries.h"

namespace enact::identity {

base::Json move_roles(store::Writer& writer, std::string_view from, std::string_view to) {
  auto roles = base::Json::array(), invitations = base::Json::array();
  for (const auto& row : writer.all(sql::roles_at, {{"org", from}, {"other", to}})) {
    roles.add(row.text("id"));
    writer.run(sql::move_role, {{"id", row.text("id")}, {"from", from}, {"to", to}});
  }
  for (const auto& row : writer.all(sql::invitations_at, {{"org", from}, {"other", to}})) {
    invitations.add(row.text("id"));
    writer.run(sql::move_invitation, {{"id", row.text("id")}, {"from", from}, {"to", to}});
  }
  if (roles.items().empty() && invitations.items().empty()) return {};
  return base::Json::object().set("roles", roles).set("invitations", invitations);
}

int move_roles_back(store::Writer& writer,
                    const base::Json& journal,
                    std::string_view from,
                    std::string_view to) {
  int left = 0;
  for (const auto& id : journal["roles"].items())
    if (writer.run(sql::move_role, {{"id", id.text()}, {"from", from}, {"to", to}}) != 1) ++left;
  for (const auto& id : journal["invitations"].items())
    if (writer.run(sql::move_invitation, {{"id", id.text()}, {"from", from}, {"to", to}}) != 1)
      ++left;
  return left;
}

}  // namespace enact::identity
