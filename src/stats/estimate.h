// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace enact::stats {

// Why a method gives no answer. A reader sees the reason, never a NaN.
struct Shortfall {
  enum class Reason { no_such_column, too_few_rows, no_candidates, too_few_matches, not_converged };

  Reason reason;
  std::string about;  // the column that it is about, or empty
};

template <class T>
using Estimate = tl::expected<T, Shortfall>;

// "No pair of rows meets any of the blocking rules, so there was nothing to compare."
std::string sentence(const Shortfall& shortfall);

}  // namespace enact::stats
