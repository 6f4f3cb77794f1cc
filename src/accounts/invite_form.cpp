// SPDX-License-Identifier: Apache-2.0
#include "accounts/invite_form.h"

#include <algorithm>

#include "identity/access.h"
#include "identity/user.h"

namespace enact::accounts {
namespace {

constexpr std::size_t kMostOffered = 500;  // a longer list is none to choose from

using identity::Role;

void add_fault(std::vector<base::Fault>& faults, std::string field, std::string message) {
  faults.push_back({.field = std::move(field), .message = std::move(message), .file = {}});
}

}  // namespace

base::Result<identity::Grant> grant_at(store::Reader& reader,
                                       const app::Services& services,
                                       Role role,
                                       const std::string& org,
                                       const std::string& ecosystem) {
  if (identity::is_network_wide(role)) {
    if (!org.empty())
      return base::invalid("org", "This role is held for the whole network, at no organization.");
    return identity::Grant{role, "", ""};
  }
  if (org.empty() || !network::find_org(reader, org))
    return base::invalid("org", "Choose the organization that the role is for.");
  auto workspace = services.workspace_of(reader, org);
  if (role == Role::ecosystem_lead && workspace != org)
    return base::invalid("org", "A lead leads an ecosystem: choose the ecosystem itself.");
  if (workspace.empty() && role == Role::admissions_partner) workspace = ecosystem;
  if (workspace.empty() && role != Role::admissions_partner)
    return base::invalid("org",
                         "This organization belongs to no ecosystem yet, so nobody can take "
                         "part there. Choose another, or give it an ecosystem first.");
  return identity::Grant{role, org, workspace};
}

base::Result<Offer> read_offer(store::Reader& reader,
                               const app::Services& services,
                               const identity::Viewer& viewer,
                               const web::Form& form,
                               const std::string& ecosystem) {
  std::vector<base::Fault> faults;
  const auto email = identity::email_address(form.text("email"));
  if (!email) add_fault(faults, "email", email.error().message);
  const auto role = identity::role_named(form.text("role"));
  if (!role) {
    add_fault(faults, "role", "Choose a role.");
    return base::invalid(std::move(faults));
  }
  const auto org = identity::is_network_wide(*role) ? std::string() : form.text("org");
  const auto grant = grant_at(reader, services, *role, org, ecosystem);
  if (!grant)
    add_fault(faults, "org", grant.error().message);
  else if (!identity::may_give(viewer, *role, grant->workspace))
    add_fault(faults, "role",
              "You can offer the roles of the people who work with your own ecosystem. Ask the "
              "hub for others.");
  if (!faults.empty()) return base::invalid(std::move(faults));
  return Offer{*email, *grant};
}

std::vector<network::Org> orgs_to_offer(store::Reader& reader,
                                        const app::Services& services,
                                        const identity::Viewer& viewer,
                                        const std::string& ecosystem) {
  auto orgs = network::orgs_in(reader, "", kMostOffered);
  const auto add = [&](std::vector<network::Org> more) {
    for (auto& org : more)
      if (std::none_of(orgs.begin(), orgs.end(), [&](const auto& o) { return o.id == org.id; }))
        orgs.push_back(std::move(org));
  };
  if (!ecosystem.empty()) add(network::orgs_in(reader, ecosystem, kMostOffered));
  if (viewer.is_hub()) {
    add(network::ecosystems(reader));
    return orgs;
  }
  std::erase_if(orgs, [&](const network::Org& org) {
    const auto workspace = services.workspace_of(reader, org.id);
    return !workspace.empty() && workspace != ecosystem;
  });
  return orgs;
}

}  // namespace enact::accounts
