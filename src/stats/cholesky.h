// SPDX-License-Identifier: Apache-2.0
// Solving with a symmetric matrix whose columns may say the same: such a column is left out, the
// later one of two, as R does.
#pragma once

#include <span>
#include <vector>

#include "stats/matrix.h"

namespace enact::stats {

// Which columns add next to nothing to those before them: less than 1e-12 of their own square,
// which is what rounding leaves of a column that is a sum of others.
std::vector<char> redundant_columns(const Matrix& information);

// The inverse without those columns, whose rows and columns are 0. Not positive definite: an empty
// matrix.
Matrix inverse_without(const Matrix& information, std::span<const char> left_out);

std::vector<double> product(const Matrix& matrix, std::span<const double> vector);

}  // namespace enact::stats
