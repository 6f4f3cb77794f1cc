// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "identity/audit.h"
#include "playbook/document.h"
#include "playbook/items.h"
#include "playbook/terms.h"
#include "store/database.h"

namespace enact::playbook {

// Makes a parsed document the published text of its item: columns, sections, search, the edition.
// Records no event; `publish` and the import do that in their own words.
void show_as_published(store::Writer& writer,
                       const Document& document,
                       long long revision,
                       const std::vector<Term>& terms,
                       base::Instant now);

// A published vignette whose doing is on no run of ours counts as a run that was told; nothing for
// other kinds of documents.
base::Result<void> tell_of(store::Writer& writer,
                           const Document& vignette,
                           const identity::Event& by);

// Writes "playbook.<kind>.<what>" for an item.
void record_item_event(store::Writer& writer,
                       const identity::Event& by,
                       std::string_view what,
                       const Document& document,
                       long long revision);

}  // namespace enact::playbook
