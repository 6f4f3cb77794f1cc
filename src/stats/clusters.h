// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "stats/linkage.h"

namespace enact::stats {

struct ClusterOptions {
  double least_probability = 0.5;  // of the pairs that join rows

  // Two groups of rows are joined when at least this share of the pairs between them, each row of
  // one with each row of the other, are such pairs. 0 asks for one pair: connected components, in
  // which A and C come together because B is like either. More keeps chains from growing; 1 asks
  // that all rows of a cluster were found to match each other.
  double least_support = 1.0 / 3;
};

// Groups of rows that are about the same one, two rows or more, from what dedupe found. Pairs are
// taken best first. Rows stand in the order of their keys, groups in that of their first rows.
std::vector<std::vector<Row>> clusters(const Linkage& linkage,
                                       const Records& records,
                                       const ClusterOptions& options = {});

// The pairs within the clusters, for measuring; without bits.
std::vector<Pair> pairs_within(const std::vector<std::vector<Row>>& clusters);

// Of what link found, the pairs that remain when each row may be in one of them only: always the
// best pair whose rows are both still free, so that no row would rather have another that would
// rather have it. Places in linkage.pairs, in their order.
std::vector<std::size_t> one_to_one(const Linkage& linkage);

}  // namespace enact::stats
