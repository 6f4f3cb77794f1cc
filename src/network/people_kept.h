// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "imports/imports.h"

namespace enact::network {

// How an import writes people: many at once, with their places, facts, entries of search and
// changes of the directory, and without an event for each. What cannot be written is refused by
// name (imports/target.h). Of what people said about being contacted nothing is read or written.
std::vector<imports::Refusal> add_people(store::Writer& writer,
                                         std::span<const imports::NewRecord> records,
                                         const imports::Occasion& on);

// What was known before is kept, so that it can be given back with its source.
std::vector<imports::Refusal> change_people(store::Writer& writer,
                                            std::span<const imports::RecordChange> changes,
                                            const imports::Occasion& on);
std::vector<imports::Refusal> give_people_back(store::Writer& writer,
                                               std::span<const imports::RecordChange> changes,
                                               const imports::Occasion& on);

// Refuses those of whom a connection, a permission or a check of the record was noted since.
std::vector<imports::Refusal> remove_people(store::Writer& writer,
                                            std::span<const imports::RecordVersion> records);

}  // namespace enact::network
