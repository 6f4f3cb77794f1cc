// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "network/directory.h"
#include "network/network.h"
#include "web/safe_html.h"
#include "web/view.h"

namespace enact::network {

// How the network is built, as it stands in the database now.
struct Structure {
  struct Ecosystem {
    Org org;
    Org parent;                 // without an id where there is none
    std::vector<Org> programs;  // the first by name
    std::size_t program_count = 0;
  };
  struct Cohort {
    std::string title;  // "Cohort 1"
    std::vector<Ecosystem> ecosystems;
  };

  std::string root;  // the hub, or the network's name where there is no one hub
  std::string root_short;
  std::string hub_id;  // or empty
  std::vector<Cohort> cohorts;
  std::size_t ecosystem_count = 0;  // there may be more than are drawn
  std::size_t program_count = 0;
  std::vector<Org> elsewhere;  // programs of no ecosystem, the first by name
  std::size_t elsewhere_count = 0;
};

// As much of it as a picture can show. Not to be called from inside a read or write.
Structure structure_of(store::Database& db, Directory& directory, std::string_view network_name);

// A picture of it, from the hub on the left to the programs on the right. Says nothing that the
// list and the table of the page do not say.
web::SafeHtml drawing(const Structure& structure);

web::View structure_view(const Structure& structure);

}  // namespace enact::network
