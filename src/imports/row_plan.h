// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "imports/row.h"

namespace enact::imports {

// The rules of what a row does. `row.said` is what it says; each sets action, record, version,
// changes and reason.

// It becomes a record of its own. Fails where a field is missing that a new record needs.
void make_new(PlannedRow& row, const Target& target);

// It is about this record, which it changes or finds as it says. What an import may not change
// stays, with a note. `why` says how it is known to be the one.
void aim_at(PlannedRow& row, const Stored& stored, const Target& target, const std::string& why);

void leave_out(PlannedRow& row, std::string reason);
void fail(PlannedRow& row, std::string reason);
void ask(PlannedRow& row, Question question, std::string reason);

// Adds a sentence to the reason.
void add_note(PlannedRow& row, std::string_view note);

}  // namespace enact::imports
