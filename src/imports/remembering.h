// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imports/import.h"
#include "store/database.h"

namespace enact::imports {

// Settles rows that ask as they were settled when the same file went in before, where that import
// stands and the record is there: nobody is asked twice. Such a row still shows what it asked, and
// can be settled anew.
void remember_decisions(store::Database& db, const Target& target, const Import& import);

}  // namespace enact::imports
