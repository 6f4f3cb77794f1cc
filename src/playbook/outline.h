// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"

namespace enact::playbook {

// A strategy or play, as boards, timelines and matrices name it.
struct Heading {
  std::string id;      // item id
  std::string slug;    // "4-1", as addresses have it
  std::string number;  // "4.1", as people say it
  std::string title;
  int purpose = 0;  // 1 to 3, 0 for none

  std::string words() const { return number + " " + title; }
};

// The strategies and plays by number, also those that are not published (any more): there may be
// runs of them.
class Outline {
 public:
  static Outline read(store::Reader& reader);

  const std::vector<Heading>& strategies() const { return strategies_; }
  const std::vector<Heading>& plays() const { return plays_; }

  // A strategy or play; one that is unknown is called by its id.
  Heading heading(std::string_view item) const;

 private:
  std::vector<Heading> strategies_;
  std::vector<Heading> plays_;
  std::map<std::string, Heading, std::less<>> by_id_;
};

}  // namespace enact::playbook
