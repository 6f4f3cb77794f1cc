// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "imports/imports.h"
#include "network/field.h"
#include "network/org.h"

namespace enact::network {

// Judges the rows of a file of organizations: which one on record a row is about, and whether it
// may stand there as it is.
class OrgPlanner : public imports::Planner {
 public:
  OrgPlanner(store::Reader& reader, const imports::Occasion& on);
  void judge(store::Reader& reader, std::span<imports::Candidate> rows) override;

 private:
  void tidy_kind(imports::Candidate& row) const;
  void tidy_parent(store::Reader& reader, imports::Candidate& row) const;
  void tidy_facts(imports::Candidate& row) const;
  void find(store::Reader& reader, imports::Candidate& row) const;
  static bool is_elsewhere(store::Reader& reader,
                           const imports::Candidate& row,
                           const std::string& org);
  void make_certain(store::Reader& reader, imports::Candidate& row) const;
  void check(store::Reader& reader, imports::Candidate& row) const;
  std::string new_id(store::Reader& reader, const imports::Candidate& row);

  imports::Occasion on_;
  std::vector<Kind> kinds_;
  std::map<std::string, Field> facts_;  // the fields of facts by id
  std::map<std::string, int> taken_;    // the last number given to each stem of an id
};

}  // namespace enact::network
