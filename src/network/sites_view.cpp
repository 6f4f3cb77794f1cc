// SPDX-License-Identifier: Apache-2.0
#include "network/sites_view.h"

#include <fmt/format.h>

#include "base/text.h"
#include "network/facts.h"
#include "network/fundings.h"
#include "network/pages.h"
#include "network/sites.h"

namespace enact::network {

std::string origin_words(std::string_view source, std::string_view as_of) {
  std::vector<std::string> parts;
  if (!source.empty()) parts.emplace_back(source);
  if (!as_of.empty()) parts.push_back("as of " + base::partial_date_words(as_of));
  return base::join(parts, ", ");
}

web::View site_view(const Site& site, std::string_view state_of_org, bool may_change) {
  std::vector<web::View> times;
  for (const auto& time : site.times) times.emplace_back().set("time", words_of(time));
  std::vector<std::string> particulars;
  if (!site.from_date.empty())
    particulars.push_back("since " + base::partial_date_words(site.from_date));
  if (auto origin = origin_words(site.source, site.as_of); !origin.empty())
    particulars.push_back(std::move(origin));
  web::View view;
  view.set("site", site.id)
      .set("title", site.name.empty() ? site.street : site.name)
      .set("state", site.state)
      .set("state_of_org", state_of_org)
      .set("is_out_of_state", may_change && is_out_of_state(site, state_of_org))
      .set("has_ended", site.has_ended)
      .set("may_change", may_change && !site.has_ended);
  view.set_maybe("address", address_words(site)).set_maybe("directions", site.directions);
  view.set_maybe("particulars", base::join(particulars, "; "));
  set_date(view, "until", site.until_date);
  view.set_list("times", std::move(times));
  return view;
}

std::string state_of_org(store::Reader& reader, std::string_view org) {
  const auto facts = facts_of(reader, {Thing::organization, std::string(org)});
  const auto state = facts.find("state");
  return state == facts.end() ? std::string() : state->second.value;
}

void show_sites(web::View& view, store::Reader& reader, std::string_view org, bool takes_part) {
  std::vector<web::View> sites;
  const auto state = state_of_org(reader, org);
  for (const auto& site : sites_of(reader, org))
    if (!site.has_ended) sites.push_back(site_view(site, state, takes_part));
  view.set_list("sites", std::move(sites));
}

void show_funding_ends(web::View& view,
                       store::Reader& reader,
                       std::string_view org,
                       base::Day today,
                       bool takes_part) {
  std::vector<web::View> ends;
  if (takes_part)
    for (const auto& funding : fundings_of(reader, org))
      if (ends_soon(funding, today)) {
        auto& item = ends.emplace_back();
        item.set("funder", funding.funder_name);
        set_date(item, "until", funding.until_date);
      }
  view.set_list("funding_ends", std::move(ends));
}

}  // namespace enact::network
