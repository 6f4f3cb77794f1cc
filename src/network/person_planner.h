// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <unordered_set>
#include <vector>

#include "imports/imports.h"
#include "network/field.h"
#include "network/orgs_written.h"
#include "network/people_written.h"

namespace enact::network {

// Judges the rows of a file of people: whom on record a row is about, and whether it may stand
// there as it is. Asks the database about all the rows that it is given at once.
//
// Who imports for an ecosystem neither finds nor changes anybody who is not and was not there.
class PersonPlanner : public imports::Planner {
 public:
  PersonPlanner(store::Reader& reader, const imports::Occasion& on);
  void judge(store::Reader& reader, std::span<imports::Candidate> rows) override;

 private:
  void tidy_name(imports::Candidate& row) const;
  void tidy_facts(imports::Candidate& row) const;
  void look_up_orgs(store::Reader& reader, std::span<const imports::Candidate> rows);
  void tidy_place(imports::Candidate& row) const;
  void check_places(imports::Candidate& row) const;
  void find(const PeopleWritten& people, imports::Candidate& row) const;
  void find_by_name(const PeopleWritten& people, imports::Candidate& row) const;
  void add_match(imports::Candidate& row,
                 const WholePerson& person,
                 std::string why,
                 imports::Match::Strength strength) const;
  bool is_seen(const WholePerson& person) const;
  void check(const PeopleWritten& people, imports::Candidate& row) const;
  void place_new(imports::Candidate& row) const;
  void note_other_places(const WholePerson& person, imports::Candidate& row) const;
  std::string new_id(const PeopleWritten& people, imports::Candidate& row);

  imports::Occasion on_;
  std::map<std::string, Field, std::less<>> facts_;  // the fields of facts by id
  OrgsWritten orgs_;
  std::unordered_set<std::string> taken_;  // ids that earlier rows asked for
};

}  // namespace enact::network
