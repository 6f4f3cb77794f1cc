// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace enact::imports {

// "6,256".
std::string grouped(long long n);

// "1 row", "12,338 rows".
std::string rows_words(long long n);

}  // namespace enact::imports
