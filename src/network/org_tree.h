// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "network/network.h"

namespace enact::network {

// Organizations with what belongs to what: a line of parents, or those of a file with what is above
// them. No function loses itself in a circle of parents,
// should the database hold one.
class OrgTree {
 public:
  explicit OrgTree(std::vector<Org> orgs);

  const Org* find(std::string_view id) const;
  const std::vector<Org>& all() const { return orgs_; }  // by name

  // As if `org` were saved: in place of the one with its id, or added.
  OrgTree with(const Org& org) const;

  // From the outermost to the direct parent.
  std::vector<const Org*> parents_of(std::string_view id) const;

  std::vector<const Org*> ecosystems() const;  // by cohort, those of none last, then by name
  std::string workspace_of(std::string_view id) const;

  // The organizations that belong to each other in a circle through `id`, beginning with it;
  // empty when there is none.
  std::vector<const Org*> circle_through(std::string_view id) const;

 private:
  std::vector<Org> orgs_;
  std::map<std::string, std::size_t, std::less<>> by_id_;
};

// "Lakeside belongs to Shore, and Shore belongs to Lakeside."
std::string circle_words(const std::vector<const Org*>& circle);

// By name as people read it, then by id.
void sort_by_name(std::vector<Org>& orgs);

// Where the cohort stands among others: "10" after "2", none last.
std::tuple<bool, std::size_t, std::string> cohort_place(const Org& org);

}  // namespace enact::network
