// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace enact::stats {

// Why a method gives no answer. A reader sees the reason, never a NaN.
struct Shortfall {
  enum class Reason {
    no_such_column,
    too_few_rows,
    no_candidates,    // of record linkage
    too_few_matches,  // of record linkage
    not_converged,

    // The table and its columns.
    unequal_lengths,
    duplicate_column,
    duplicate_keys,
    not_finite,
    has_missing,
    constant_column,
    collinear,
    wrong_kind,

    // Models and comparisons.
    separation,
    no_treated,
    no_controls,
    too_few_controls,
    no_overlap,
    no_match,
    no_feasible_match,
    too_few_clusters,
    no_variation,
    empty_cell,
    not_for_this_estimand,
    not_balanced,
    too_few_events,
    too_large
  };

  Reason reason;
  std::string about;  // the column or columns that it is about, or empty
};

template <class T>
using Estimate = tl::expected<T, Shortfall>;

// "No pair of rows meets any of the blocking rules, so there was nothing to compare."
std::string sentence(const Shortfall& shortfall);

}  // namespace enact::stats
