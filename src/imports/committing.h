// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "base/clock.h"
#include "base/result.h"
#include "imports/import.h"
#include "imports/planning.h"
#include "store/database.h"

namespace enact::imports {

// Both do all in one transaction or nothing at all, whatever breaks, and once, however often they
// are called: an import in another state than they expect is left alone.

// Does what the plan says, to an import in the state `committing`. Refused as a whole, and the
// import back to `planned`, where a record that it touches changed since the plan was made, where
// a record arose that a new one would repeat, or where a row is still to be decided.
base::Result<void> commit_import(store::Database& db,
                                 const base::Clock& clock,
                                 const Target& target,
                                 std::string_view id,
                                 const Deed& by,
                                 const Progress& progress = {});

// What an undo does with records that somebody changed since.
enum class ChangedSince { refuse, leave };

// Takes back an import in the state `undoing`: removes what it created, and gives back to what it
// changed what stood there before. Records that somebody changed since are named, and either the
// import stays `committed`, or they are left as they are and the rest is taken back.
base::Result<void> undo_import(store::Database& db,
                               const base::Clock& clock,
                               const Target& target,
                               std::string_view id,
                               const Deed& by,
                               ChangedSince changed,
                               const Progress& progress = {});

}  // namespace enact::imports
