// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "identity/audit.h"
#include "network/org.h"
#include "store/database.h"

// From rows to organizations and back, for the collection and the import.
namespace enact::network {

Org org_from(const store::Row& row);
OrgRecord record_from(const store::Row& row);

enum class Saving { added, changed, refused };

// Writes the row (new when `org.version` is 0), the search entry and the event, and says that the
// public pages have changed. Refused where the id is taken or another version is stored.
Saving save_row(store::Writer& writer, const OrgRecord& org, identity::Event by);

// The same without the event: for an import, which is one event for all of its rows.
Saving keep_row(store::Writer& writer, const OrgRecord& org, const identity::Event& by);

// Writes the search entry alone.
void index_org(store::Writer& writer, const OrgRecord& org);

}  // namespace enact::network
