// SPDX-License-Identifier: Apache-2.0
#include "stats/estimate.h"

namespace enact::stats {

std::string sentence(const Shortfall& shortfall) {
  const std::string about = "\"" + shortfall.about + "\"";
  switch (shortfall.reason) {
    case Shortfall::Reason::no_such_column:
      return "The rows have no column " + about + ".";
    case Shortfall::Reason::too_few_rows:
      return "There are too few rows to compare.";
    case Shortfall::Reason::no_candidates:
      return "No pair of rows meets any of the blocking rules, so there was nothing to compare.";
    case Shortfall::Reason::too_few_matches:
      return "Too few pairs look like matches to learn from them how matches differ.";
    case Shortfall::Reason::not_converged:
      return "The estimates of how matches differ did not settle.";
  }
  return {};
}

}  // namespace enact::stats
