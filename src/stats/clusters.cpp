// SPDX-License-Identifier: Apache-2.0
// docs/method/record-linkage.md, "From pairs to groups".
#include "stats/clusters.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace enact::stats {
namespace {

// Groups that grow by joining; every row is one at first.
class Groups {
 public:
  Groups(std::size_t rows, const ClusterOptions& options)
      : options_(options), group_of_(rows), members_(rows), linked_(rows) {
    for (Row row = 0; row < rows; ++row) {
      group_of_[row] = row;
      members_[row] = {row};
    }
  }

  void know(const Pair& pair) {
    linked_[pair.a].push_back(pair.b);
    linked_[pair.b].push_back(pair.a);
  }

  void join(const Pair& pair) {
    auto smaller = group_of_[pair.a];
    auto larger = group_of_[pair.b];
    if (smaller == larger) return;
    if (members_[larger].size() < members_[smaller].size()) std::swap(smaller, larger);
    if (support(smaller, larger) < options_.least_support) return;
    for (const Row row : members_[smaller]) group_of_[row] = larger;
    members_[larger].insert(members_[larger].end(), members_[smaller].begin(),
                            members_[smaller].end());
    members_[smaller] = {};
  }

  std::vector<std::vector<Row>> of_two_or_more() && {
    std::vector<std::vector<Row>> result;
    for (auto& group : members_)
      if (group.size() > 1) result.push_back(std::move(group));
    return result;
  }

 private:
  // Of the pairs between two groups, the share that was found to match.
  double support(Row smaller, Row larger) const {
    if (options_.least_support <= 0) return 0;
    std::size_t found = 0;
    for (const Row row : members_[smaller])
      for (const Row other : linked_[row]) found += group_of_[other] == larger;
    return static_cast<double>(found) / (static_cast<double>(members_[smaller].size()) *
                                         static_cast<double>(members_[larger].size()));
  }

  const ClusterOptions& options_;
  std::vector<Row> group_of_;
  std::vector<std::vector<Row>> members_;  // of each group
  std::vector<std::vector<Row>> linked_;   // of each row
};

}  // namespace

std::vector<std::vector<Row>> clusters(const Linkage& linkage,
                                       const Records& records,
                                       const ClusterOptions& options) {
  const auto& pairs = linkage.pairs;
  const auto end = std::find_if(pairs.begin(), pairs.end(), [&](const Pair& pair) {
    return pair.probability < options.least_probability;
  });
  Groups groups(records.size(), options);
  std::for_each(pairs.begin(), end, [&](const Pair& pair) { groups.know(pair); });
  std::for_each(pairs.begin(), end, [&](const Pair& pair) { groups.join(pair); });

  const auto by_key = [&](Row x, Row y) { return records.key(x) < records.key(y); };
  auto result = std::move(groups).of_two_or_more();
  for (auto& group : result) std::sort(group.begin(), group.end(), by_key);
  std::sort(result.begin(), result.end(),
            [&](const auto& x, const auto& y) { return by_key(x[0], y[0]); });
  return result;
}

std::vector<Pair> pairs_within(const std::vector<std::vector<Row>>& clusters) {
  std::vector<Pair> pairs;
  for (const auto& rows : clusters)
    for (std::size_t i = 0; i < rows.size(); ++i)
      for (std::size_t j = i + 1; j < rows.size(); ++j) pairs.push_back({rows[i], rows[j], 0, 0});
  return pairs;
}

std::vector<std::size_t> one_to_one(const Linkage& linkage) {
  std::unordered_set<Row> taken_a, taken_b;
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < linkage.pairs.size(); ++i) {
    const auto& pair = linkage.pairs[i];
    if (taken_a.contains(pair.a) || taken_b.contains(pair.b)) continue;
    taken_a.insert(pair.a);
    taken_b.insert(pair.b);
    chosen.push_back(i);
  }
  return chosen;
}

}  // namespace enact::stats
