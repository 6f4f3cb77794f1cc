// SPDX-License-Identifier: Apache-2.0
#include "imports/numbers.h"

namespace enact::imports {

std::string grouped(long long n) {
  auto digits = std::to_string(n);
  const std::size_t first = digits.starts_with('-') ? 1 : 0;
  for (auto at = digits.size(); at > first + 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

std::string rows_words(long long n) {
  return grouped(n) + (n == 1 ? " row" : " rows");
}

}  // namespace enact::imports
