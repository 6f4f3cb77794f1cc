// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "imports/mapping.h"

namespace enact::imports {

// The mapping that the column names suggest: a column whose name is that of a field, its label or
// one of its `headers`, whatever the case and the signs between the words. Each field once.
Mapping guessed_mapping(const Target& target, const std::vector<std::string>& header);

// How well a mapping fits a file: how many of the columns that it names are there; 0 where one that
// it needs is missing.
std::size_t fit_of(const Mapping& mapping,
                   const Target& target,
                   const std::vector<std::string>& header);

}  // namespace enact::imports
