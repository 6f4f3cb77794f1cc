// SPDX-License-Identifier: Apache-2.0
// How alike the two groups are, before and after. Page: docs/method/balance.md. Austin (2009),
// Statistics in Medicine 28:3083; definitions as MatchIt's summary.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "stats/matching.h"
#include "stats/table.h"

namespace enact::stats {

struct BalanceTerm {
  std::string name;  // a column's, or "race: white": each level is a term of its own
  bool is_binary = false;
  double mean_treated = 0;
  double mean_control = 0;
  // Means' difference in standard deviations; nothing where there is no variation to measure it by.
  std::optional<double> standardized_difference;
  std::optional<double> variance_ratio;  // not of binary terms
  double ecdf_mean = 0;  // how far the distribution functions are apart, over the distinct values
  double ecdf_max = 0;
  std::optional<double> pair_distance;  // mean within matched pairs, in standard deviations

  friend bool operator==(const BalanceTerm&, const BalanceTerm&) = default;
};

struct GroupSizes {
  std::size_t units = 0;
  std::size_t matched = 0;  // with a weight above 0
  double effective = 0;     // Kish: (sum of weights)^2 / sum of squares
};

struct Balance {
  std::vector<BalanceTerm> terms;
  GroupSizes treated;
  GroupSizes controls;
  // The largest absolute standardised difference, over the terms that have one.
  double worst() const;
};

struct BalanceOptions {
  // Whose standard deviation, always in the whole sample before matching: the same ruler for before
  // and after. pooled: the root of the mean of both variances.
  enum class Ruler { treated, controls, pooled };

  Ruler ruler = Ruler::treated;
  std::span<const double> weights = {};  // empty: everybody counts 1
  const Matching* matching = nullptr;    // for the distance within pairs
  std::span<const char> subgroup = {};   // empty, or who is looked at; the ruler stays
  int threads = 1;
};

// Shortfalls: has_missing, no_treated, no_controls (with a weight, in the subgroup).
Estimate<Balance> balance(std::span<const char> treated,
                          std::span<const Column* const> columns,
                          const BalanceOptions& options = {});

BalanceOptions::Ruler ruler_for(Estimand estimand);

}  // namespace enact::stats
