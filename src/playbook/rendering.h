// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "playbook/document.h"
#include "playbook/items.h"
#include "playbook/terms.h"
#include "store/database.h"

namespace enact::playbook {

// The words explained in this playbook: its published definitions.
std::vector<Term> terms_of(store::Reader& reader);

// A document's sections as HTML, with terms explained where they are first used. The document has
// been parsed, so its Markdown is known to be within the limits.
std::vector<SectionHtml> render(const Document& document, const std::vector<Term>& terms);

}  // namespace enact::playbook
