// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "stats/records.h"

namespace enact::bench {

// Two files of people who never lived. The second has a row about 6 in 10 of the first, with the
// errors that clerks make. Names, schools and ZIP codes are drawn so that some are common and most
// are rare; in the second file, every hundredth person who is not in the first is a brother or
// sister of one who is.
struct MadePeople {
  stats::Records a;
  stats::Records b;
  std::vector<std::string> truth_a;  // whom each row is about
  std::vector<std::string> truth_b;
};

MadePeople made_people(std::size_t rows_of_each, std::uint64_t seed);

}  // namespace enact::bench
