// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "network/directory_index.h"
#include "network/directory_request.h"
#include "network/org.h"
#include "store/database.h"
#include "web/view.h"

namespace enact::network {

inline constexpr std::size_t kEntriesOfPage = 50;

// "1,204".
std::string grouped(std::size_t number);

// Sets what pages/_directory_facets.html and _directory_pages.html show, and the words and hidden
// fields of the search form.
void show_directory(web::View& view,
                    store::Reader& reader,
                    const DirectoryRequest& request,
                    const DirectoryAnswer& answer,
                    const std::vector<Facet>& facets);

// Sets `entries`: name, kind, place and ecosystem of each on the page.
void show_entries(web::View& view,
                  store::Reader& reader,
                  const DirectoryAnswer& answer,
                  const std::vector<Kind>& kinds);

}  // namespace enact::network
