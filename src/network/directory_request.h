// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "app/visit.h"
#include "network/directory_index.h"

namespace enact::network {

// What the address of a page of the directory asks for.
struct DirectoryRequest {
  std::string path;              // "/network" or "/people"
  std::string words;             // q
  PerFacet<std::string> chosen;  // empty: any
  std::string more;              // name of the facet of which all values are listed
  std::size_t page = 1;

  bool is_empty() const;
  // The same of the first page, with another value of a facet.
  DirectoryRequest with(Facet facet, std::string value) const;
  // "/network?kind=pcsp&q=lake"; `format` is ".csv", ".json" or nothing.
  std::string address(std::string_view format = {}) const;
};

DirectoryRequest directory_request(const app::Visit& visit, std::string path);

// Whom the viewer may see: people of the ecosystems in which they take part, the hub everybody.
Sight sight_of(const identity::Viewer& viewer);

// `per_page` of them.
DirectoryQuestion question_of(const DirectoryRequest& request, Sight sight, std::size_t per_page);

}  // namespace enact::network
