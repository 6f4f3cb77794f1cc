// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "identity/audit.h"
#include "network/funding.h"
#include "store/database.h"

namespace enact::network {

// Those that run first, the next to end at the top; then those that are over.
std::vector<Funding> fundings_of(store::Reader& reader, std::string_view org);
std::optional<Funding> find_funding(store::Reader& reader, std::string_view id);

// New money for `draft.org`. `draft.funder_name` is the name or id that was typed: of an
// organization on record where there is one of that name, else it stays a name.
base::Result<Funding> note_funding(store::Writer& writer, Funding draft, identity::Event by);

// `draft.version` is that of the form: when somebody saved since, a conflict naming who.
base::Result<Funding> change_funding(store::Writer& writer, Funding draft, identity::Event by);

// The money has stopped. `until` may be a partial date.
base::Result<void> end_funding(store::Writer& writer,
                               std::string_view funding,
                               std::string_view until,
                               identity::Event by);

}  // namespace enact::network
