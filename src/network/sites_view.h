// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "base/date.h"
#include "network/site.h"
#include "store/database.h"
#include "web/view.h"

namespace enact::network {

// What pages show of a site. `state_of_org` is what the directory knows: a site elsewhere is shown
// as something to check, to those who may change it.
web::View site_view(const Site& site, std::string_view state_of_org, bool may_change);

// The organization's state as the directory knows it, or nothing.
std::string state_of_org(store::Reader& reader, std::string_view org);

// Sets `sites`: those in use, for the organization's own page.
void show_sites(web::View& view, store::Reader& reader, std::string_view org, bool takes_part);

// Sets `funding_ends`: what stops within twelve months, for those who take part.
void show_funding_ends(
    web::View& view, store::Reader& reader, std::string_view org, base::Day today, bool takes_part);

// "Its web page, as of June 2026": where a row comes from.
std::string origin_words(std::string_view source, std::string_view as_of);

}  // namespace enact::network
