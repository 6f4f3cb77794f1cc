// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "identity/audit.h"
#include "network/org.h"
#include "network/org_tree.h"
#include "store/database.h"

namespace enact::network {

// The collection of organizations. What other rooms may call of it is declared in network.h.

std::optional<OrgRecord> find_record(store::Reader& reader, std::string_view id);

// Every organization by id, in pieces, so that there may be any number.
void each_record(store::Reader& reader, const std::function<void(const OrgRecord&)>& take);

// The organization as it is to be, and all that it then belongs to: enough to know its parents,
// its ecosystem and whether it would close a circle.
OrgTree line_of(store::Reader& reader, const Org& org);

// Direct parts by name, from the one at `from` (counted from 0), and how many there are in all.
struct PartsPage {
  std::vector<Org> parts;
  std::size_t total = 0;
};
PartsPage page_of_parts(store::Reader& reader,
                        std::string_view org,
                        std::size_t from,
                        std::size_t most);

// A new organization. Without an id it gets one made from its name.
base::Result<OrgRecord> add_org(store::Writer& writer, OrgRecord draft, identity::Event by);

// `draft.version` is that of the form: when somebody has saved since, a conflict naming who.
base::Result<OrgRecord> change_org(store::Writer& writer, OrgRecord draft, identity::Event by);

}  // namespace enact::network
