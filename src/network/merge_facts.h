// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "network/merge.h"
#include "store/database.h"

namespace enact::network {

// For the journal: what the two said differently, in the words of then, and what stays.
base::Json told(const std::vector<Difference>& differences, const Choices& choices);

// Gives the kept record the facts that stay and takes those of the merged one away. What both had
// comes back as a journal.
base::Json merge_facts(store::Writer& writer,
                       Thing thing,
                       std::string_view kept,
                       std::string_view merged,
                       const std::vector<Difference>& differences,
                       const Choices& choices);

// Gives both their facts again; a fact of the kept one that changed since stays. Says what it left.
std::vector<std::string> undo_facts(store::Writer& writer,
                                    Thing thing,
                                    std::string_view kept,
                                    const base::Json& journal);

}  // namespace enact::network
