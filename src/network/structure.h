// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "network/org_tree.h"
#include "web/safe_html.h"
#include "web/view.h"

namespace enact::network {

// How the network is built, as it stands in the database now.
struct Structure {
  struct Ecosystem {
    Org org;
    Org parent;  // without an id where there is none
    std::vector<Org> programs;
  };
  struct Cohort {
    std::string title;  // "Cohort 1"
    std::vector<Ecosystem> ecosystems;
  };

  std::string root;  // the hub, or the network's name where there is no one hub
  std::string root_short;
  std::string hub_id;  // or empty
  std::vector<Cohort> cohorts;
  std::vector<Org> elsewhere;  // programs of no ecosystem
};

Structure structure_of(const OrgTree& tree, std::string_view network_name);

// A picture of it, from the hub on the left to the programs on the right. Says nothing that the
// list and the table of the page do not say.
web::SafeHtml drawing(const Structure& structure);

web::View structure_view(const Structure& structure);

}  // namespace enact::network
