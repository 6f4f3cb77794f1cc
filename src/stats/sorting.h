// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace enact::stats {

// The places of the values in ascending order; equal ones keep theirs. Finite
// values only. By radix on 2^32 equal steps between the least and the most, which is linear unless
// many different values crowd into one step; these are then compared.
std::vector<std::uint32_t> sorted_order(std::span<const double> values);

}  // namespace enact::stats
