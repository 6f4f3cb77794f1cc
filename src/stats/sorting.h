// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace enact::stats {

// The places of the values in ascending order; equal ones keep theirs. No NaN. Linear in the number
// of values: eight bytes, eleven bits at a time, those that all values share left out.
std::vector<std::uint32_t> sorted_order(std::span<const double> values);

}  // namespace enact::stats
