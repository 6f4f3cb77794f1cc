// SPDX-License-Identifier: Apache-2.0
#pragma once

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

struct OrgFilter {
  std::string kind;
  std::string cohort;
  std::string words;  // all of them in name, short name or region

  bool is_empty() const { return kind.empty() && cohort.empty() && words.empty(); }
};

std::optional<OrgRecord> find_record(store::Reader& reader, std::string_view id);
std::vector<OrgRecord> records(store::Reader& reader, const OrgFilter& filter = {});  // by name
OrgTree tree(store::Reader& reader);

// A new organization. Without an id it gets one made from its name.
base::Result<OrgRecord> add_org(store::Writer& writer, OrgRecord draft, identity::Event by);

// `draft.version` is that of the form: when somebody has saved since, a conflict naming who.
base::Result<OrgRecord> change_org(store::Writer& writer, OrgRecord draft, identity::Event by);

}  // namespace enact::network
