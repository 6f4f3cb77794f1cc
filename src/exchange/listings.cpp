// SPDX-License-Identifier: Apache-2.0
#include "exchange/listings.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "exchange/queries.h"

namespace enact::exchange {
namespace {

constexpr std::size_t kPiece = 500;

// They support programs, or hold them together; nobody would say that they run them.
constexpr std::array<std::string_view, 7> kNoHosts{
    "ecosystem", "network",  "hub", "parent-organization", "community-of-practice",
    "backbone",  "coalition"};

Listing listing_from(const store::Row& row) {
  Listing listing;
  listing.org = {row.text("id"), row.text("name"), row.text("about"), row.text("url")};
  listing.short_name = row.text("short_name");
  listing.updated_at = row.text("updated_at");
  const auto kind = row.text("host_kind");
  if (!kind.empty() && std::find(kNoHosts.begin(), kNoHosts.end(), kind) == kNoHosts.end())
    listing.host = {row.text("host"), row.text("host_name"), row.text("host_about"),
                    row.text("host_url")};
  return listing;
}

ListedSite site_from(const store::Row& row) {
  ListedSite site;
  site.id = row.text("id");
  site.name = row.text("name");
  site.street = row.text("street");
  site.city = row.text("city");
  site.state = row.text("state");
  site.zip = row.text("zip");
  if (!row.is_null("latitude")) site.latitude = row.number("latitude");
  if (!row.is_null("longitude")) site.longitude = row.number("longitude");
  site.directions = row.text("directions");
  site.from_date = row.text("from_date");
  return site;
}

ListedTime time_from(const store::Row& row) {
  ListedTime time;
  for (const auto day : base::split(row.text("days"), ' '))
    if (const auto number = base::to_integer(day)) time.days.push_back(static_cast<int>(*number));
  time.begins = row.text("begins_at");
  time.finishes = row.text("finishes_at");
  time.season = row.text("season");
  return time;
}

// Facts, sites and times of listings that stand in the order of their ids.
void fill(store::Reader& reader, std::vector<Listing>& listings) {
  if (listings.empty()) return;
  std::map<std::string, Listing*, std::less<>> by_id;
  for (auto& listing : listings) by_id[listing.org.id] = &listing;
  const store::Params between{{"first", listings.front().org.id}, {"last", listings.back().org.id}};
  for (const auto& row : reader.all(sql::facts_of_listings, between))
    if (const auto found = by_id.find(row.text("subject")); found != by_id.end())
      found->second->facts[row.text("field")] = row.text("value");
  for (const auto& row : reader.all(sql::sites_of_listings, between))
    if (const auto found = by_id.find(row.text("org")); found != by_id.end())
      found->second->sites.push_back(site_from(row));
  std::map<std::string, ListedSite*, std::less<>> sites;
  for (auto& listing : listings)
    for (auto& site : listing.sites) sites[site.id] = &site;
  for (const auto& row : reader.all(sql::times_of_listings, between))
    if (const auto found = sites.find(row.text("site")); found != sites.end())
      found->second->times.push_back(time_from(row));
  for (auto& listing : listings)
    if (listing.sites.empty())
      if (auto site = site_of_facts(listing)) listing.sites.push_back(*std::move(site));
}

ListedOrg org_from(const store::Row& row) {
  return {row.text("id"), row.text("name"), row.text("about"), row.text("url")};
}

// What somebody typed, as `like` takes it with "!" as the escape.
std::string pattern_of(std::string_view words) {
  std::string pattern;
  for (const char c : base::lower(base::trim(words))) {
    if (c == '%' || c == '_' || c == '!') pattern += '!';
    pattern += c;
  }
  return pattern.empty() ? pattern : "%" + pattern + "%";
}

}  // namespace

std::optional<Listing> find_listing(store::Reader& reader, std::string_view org) {
  const auto row = reader.one(sql::find_listing, {{"id", org}});
  if (!row) return std::nullopt;
  std::vector<Listing> one{listing_from(*row)};
  fill(reader, one);
  return std::move(one.front());
}

void each_listing(store::Reader& reader, const std::function<void(const Listing&)>& take) {
  std::string after;
  for (;;) {
    std::vector<Listing> piece;
    for (const auto& row : reader.all(sql::listings_after, {{"after", after}, {"most", kPiece}}))
      piece.push_back(listing_from(row));
    if (piece.empty()) return;
    fill(reader, piece);
    for (const auto& listing : piece) take(listing);
    after = piece.back().org.id;
  }
}

ListingPage page_of_listings(store::Reader& reader, const ListingQuestion& question) {
  const auto words = pattern_of(question.words);
  ListingPage page;
  for (const auto& row : reader.all(sql::page_of_listings, {{"words", words},
                                                            {"org", question.org},
                                                            {"since", question.modified_after},
                                                            {"most", question.most},
                                                            {"from", question.from}}))
    page.orgs.push_back(row.text("id"));
  const auto counted =
      reader.one(sql::count_listings,
                 {{"words", words}, {"org", question.org}, {"since", question.modified_after}});
  page.total = static_cast<std::size_t>(counted->integer("number"));
  return page;
}

std::optional<ListedOrg> find_host(store::Reader& reader, std::string_view org) {
  const auto row = reader.one(sql::find_host, {{"id", org}});
  return row ? std::optional(org_from(*row)) : std::nullopt;
}

void each_host(store::Reader& reader, const std::function<void(const ListedOrg&)>& take) {
  std::string after;
  for (;;) {
    const auto rows = reader.all(sql::hosts_after, {{"after", after}, {"most", kPiece}});
    if (rows.empty()) return;
    for (const auto& row : rows) take(org_from(row));
    after = rows.back().text("id");
  }
}

}  // namespace enact::exchange
