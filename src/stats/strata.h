// SPDX-License-Identifier: Apache-2.0
// Matching by being in the same cell: exact, coarsened exact, and subclasses of the score.
// Pages: docs/method/matching.md. Iacus, King, Porro (2012), Political Analysis 20:1; Rosenbaum,
// Rubin (1984), JASA 79:516.
#pragma once

#include <cstdint>
#include <span>
#include <variant>
#include <vector>

#include "stats/matching.h"
#include "stats/table.h"

namespace enact::stats {

// How a numeric column is cut into bins.
struct Sturges {};  // ceil(log2(n) + 1) of equal width
struct Scott {};    // of width 3.5 sd / n^(1/3)
struct EqualBins {
  int count;
};
struct QuantileBins {
  int count;
};
struct CutPoints {
  std::vector<double> at;  // a value at a cut point belongs to the bin above it
};
struct AsItIs {};
using Coarsening = std::variant<Sturges, Scott, EqualBins, QuantileBins, CutPoints, AsItIs>;

// The inner cut points that the rule gives for these values. None: all are in one bin.
std::vector<double> cut_points(std::span<const double> values, const Coarsening& coarsening);

// The value below which a share of the values lies, between neighbours by proportion (R's type 7).
// `sorted` ascends and is not empty.
double quantile(std::span<const double> sorted, double share);

// To which cell each unit belongs, numbered by first appearance: units in one have the same values.
// `coarsenings` has one for each column, or is empty: as they are. Shortfall: has_missing.
Estimate<std::vector<std::int32_t>> cells(std::span<const Column* const> columns,
                                          std::span<const Coarsening> coarsenings = {});

// Everybody in a cell with both groups is matched. Shortfalls: has_missing, no_match.
Estimate<Matching> match_cells(std::span<const char> treated,
                               std::span<const Column* const> columns,
                               std::span<const Coarsening> coarsenings,
                               Estimand estimand);

struct SubclassOptions {
  Estimand estimand = Estimand::att;
  int count = 6;
  // A subclass without a unit of a group gets the nearest ones of its neighbours, up to so many; 0:
  // it is dissolved.
  int least = 1;
  std::span<const char> discarded = {};
};

// Subclasses between quantiles of the score among those whom the estimand is about. Shortfalls:
// too_few_rows when there are not enough units to fill them, no_match.
Estimate<Matching> subclassify(std::span<const char> treated,
                               std::span<const double> scores,
                               const SubclassOptions& options);

}  // namespace enact::stats
