// SPDX-License-Identifier: Apache-2.0
// Make-believe students for measurements: a tenth took part, eight covariates of which four are
// categorical, fifty sites, an outcome. The same on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "stats/table.h"

namespace enact::bench {

struct Students {
  std::vector<char> treated;
  std::vector<stats::Column> covariates;
  std::vector<std::int32_t> site;
  std::vector<double> enrolled;    // 0 or 1
  std::vector<double> months;      // until they left STEM, or were last seen
  std::vector<std::int32_t> left;  // 1: left, 0: last seen
  std::vector<const stats::Column*> columns() const;
};

Students made_students(std::size_t count, std::uint64_t seed);

}  // namespace enact::bench
