// SPDX-License-Identifier: Apache-2.0
#include "exchange/listing.h"

#include "base/amount.h"

namespace enact::exchange {
namespace {

std::optional<double> degrees(std::string_view text) {
  const auto amount = base::read_amount(text);
  if (amount) return amount->low;
  // Amounts have no sign: a coordinate may.
  if (!text.starts_with('-')) return std::nullopt;
  const auto without = base::read_amount(text.substr(1));
  return without ? std::optional(-without->low) : std::nullopt;
}

}  // namespace

bool ListedSite::has_address() const {
  return !street.empty() && !city.empty() && !state.empty() && !zip.empty();
}

std::string_view Listing::fact(std::string_view field) const {
  const auto found = facts.find(field);
  return found == facts.end() ? std::string_view() : found->second;
}

std::optional<ListedSite> site_of_facts(const Listing& listing) {
  ListedSite site;
  site.id = "facts:" + listing.org.id;
  site.name = listing.org.name;
  site.street = listing.fact("street");
  site.city = listing.fact("city");
  site.state = listing.fact("state");
  site.zip = listing.fact("zip");
  site.latitude = degrees(listing.fact("latitude"));
  site.longitude = degrees(listing.fact("longitude"));
  const bool says_where = !site.city.empty() || !site.zip.empty() || !site.street.empty() ||
                          (site.latitude && site.longitude);
  return says_where ? std::optional(std::move(site)) : std::nullopt;
}

}  // namespace enact::exchange
