// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "network/network.h"

namespace enact::admissions {

// A line of a pasted list: "Jo Lee <jo@example.org>", "Jo Lee, jo@example.org", a name or an
// address alone.
struct PastedLine {
  int number = 0;  // of the text, from 1
  std::string name;
  std::string email;  // in lower case, or empty
};

// Empty lines are left out, and so is a name or address that came before.
std::vector<PastedLine> read_lines(std::string_view text);

// The people whom a line may mean, as indexes: by address; else by name. Plain is the match where
// it leaves no doubt: one by address, or one of that name with no other address than the line's.
struct Match {
  std::vector<std::size_t> people;
  bool is_plain = false;

  bool is_open() const { return !people.empty() && !is_plain; }
};

// The people of the directory, for finding many lines at once.
class KnownPeople {
 public:
  explicit KnownPeople(std::vector<network::Person> people);

  const network::Person& at(std::size_t index) const { return people_[index]; }
  const network::Person* find(std::string_view id) const;
  Match match(const PastedLine& line) const;

 private:
  using Index = std::vector<std::pair<std::string, std::size_t>>;  // sorted
  static std::vector<std::size_t> all_of(const Index& index, std::string_view key);

  std::vector<network::Person> people_;
  Index by_email_;
  Index by_name_;
};

}  // namespace enact::admissions
