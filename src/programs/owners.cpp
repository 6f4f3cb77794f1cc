// SPDX-License-Identifier: Apache-2.0
#include "programs/owners.h"

#include <algorithm>

#include "base/text.h"
#include "identity/access.h"
#include "network/network.h"

namespace enact::programs {
namespace {

std::vector<Owner> people_at(store::Reader& reader, std::string_view org) {
  std::vector<Owner> people;
  for (auto& person : network::people_of(reader, org))
    people.push_back({std::move(person.name), "person", std::move(person.id)});
  return people;
}

// The only one of that name; two of a name are nobody in particular.
const Owner* only_one_called(const std::vector<Owner>& owners, std::string_view name) {
  const auto is_called = [&](const Owner& owner) { return owner.name == name; };
  if (std::count_if(owners.begin(), owners.end(), is_called) != 1) return nullptr;
  return &*std::find_if(owners.begin(), owners.end(), is_called);
}

}  // namespace

std::vector<Owner> owners_at(store::Reader& reader,
                             std::string_view workspace,
                             std::string_view program) {
  std::vector<Owner> owners;
  for (const auto& held : identity::held_roles(reader, workspace))
    if (!held.user_is_disabled && (owners.empty() || owners.back().id != held.user_id))
      owners.push_back({held.user_name, "user", held.user_id});
  for (auto& person : people_at(reader, program))
    if (only_one_called(owners, person.name) == nullptr) owners.push_back(std::move(person));
  return owners;
}

Owner owner_called(store::Reader& reader,
                   std::string_view workspace,
                   std::string_view program,
                   std::string_view written) {
  const std::string name(base::trim(written));
  if (name.empty()) return {};
  const auto near = owners_at(reader, workspace, program);
  if (const auto* owner = only_one_called(near, name)) return *owner;
  const auto all = people_at(reader, workspace);
  if (const auto* owner = only_one_called(all, name)) return *owner;
  return {.name = name};
}

Owner giver_called(store::Reader& reader, std::string_view workspace, std::string_view written) {
  const std::string name(base::trim(written));
  if (name.empty()) return {};
  if (const auto org = network::org_called(reader, name))
    return {org->name, "organization", org->id};
  const auto all = people_at(reader, workspace);
  if (const auto* person = only_one_called(all, name)) return *person;
  return {.name = name};
}

}  // namespace enact::programs
