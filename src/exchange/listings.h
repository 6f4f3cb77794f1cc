// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/listing.h"
#include "store/database.h"

namespace enact::exchange {

// What the directory offers to others.

std::optional<Listing> find_listing(store::Reader& reader, std::string_view org);

// Every listing by id, in pieces, so that there may be any number.
void each_listing(store::Reader& reader, const std::function<void(const Listing&)>& take);

struct ListingQuestion {
  std::string words;           // in the name or in what is written about it
  std::string org;             // id: it, or what it runs
  std::string modified_after;  // as the database keeps instants
  std::size_t from = 0;        // counted from 0
  std::size_t most = 50;
};
struct ListingPage {
  std::vector<std::string> orgs;  // ids
  std::size_t total = 0;
};
ListingPage page_of_listings(store::Reader& reader, const ListingQuestion& question);

// Organizations that run programs and are none.
std::optional<ListedOrg> find_host(store::Reader& reader, std::string_view org);
void each_host(store::Reader& reader, const std::function<void(const ListedOrg&)>& take);

}  // namespace enact::exchange
