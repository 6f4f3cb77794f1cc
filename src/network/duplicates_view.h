// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "app/visit.h"
#include "network/duplicates.h"
#include "network/merge.h"
#include "store/database.h"
#include "web/response.h"
#include "web/view.h"

// What the pages about duplicates and merges, and those of the records themselves, share.
namespace enact::network {

// "/orgs/lakeside", "/people/...".
std::string url_of(const Subject& subject);
std::optional<std::string> name_of_subject(store::Reader& reader, const Subject& subject);

// Whether the viewer leads an ecosystem that the record is of; the hub leads everywhere.
bool leads(store::Reader& reader, const identity::Viewer& viewer, const Subject& subject);

// A row of the table in which the two stand side by side: `label`, `one`, `other` and where they
// come from.
web::View difference_view(const Difference& difference);

// Sets `doubles`, with which records this one may be the same, for those who may decide it, and
// `merges`, what it was made of.
void show_doubles(web::View& view,
                  store::Reader& reader,
                  const app::Visit& visit,
                  const Subject& subject);

// 301 to the record that a merged one became, where the address is of one; else nothing.
std::optional<web::Response> moved_for_good(const app::Visit& visit, Thing thing);

// "3 possible duplicates to look at", or empty.
std::string duplicates_standing(store::Reader& reader, const std::string& ecosystem);

// "22 November 2026" of an instant as it is stored; empty for none.
std::string day_words(std::string_view instant);

}  // namespace enact::network
