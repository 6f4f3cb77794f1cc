// SPDX-License-Identifier: Apache-2.0
#include "programs/asset_views.h"

#include "base/text.h"
#include "programs/pages.h"

namespace enact::programs {

web::View asset_view(const Asset& asset, base::Day today) {
  std::vector<std::string> place;
  for (const auto& part : {asset.city, asset.state})
    if (!part.empty()) place.push_back(part);
  const auto confirmed = base::Day::parse(asset.confirmed_on);
  web::View view;
  view.set("url", "/support/assets/" + asset.id)
      .set("what", asset.what)
      .set("kind", words_of(asset.kind))
      .set("offered_by", asset.offered_by)
      .set("promises", promise_words(asset))
      .set("is_retired", asset.is_retired())
      .set("version", asset.version)
      .set("confirmed", confirmed ? base::relative_words(*confirmed, today) : "never confirmed")
      .set_maybe("offered_url", asset.offered_url())
      .set_maybe("place", base::join(place, ", "))
      .set_maybe("capacity", asset.capacity > 0 ? std::to_string(asset.capacity) : "")
      .set_maybe("unit", asset.unit)
      .set_maybe("conditions", asset.conditions)
      .set_maybe("contact", asset.contact);
  set_day(view, "free_from", asset.free_from);
  set_day(view, "free_until", asset.free_until);
  set_day(view, "retired", asset.retired_on);
  return view;
}

}  // namespace enact::programs
