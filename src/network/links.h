// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "identity/audit.h"
#include "network/link.h"
#include "store/database.h"

namespace enact::network {

// All that lead from or to the subject, with the names of both ends, ended ones too. Whoever shows
// them leaves out those that the viewer may not see: Link::is_seen_by().
std::vector<Link> links_of(store::Reader& reader, const Subject& subject);
std::optional<Link> find_link(store::Reader& reader, std::string_view id);

// Notes a link; `by.actor` is then who noted it. The same link twice is refused in words.
base::Result<Link> note_link(store::Writer& writer, Link draft, identity::Event by);

// `until` may be a partial date.
base::Result<void> end_link(store::Writer& writer,
                            std::string_view link,
                            std::string_view until,
                            identity::Event by);

}  // namespace enact::network
