// SPDX-License-Identifier: Apache-2.0
#include "identity/access.h"

#include <algorithm>

#include "base/id.h"
#include "identity/queries.h"
#include "identity/users.h"

namespace enact::identity {
namespace {

HeldRole held_of(const store::Row& row) {
  HeldRole held;
  held.role = role_named(row.text("role")).value_or(Role::member);
  held.org = row.text("org");
  held.workspace = row.text("workspace");
  held.id = row.text("id");
  held.user_id = row.text("user_id");
  held.user_name = row.text("name");
  held.user_email = row.text("email");
  held.user_is_disabled = !row.is_null("disabled_at");
  held.since = base::Instant::parse(row.text("granted_at")).value_or(base::Instant());
  return held;
}

std::vector<HeldRole> all_held(const store::Rows& rows) {
  std::vector<HeldRole> found;
  for (const auto& row : rows) found.push_back(held_of(row));
  return found;
}

bool is_for_leads_to_give(Role role) {
  return role == Role::member || role == Role::program_lead || role == Role::admissions_partner;
}

base::Json json_of(const Grant& grant) {
  auto json = base::Json::object();
  json.set("role", name_of(grant.role));
  if (!grant.org.empty()) json.set("org", grant.org);
  return json;
}

}  // namespace

bool is_network_wide(Role role) {
  return role == Role::hub || role == Role::reviewer || role == Role::researcher;
}

bool may_give(const Viewer& viewer, Role role, std::string_view workspace) {
  if (viewer.is_hub()) return true;
  return is_for_leads_to_give(role) && meets(viewer, web::Needs::lead, workspace);
}

std::vector<Role> roles_to_give(const Viewer& viewer) {
  std::vector<Role> found;
  for (const auto role : kRoles) {
    if (viewer.is_hub() || (viewer.has(Role::ecosystem_lead) && is_for_leads_to_give(role)))
      found.push_back(role);
  }
  return found;
}

std::optional<HeldRole> find_held_role(store::Reader& reader, std::string_view grant_id) {
  const auto row = reader.one(sql::find_grant, {{"id", grant_id}});
  return row ? std::optional(held_of(*row)) : std::nullopt;
}

std::vector<HeldRole> roles_of(store::Reader& reader, std::string_view user_id) {
  return all_held(reader.all(sql::grants_of_user, {{"user_id", user_id}}));
}

std::vector<HeldRole> held_roles(store::Reader& reader, std::string_view workspace) {
  if (workspace.empty()) return all_held(reader.all(sql::all_grants));
  return all_held(reader.all(sql::grants_in_workspace, {{"workspace", workspace}}));
}

std::vector<User> users_without_role(store::Reader& reader) {
  std::vector<User> found;
  for (const auto& row : reader.all(sql::users_without_grants))
    if (auto user = find_user(reader, row.text("id"))) found.push_back(*std::move(user));
  return found;
}

void give_role(store::Writer& writer, const User& user, const Grant& grant, const Event& by) {
  const auto given = writer.run(sql::give_role, {{"id", base::new_id()},
                                                 {"user_id", user.id},
                                                 {"role", name_of(grant.role)},
                                                 {"org", grant.org},
                                                 {"workspace", grant.workspace},
                                                 {"granted_by", by.actor},
                                                 {"granted_at", by.at.iso()}});
  if (given == 0) return;
  auto event = about(user, "identity.role.given", by);
  event.org = grant.workspace;
  event.after = json_of(grant);
  record(writer, event);
}

base::Result<void> take_role_back(store::Writer& writer, const HeldRole& held, const Event& by) {
  if (held.role == Role::hub && is_last_hub(writer, held.user_id))
    return base::conflict(
        "This is the last person who can run the network. Give somebody else the hub's role "
        "first.");
  const auto taken =
      writer.run(sql::take_role_back,
                 {{"id", held.id}, {"revoked_by", by.actor}, {"revoked_at", by.at.iso()}});
  if (taken == 0) return base::conflict("This role was taken back already.");
  User user;
  user.id = held.user_id;
  user.name = held.user_name;
  auto event = about(user, "identity.role.taken_back", by);
  event.org = held.workspace;
  event.before = json_of(held);
  record(writer, event);
  return {};
}

bool is_last_hub(store::Writer& writer, std::string_view user_id) {
  writer.one(sql::take_turn, {{"name", "last hub"}});
  const auto held = roles_of(writer, user_id);
  if (std::none_of(held.begin(), held.end(),
                   [](const HeldRole& role) { return role.role == Role::hub; }))
    return false;
  const auto others = writer.one(sql::count_active_holders,
                                 {{"role", name_of(Role::hub)}, {"except_user_id", user_id}});
  return others->integer("holders") == 0;
}

}  // namespace enact::identity
