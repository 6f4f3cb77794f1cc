// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "identity/audit.h"
#include "identity/role.h"
#include "identity/user.h"
#include "store/database.h"

namespace enact::identity {

// Roles that are held for the whole network, at no organization.
bool is_network_wide(Role role);

// Whether the viewer may give (or take back) this role in this ecosystem: the hub any, a lead the
// roles of the people who work with their own ecosystem.
bool may_give(const Viewer& viewer, Role role, std::string_view workspace);

// The roles that the viewer may give somewhere, in the order of kRoles.
std::vector<Role> roles_to_give(const Viewer& viewer);

// A grant in force, with whose it is.
struct HeldRole : Grant {
  std::string id;
  std::string user_id;
  std::string user_name;
  std::string user_email;
  bool user_is_disabled = false;
  base::Instant since;
};

std::optional<HeldRole> find_held_role(store::Reader& reader, std::string_view grant_id);
std::vector<HeldRole> roles_of(store::Reader& reader, std::string_view user_id);

// Everybody's roles in one ecosystem, or everywhere when it is empty; by name, those of one person
// together.
std::vector<HeldRole> held_roles(store::Reader& reader, std::string_view workspace);

// Accounts that hold no role, such as those whose last one was taken back.
std::vector<User> users_without_role(store::Reader& reader);

// In the caller's transaction, recorded. Giving a role that is held already changes nothing.
void give_role(store::Writer& writer, const User& user, const Grant& grant, const Event& by);

// Refused for the last person who can run the network.
base::Result<void> take_role_back(store::Writer& writer, const HeldRole& held, const Event& by);

// Whether nobody else who can still sign in holds the hub's role, and this person does; stays so
// until the end of the transaction.
bool is_last_hub(store::Writer& writer, std::string_view user_id);

}  // namespace enact::identity
