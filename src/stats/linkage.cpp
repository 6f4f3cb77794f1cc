// SPDX-License-Identifier: Apache-2.0
// docs/method/record-linkage.md.
#include "stats/linkage.h"

#include <algorithm>
#include <stdexcept>

#include "stats/parallel.h"

namespace enact::stats {
namespace {

constexpr double kSurest = 1 - 1e-9;  // no probability given is beyond this, or bits have no end

// A run of blocks of one rule.
struct Stretch {
  std::size_t rule;
  std::size_t begin, end;
};

Estimate<std::vector<Blocks>> blocks_of(const Population& population,
                                        const std::vector<BlockingRule>& rules,
                                        const LinkagePlan& plan) {
  std::vector<Estimate<Blocks>> made(rules.size());
  in_parallel(plan.threads, rules.size(),
              [&](std::size_t i) { made[i] = Blocks::make(population, rules[i], plan.most_rows); });
  std::vector<Blocks> all;
  for (auto& blocks : made) {
    if (!blocks) return tl::unexpected(blocks.error());
    all.push_back(std::move(*blocks));
  }
  return all;
}

std::vector<Stretch> stretches_of(const std::vector<Blocks>& rules) {
  constexpr std::uint64_t kPairs = 200'000;
  std::vector<Stretch> stretches;
  for (std::size_t rule = 0; rule < rules.size(); ++rule) {
    const auto& blocks = rules[rule].blocks();
    std::uint64_t pairs = 0;
    for (std::size_t begin = 0, i = 0; i < blocks.size(); ++i) {
      pairs += blocks[i].pairs;
      if (pairs < kPairs && i + 1 < blocks.size()) continue;
      stretches.push_back({rule, begin, i + 1});
      begin = i + 1;
      pairs = 0;
    }
  }
  return stretches;
}

// Everything that a pair is looked up in.
class Search {
 public:
  Search(const Population& population,
         const LinkagePlan& plan,
         const std::vector<Blocks>& rules,
         const Scorer& scorer)
      : population_(population), plan_(plan), rules_(rules), scorer_(scorer) {}

  // The pairs with at least so many bits, each once, best first.
  std::vector<Pair> pairs_above(double floor) const {
    const auto stretches = stretches_of(rules_);
    std::vector<std::vector<Pair>> parts(stretches.size());
    in_parallel(plan_.threads, stretches.size(),
                [&](std::size_t i) { parts[i] = pairs_of(stretches[i], floor); });
    std::vector<Pair> all;
    for (const auto& part : parts) all.insert(all.end(), part.begin(), part.end());
    std::sort(all.begin(), all.end(),
              [&](const Pair& x, const Pair& y) { return comes_before(x, y); });
    return all;
  }

 private:
  std::vector<Pair> pairs_of(const Stretch& stretch, double floor) const {
    const auto& rule = rules_[stretch.rule];
    const auto earlier = std::span(rules_).first(stretch.rule);
    std::vector<Pair> pairs;
    for (std::size_t i = stretch.begin; i < stretch.end; ++i)
      rule.for_each_pair(rule.blocks()[i], [&](Row a, Row b) {
        const auto bits = scorer_.bits(a, b, floor);
        if (bits && !share_block(earlier, a, b)) pairs.push_back(in_order(a, b, *bits));
      });
    return pairs;
  }

  std::string_view key(Row row) const { return population_.records->key(row); }

  Pair in_order(Row a, Row b, double bits) const {
    const bool swap = !population_.is_two_files() && key(b) < key(a);
    return {swap ? b : a, swap ? a : b, bits, 0};
  }

  bool comes_before(const Pair& x, const Pair& y) const {
    if (x.bits != y.bits) return x.bits > y.bits;
    return x.a != y.a ? key(x.a) < key(y.a) : key(x.b) < key(y.b);
  }

  const Population& population_;
  const LinkagePlan& plan_;
  const std::vector<Blocks>& rules_;
  const Scorer& scorer_;
};

std::vector<Evidence> evidence_of(const std::vector<Pair>& pairs,
                                  const Scorer& scorer,
                                  const LinkagePlan& plan) {
  constexpr std::size_t kPart = 4096;
  std::vector<Evidence> all(pairs.size() * plan.comparisons.size());
  in_parallel(plan.threads, (pairs.size() + kPart - 1) / kPart, [&](std::size_t part) {
    for (std::size_t i = part * kPart; i < std::min(pairs.size(), (part + 1) * kPart); ++i) {
      const auto each = scorer.evidence(pairs[i].a, pairs[i].b);
      std::copy(each.begin(), each.end(),
                all.begin() + static_cast<std::ptrdiff_t>(i * plan.comparisons.size()));
    }
  });
  return all;
}

// Counts the rows without a pair, and those whose best pair is no better than their next.
void count_rows(Linkage& linkage, const Population& population) {
  struct Best {
    double bits = 0;
    int pairs = 0;  // with so many bits
  };
  std::vector<Best> best(population.records->size());
  for (const auto& pair : linkage.pairs)
    for (auto* row : {&best[pair.a], &best[pair.b]}) {
      if (row->pairs == 0) row->bits = pair.bits;  // the best comes first
      row->pairs += pair.bits == row->bits;
    }
  for (Row row = 0; row < best.size(); ++row) {
    const bool of_second = population.is_two_files() && row >= population.second_begins;
    (of_second ? linkage.unlinked_b : linkage.unlinked_a) += best[row].pairs == 0;
    linkage.tied_rows += best[row].pairs > 1;
  }
}

// A plan is written by a programmer; whatever stands in the rows cannot make it wrong.
void refuse_impossible(const LinkagePlan& plan) {
  const auto must = [](bool holds, const char* sentence) {
    if (!holds) throw std::logic_error(sentence);
  };
  const auto count = plan.comparisons.size();
  must(count > 0 && count <= Pattern::kMostComparisons, "a plan has one to 16 comparisons");
  must(!plan.model || plan.model->comparisons.size() == count, "a model fits its plan");
  for (std::size_t i = 0; i < count; ++i) {
    const auto& comparison = plan.comparisons[i];
    const auto levels = static_cast<std::size_t>(comparison.level_count());
    must(levels > 1 && levels <= Pattern::kMostLevels, "a comparison has two to 15 levels");
    must(comparison.guess.empty() || comparison.guess.size() == levels, "a guess has all levels");
    if (!plan.model) continue;
    const auto& [m, u] = plan.model->comparisons[i];
    must(m.size() == levels && u.size() == levels, "a model fits its plan");
  }
}

Estimate<Training> learn(const Population& population,
                         const std::vector<Blocks>& rules,
                         const Comparer& comparer,
                         const LinkagePlan& plan) {
  if (plan.model) return Training{.model = *plan.model};
  if (plan.training_rules.empty()) return train(population, rules, comparer, plan);
  const auto own = blocks_of(population, plan.training_rules, plan);
  if (!own) return tl::unexpected(own.error());
  return train(population, *own, comparer, plan);
}

Estimate<Linkage> find(const Population& population, const LinkagePlan& plan) {
  refuse_impossible(plan);
  const auto comparer = Comparer::make(*population.records, plan.comparisons);
  if (!comparer) return tl::unexpected(comparer.error());
  const auto rules = blocks_of(population, plan.rules, plan);
  if (!rules) return tl::unexpected(rules.error());

  Linkage linkage;
  linkage.possible_pairs = population.pairs();
  std::uint64_t candidates = 0;
  for (std::size_t i = 0; i < rules->size(); ++i) {
    linkage.rules.push_back({plan.rules[i].words(), (*rules)[i].count()});
    candidates += (*rules)[i].count().pairs;
  }
  if (candidates == 0) return tl::unexpected(Shortfall{Shortfall::Reason::no_candidates, {}});

  auto training = learn(population, *rules, *comparer, plan);
  if (!training) return tl::unexpected(training.error());
  linkage.training = std::move(*training);
  const auto& model = linkage.training.model;
  const Scorer scorer(population, plan.comparisons, *comparer, model);
  const double prior = odds_in_bits(std::clamp(model.prior, 1 - kSurest, kSurest));
  const double least = odds_in_bits(std::clamp(plan.least_probability, 1 - kSurest, kSurest));
  linkage.pairs = Search(population, plan, *rules, scorer).pairs_above(least - prior);
  for (auto& pair : linkage.pairs) pair.probability = probability_of(pair.bits + prior);
  linkage.evidence = evidence_of(linkage.pairs, scorer, plan);
  count_rows(linkage, population);
  return linkage;
}

}  // namespace

Estimate<Linkage> link(const Records& a, const Records& b, const LinkagePlan& plan) {
  if (a.size() == 0 || b.size() == 0)
    return tl::unexpected(Shortfall{Shortfall::Reason::too_few_rows, {}});
  const auto both = Records::joined(a, b);
  const auto second_begins = static_cast<Row>(a.size());
  auto linkage = find({.records = &both, .second_begins = second_begins}, plan);
  if (linkage)
    for (auto& pair : linkage->pairs) pair.b -= second_begins;
  return linkage;
}

Estimate<Linkage> dedupe(const Records& records, const LinkagePlan& plan) {
  if (records.size() < 2) return tl::unexpected(Shortfall{Shortfall::Reason::too_few_rows, {}});
  return find({.records = &records}, plan);
}

}  // namespace enact::stats
