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
      return shortfall.about.empty() ? "The estimates did not settle."
                                     : "The estimates did not settle: " + shortfall.about + ".";
    case Shortfall::Reason::unequal_lengths:
      return "The column " + about + " has another number of rows than the keys.";
    case Shortfall::Reason::duplicate_column:
      return "There are two columns named " + about + ".";
    case Shortfall::Reason::duplicate_keys:
      return "Two rows have the same key.";
    case Shortfall::Reason::not_finite:
      return "The column " + about + " has a number that is infinite.";
    case Shortfall::Reason::has_missing:
      return "The column " + about + " has missing values; say how they are to be treated.";
    case Shortfall::Reason::constant_column:
      return "The column " + about + " has the same value in every row, so it explains nothing.";
    case Shortfall::Reason::collinear:
      return "What " + about + " says is already said by the columns before it.";
    case Shortfall::Reason::wrong_kind:
      return "The column " + about + " is not of the kind that is needed here.";
    case Shortfall::Reason::separation:
      return "The model tells the two groups apart without any doubt" +
             (shortfall.about.empty() ? std::string() : " by " + about) +
             ", so it has no finite estimate. Leave the column out, or use Firth's correction.";
    case Shortfall::Reason::no_treated:
      return "Nobody took part.";
    case Shortfall::Reason::no_controls:
      return "There is nobody to compare with.";
    case Shortfall::Reason::too_few_controls:
      return "There are too few to compare with for this kind of matching.";
    case Shortfall::Reason::no_overlap:
      return "The two groups have no common range of the score.";
    case Shortfall::Reason::no_match:
      return "Nobody found a match under these rules.";
    case Shortfall::Reason::no_feasible_match:
      return "There is no way to match everybody under these rules.";
    case Shortfall::Reason::too_few_clusters:
      return "There are too few clusters to estimate how sure the result is.";
    case Shortfall::Reason::no_variation:
      return "Every value is the same" +
             (shortfall.about.empty() ? std::string() : " in " + about) + ".";
    case Shortfall::Reason::empty_cell:
      return "One group has no case or only cases, so this ratio has no value.";
    case Shortfall::Reason::not_for_this_estimand:
      return "This method cannot answer for this group of people.";
    case Shortfall::Reason::not_balanced:
      return "No weights make the groups equal on these columns" +
             (shortfall.about.empty() ? std::string() : ", first of all " + about) + ".";
    case Shortfall::Reason::too_few_events:
      return "There are too few events.";
    case Shortfall::Reason::too_large:
      return "There are too many rows for this method.";
  }
  return {};
}

}  // namespace enact::stats
