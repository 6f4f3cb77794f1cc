// SPDX-License-Identifier: Apache-2.0
#include "stats/samples.h"

#include <algorithm>
#include <numeric>

#include "stats/parallel.h"
#include "stats/random.h"

namespace enact::stats {
namespace {

constexpr std::size_t kParts = 64;

using Rows = std::vector<Row>;
struct RowPair {
  Row a, b;
};

// A number for each row that the seed draws and that does not depend on where the row stands.
std::vector<std::uint64_t> drawn_numbers(const Records& records, std::uint64_t seed) {
  std::vector<std::uint64_t> numbers;
  for (Row row = 0; row < records.size(); ++row) numbers.push_back(hash_of(records.key(row), seed));
  return numbers;
}

// The rows from begin to end in the order of their numbers.
Rows shuffled(const Records& records,
              const std::vector<std::uint64_t>& numbers,
              Row begin,
              Row end) {
  Rows rows(end - begin);
  std::iota(rows.begin(), rows.end(), begin);
  std::sort(rows.begin(), rows.end(), [&](Row x, Row y) {
    return numbers[x] != numbers[y] ? numbers[x] < numbers[y] : records.key(x) < records.key(y);
  });
  return rows;
}

std::vector<RowPair> all_pairs(const Population& population) {
  const auto size = static_cast<Row>(population.records->size());
  std::vector<RowPair> pairs;
  for (Row a = 0; a < (population.is_two_files() ? population.second_begins : size); ++a)
    for (Row b = population.is_two_files() ? population.second_begins : a + 1; b < size; ++b)
      pairs.push_back({a, b});
  return pairs;
}

std::vector<RowPair> random_pairs(const Population& population, const LinkagePlan& plan) {
  if (population.pairs() <= plan.sampled_pairs) return all_pairs(population);
  const auto& records = *population.records;
  const auto size = static_cast<Row>(records.size());
  const auto second = population.second_begins;
  const auto numbers = drawn_numbers(records, plan.seed);
  const auto firsts = shuffled(records, numbers, 0, population.is_two_files() ? second : size);
  const auto seconds =
      population.is_two_files() ? shuffled(records, numbers, second, size) : firsts;
  Random random(plan.seed, "random pairs");
  std::vector<RowPair> pairs;
  while (pairs.size() < plan.sampled_pairs) {
    const RowPair pair{firsts[random.below(firsts.size())], seconds[random.below(seconds.size())]};
    if (pair.a != pair.b) pairs.push_back(pair);
  }
  return pairs;
}

PatternCounts sum(const std::vector<PatternTally>& parts) {
  PatternTally all;
  for (const auto& part : parts) all.add(part);
  return all.counts();
}

}  // namespace

PatternCounts patterns_at_random(const Population& population,
                                 const Comparer& comparer,
                                 const LinkagePlan& plan) {
  const auto pairs = random_pairs(population, plan);
  std::vector<PatternTally> parts(kParts);
  in_parallel(plan.threads, kParts, [&](std::size_t part) {
    for (std::size_t i = part; i < pairs.size(); i += kParts)
      parts[part].add(comparer.pattern(pairs[i].a, pairs[i].b));
  });
  return sum(parts);
}

Evidenced patterns_of_candidates(const Population& population,
                                 const std::vector<Blocks>& rules,
                                 const Comparer& comparer,
                                 const LinkagePlan& plan) {
  double candidates = 0;
  for (const auto& rule : rules) candidates += static_cast<double>(rule.count().pairs);
  const double share =
      std::min(1.0, static_cast<double>(plan.training_pairs) / std::max(1.0, candidates));
  const auto numbers = drawn_numbers(*population.records, plan.seed);
  const auto is_drawn = [&](Row a, Row b) {
    return static_cast<double>(mixed(numbers[a] ^ numbers[b])) * 0x1p-64 < share;
  };
  std::vector<PatternTally> parts(kParts);
  in_parallel(plan.threads, kParts, [&](std::size_t part) {
    for (std::size_t rule = 0; rule < rules.size(); ++rule) {
      const auto& blocks = rules[rule].blocks();
      const auto earlier = std::span(rules).first(rule);
      for (std::size_t i = part; i < blocks.size(); i += kParts)
        rules[rule].for_each_pair(blocks[i], [&](Row a, Row b) {
          if (is_drawn(a, b) && !share_block(earlier, a, b))
            parts[part].add(comparer.pattern(a, b));
        });
    }
  });
  Evidenced drawn{.counts = sum(parts)};
  drawn.others = share * static_cast<double>(population.pairs());
  for (const auto& each : drawn.counts) drawn.others -= each.pairs;
  drawn.others = std::max(0.0, drawn.others);
  return drawn;
}

}  // namespace enact::stats
