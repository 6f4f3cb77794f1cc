// SPDX-License-Identifier: Apache-2.0
#include "stats/explanation.h"

#include <algorithm>

#include "base/text.h"

namespace enact::stats {

std::string explain(std::span<const Evidence> evidence,
                    const std::vector<Comparison>& comparisons) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < evidence.size(); ++i)
    if (evidence[i].level != Pattern::kMissing) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) {
    return evidence[i].bits > evidence[j].bits;
  });
  std::vector<std::string> labels;
  for (const auto i : order)
    if (const auto& label = comparisons[i].label(evidence[i].level); !label.empty())
      labels.push_back(label);
  return base::join(labels, ", ");
}

}  // namespace enact::stats
