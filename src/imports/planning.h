// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string_view>

#include "base/clock.h"
#include "base/result.h"
#include "imports/import.h"
#include "store/database.h"

namespace enact::imports {

// Called now and then with how far it is.
using Progress = std::function<void(std::int64_t rows_done, std::int64_t rows_all)>;

// Makes the plan of an import in the state `planning`: reads the file and says for every row what
// the commit will do. Changes no record. Writes a few hundred rows at a time, so that others who
// write wait for moments only. Where the file cannot be read by its mapping, the import goes back
// to `read` with the reason, which is no failure. May be called twice for the same import, even at
// the same time: the one that began later does it.
void plan_import(store::Database& db,
                 const base::Clock& clock,
                 const Target& target,
                 std::string_view id,
                 const Progress& progress = {});

// For whom and by whom this import plans and writes.
Occasion occasion_of(const Import& import, const Target& target, const Deed& by);

}  // namespace enact::imports
