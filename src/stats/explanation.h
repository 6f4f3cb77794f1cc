// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "stats/comparison.h"
#include "stats/scoring.h"

namespace enact::stats {

// What speaks for and against a pair in the caller's own words, strongest first: "same web address,
// similar name, other city". What is missing, and a level without a label, is left out.
std::string explain(std::span<const Evidence> evidence, const std::vector<Comparison>& comparisons);

}  // namespace enact::stats
