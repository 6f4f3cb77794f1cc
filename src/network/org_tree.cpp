// SPDX-License-Identifier: Apache-2.0
#include "network/org_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "base/text.h"
#include "network/org.h"

namespace enact::network {

void sort_by_name(std::vector<Org>& orgs) {
  std::sort(orgs.begin(), orgs.end(), [](const Org& a, const Org& b) {
    return std::tuple(base::lower(a.name), a.id) < std::tuple(base::lower(b.name), b.id);
  });
}

std::tuple<bool, std::size_t, std::string> cohort_place(const Org& org) {
  return {org.cohort.empty(), org.cohort.size(), org.cohort};
}

OrgTree::OrgTree(std::vector<Org> orgs) : orgs_(std::move(orgs)) {
  sort_by_name(orgs_);
  for (std::size_t i = 0; i < orgs_.size(); ++i) by_id_.emplace(orgs_[i].id, i);
}

const Org* OrgTree::find(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found != by_id_.end() ? &orgs_[found->second] : nullptr;
}

OrgTree OrgTree::with(const Org& org) const {
  auto orgs = orgs_;
  std::erase_if(orgs, [&](const Org& other) { return other.id == org.id; });
  orgs.push_back(org);
  return OrgTree(std::move(orgs));
}

std::vector<const Org*> OrgTree::parents_of(std::string_view id) const {
  std::vector<const Org*> parents;
  std::set<std::string_view> seen{id};
  for (const Org* org = find(id); org != nullptr;) {
    org = find(org->parent);
    if (org == nullptr || !seen.insert(org->id).second) break;
    parents.push_back(org);
  }
  std::reverse(parents.begin(), parents.end());
  return parents;
}

std::vector<const Org*> OrgTree::ecosystems() const {
  std::vector<const Org*> found;
  for (const auto& org : orgs_)
    if (org.kind == kEcosystem) found.push_back(&org);
  std::stable_sort(found.begin(), found.end(),
                   [](const Org* a, const Org* b) { return cohort_place(*a) < cohort_place(*b); });
  return found;
}

std::string OrgTree::workspace_of(std::string_view id) const {
  const Org* org = find(id);
  if (org == nullptr) return {};
  if (org->kind == kEcosystem) return org->id;
  const auto parents = parents_of(id);
  const auto nearest = std::find_if(parents.rbegin(), parents.rend(),
                                    [](const Org* o) { return o->kind == kEcosystem; });
  return nearest != parents.rend() ? (*nearest)->id : std::string();
}

std::vector<const Org*> OrgTree::circle_through(std::string_view id) const {
  std::vector<const Org*> circle;
  std::set<std::string_view> seen;
  for (const Org* org = find(id); org != nullptr && seen.insert(org->id).second;
       org = find(org->parent)) {
    circle.push_back(org);
    if (org->parent == id) return circle;
  }
  return {};
}

std::string circle_words(const std::vector<const Org*>& circle) {
  std::vector<std::string> links;
  for (std::size_t i = 0; i < circle.size(); ++i)
    links.push_back(
        fmt::format("{} belongs to {}", circle[i]->name, circle[(i + 1) % circle.size()]->name));
  const auto last = links.back();
  links.pop_back();
  return links.empty() ? last + "." : base::join(links, ", ") + ", and " + last + ".";
}

}  // namespace enact::network
