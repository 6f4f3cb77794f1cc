// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/needs.h"

namespace enact::identity {

enum class Role {
  hub,
  ecosystem_lead,
  member,
  program_lead,
  admissions_partner,
  reviewer,
  researcher,
};

inline constexpr Role kRoles[] = {Role::hub,          Role::ecosystem_lead,     Role::member,
                                  Role::program_lead, Role::admissions_partner, Role::reviewer,
                                  Role::researcher};

std::string_view name_of(Role role);    // "ecosystem_lead": kept in the database
std::string_view words_for(Role role);  // "ecosystem lead": for people
std::optional<Role> role_named(std::string_view name);

// A role, held at an organization. `workspace` is the ecosystem that the organization belongs to
// (itself, for an ecosystem): program leads take part in the work of their program's ecosystem.
struct Grant {
  Role role;
  std::string org;
  std::string workspace;
};

// Who is asking. A visitor who has not signed in has no user id and no grants.
struct Viewer {
  std::string user_id;
  std::string name;
  std::string email;
  std::vector<Grant> grants;
  std::string session_id;  // public id of the session, not its secret
  std::string csrf;        // what every form of this session carries; empty when not signed in

  bool is_signed_in() const { return !user_id.empty(); }
  bool has(Role role) const;
  bool is_hub() const { return has(Role::hub); }
  // The ecosystems in which this person takes part, in the order of the grants, each once.
  std::vector<std::string> workspaces() const;
};

// Whether the viewer meets `needs` at the organization `scope` (empty for needs without one).
// The one place where permissions are decided.
bool meets(const Viewer& viewer, web::Needs needs, std::string_view scope);

}  // namespace enact::identity
