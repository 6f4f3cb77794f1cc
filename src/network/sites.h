// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "identity/audit.h"
#include "network/site.h"
#include "store/database.h"

namespace enact::network {

// Those in use first, then those that are over; with their times.
std::vector<Site> sites_of(store::Reader& reader, std::string_view org);
std::optional<Site> find_site(store::Reader& reader, std::string_view id);

// A new site of `draft.site.org`.
base::Result<Site> note_site(store::Writer& writer, SiteDraft draft, identity::Event by);

// `draft.site.version` is that of the form: when somebody saved since, a conflict naming who.
base::Result<Site> change_site(store::Writer& writer, SiteDraft draft, identity::Event by);

// Nothing takes place there any more. `until` may be a partial date.
base::Result<void> end_site(store::Writer& writer,
                            std::string_view site,
                            std::string_view until,
                            identity::Event by);

}  // namespace enact::network
