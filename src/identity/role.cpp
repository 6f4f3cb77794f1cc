// SPDX-License-Identifier: Apache-2.0
#include "identity/role.h"

#include <algorithm>

namespace enact::identity {
namespace {

using web::Needs;

struct RoleWords {
  Role role;
  std::string_view name;  // never change: in the database
  std::string_view words;
};

constexpr RoleWords kWords[] = {
    {Role::hub, "hub", "hub"},
    {Role::ecosystem_lead, "ecosystem_lead", "ecosystem lead"},
    {Role::member, "member", "ecosystem member"},
    {Role::program_lead, "program_lead", "program lead"},
    {Role::admissions_partner, "admissions_partner", "admissions partner"},
    {Role::reviewer, "reviewer", "reviewer"},
    {Role::researcher, "researcher", "researcher"},
};

enum class Where { anywhere, there };  // there: at the organization that the route names

struct Rule {
  Needs needs;
  Role role;
  Where where;
};

// Who meets which need, beside the hub, which meets all of them.
constexpr Rule kRules[] = {
    {Needs::reader, Role::ecosystem_lead, Where::there},
    {Needs::reader, Role::member, Where::there},
    {Needs::reader, Role::program_lead, Where::there},
    {Needs::reader, Role::reviewer, Where::anywhere},
    {Needs::reader, Role::researcher, Where::anywhere},
    {Needs::participant, Role::ecosystem_lead, Where::there},
    {Needs::participant, Role::member, Where::there},
    {Needs::participant, Role::program_lead, Where::there},
    {Needs::contributor, Role::ecosystem_lead, Where::there},
    {Needs::contributor, Role::member, Where::there},
    {Needs::lead, Role::ecosystem_lead, Where::there},
    {Needs::analyst, Role::reviewer, Where::anywhere},
    {Needs::analyst, Role::researcher, Where::anywhere},
    {Needs::reviewer, Role::reviewer, Where::anywhere},
};

bool takes_part(Role role) {
  return std::any_of(std::begin(kRules), std::end(kRules), [&](const Rule& rule) {
    return rule.needs == Needs::participant && rule.role == role;
  });
}

bool is_at(const Grant& grant, std::string_view scope) {
  return !scope.empty() && (grant.workspace == scope || grant.org == scope);
}

}  // namespace

std::string_view name_of(Role role) {
  for (const auto& line : kWords)
    if (line.role == role) return line.name;
  return {};
}

std::string_view words_for(Role role) {
  for (const auto& line : kWords)
    if (line.role == role) return line.words;
  return {};
}

std::optional<Role> role_named(std::string_view name) {
  for (const auto& line : kWords)
    if (line.name == name) return line.role;
  return std::nullopt;
}

bool Viewer::has(Role role) const {
  return std::any_of(grants.begin(), grants.end(),
                     [&](const Grant& grant) { return grant.role == role; });
}

std::vector<std::string> Viewer::workspaces() const {
  std::vector<std::string> found;
  for (const auto& grant : grants) {
    if (grant.workspace.empty() || !takes_part(grant.role)) continue;
    if (std::find(found.begin(), found.end(), grant.workspace) == found.end())
      found.push_back(grant.workspace);
  }
  return found;
}

bool meets(const Viewer& viewer, Needs needs, std::string_view scope) {
  if (needs == Needs::unstated) return false;
  if (needs == Needs::nothing) return true;
  if (!viewer.is_signed_in()) return false;
  if (needs == Needs::signed_in || viewer.is_hub()) return true;
  for (const auto& grant : viewer.grants) {
    for (const auto& rule : kRules) {
      if (rule.needs == needs && rule.role == grant.role &&
          (rule.where == Where::anywhere || is_at(grant, scope)))
        return true;
    }
  }
  return false;
}

}  // namespace enact::identity
