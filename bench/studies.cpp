// SPDX-License-Identifier: Apache-2.0
// bench_studies [STUDENTS...]: how long the steps of a study take, in processor seconds.
#include <fmt/core.h>
#include <sys/resource.h>

#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "made_students.h"
#include "stats/balance.h"
#include "stats/bootstrap.h"
#include "stats/effect.h"
#include "stats/nearest.h"
#include "stats/optimal.h"
#include "stats/propensity.h"
#include "stats/sorting.h"
#include "stats/strata.h"
#include "stats/survival.h"

namespace {

using namespace enact::stats;
using enact::bench::Students;

constexpr int kThreads = 2;

double processor_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

template <class Work>
auto timed(std::size_t students, const char* what, const Work& work) {
  const double start = processor_seconds();
  auto result = work();
  fmt::print("{:>9} | {:<44} | {:8.3f} s\n", students, what, processor_seconds() - start);
  std::fflush(stdout);
  return result;
}

void measure_points(const Students& made, std::size_t n) {
  const auto points = timed(n, "Mahalanobis coordinates", [&] {
    return *coordinates(made.columns(), made.treated, {}, Metric::mahalanobis);
  });
  timed(n, "nearest 1:1, Mahalanobis",
        [&] { return match_nearest(made.treated, points, {}, {})->pairs.size(); });
}

// The estimate of one matched sample, drawn again by whole pairs.
void measure_bootstrap(const Students& made, const Matching& matching, std::size_t n) {
  std::vector<double> differences;
  for (const auto& pair : matching.pairs)
    differences.push_back(made.enrolled[pair.focal] - made.enrolled[pair.other]);
  timed(n, "1,000 bootstraps of the pairs", [&] {
    return bootstrap(differences.size(),
                     [&](std::span<const std::uint32_t> times) -> std::optional<double> {
                       double sum = 0;
                       for (std::size_t i = 0; i < times.size(); ++i)
                         sum += times[i] * differences[i];
                       return sum / static_cast<double>(times.size());
                     },
                     {.seed = 1, .threads = kThreads})
        ->standard_error;
  });
}

void measure_survival(const Students& made, std::size_t n) {
  const Followed followed{.times = made.months, .events = made.left};
  std::vector<const Column*> columns{&made.covariates[0], &made.covariates[1], &made.covariates[2],
                                     &made.covariates[3]};
  const Column treated = numeric("treated", {made.treated.begin(), made.treated.end()});
  columns.push_back(&treated);
  const auto design = *Design::of(n, columns);
  timed(n, "Cox, 5 covariates", [&] { return cox(followed, design)->iterations; });
  timed(n, "Kaplan-Meier", [&] { return kaplan_meier(followed)->size(); });
  timed(n, "log-rank", [&] { return log_rank(followed, made.treated)->p; });
}

void measure(std::size_t n) {
  const auto made = enact::bench::made_students(n, 20260101);
  const auto columns = made.columns();
  const double whole = processor_seconds();
  const auto scores = timed(n, "logistic fit", [&] {
    return propensity(made.treated, columns, {.threads = kThreads})->probabilities;
  });
  timed(n, "  of which: order of the scores", [&] { return sorted_order(scores).size(); });
  const auto matching =
      timed(n, "nearest 1:1", [&] { return *match_nearest(made.treated, scores, {}); });
  const double before_others = processor_seconds();
  timed(n, "nearest 2:1",
        [&] { return match_nearest(made.treated, scores, {.ratio = 2})->pairs.size(); });
  timed(n, "nearest 1:1, exact on 50 sites", [&] {
    NearestOptions options;
    options.rules.exact = made.site;
    return match_nearest(made.treated, scores, options)->pairs.size();
  });
  const double after_others = processor_seconds();
  timed(n, "balance after, 21 terms", [&] {
    return balance(made.treated, columns,
                   {.weights = matching.weights, .matching = &matching, .threads = kThreads})
        ->worst();
  });
  timed(n, "g-computation, clustered by pair", [&] {
    return g_computation({.treated = made.treated,
                          .outcome = made.enrolled,
                          .weights = matching.weights,
                          .clusters = matching.sets,
                          .covariates = columns},
                         {.outcome = EffectOptions::Outcome::binary})
        ->effects.size();
  });
  fmt::print("{:>9} | {:<44} | {:8.3f} s\n", n, "fit, 1:1, balance, effect together",
             processor_seconds() - whole - (after_others - before_others));
  timed(n, "optimal pairs", [&] {
    const auto found = *match_optimal(made.treated, scores, {});
    return found.certificate.cost - found.certificate.bound;
  });
  timed(n, "full matching", [&] {
    const auto found = *match_full(made.treated, scores, {});
    return found.certificate.cost - found.certificate.bound;
  });
  timed(n, "coarsened exact", [&] {
    const std::vector<Coarsening> rules(columns.size(), Sturges{});
    return match_cells(made.treated, columns, rules, Estimand::att)->weights.size();
  });
  measure_survival(made, n);
  if (n <= 100'000) {
    measure_points(made, n);
    measure_bootstrap(made, matching, n);
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  fmt::print("{:>9} | {:<44} | {:8} MB\n", n, "highest memory", usage.ru_maxrss / 1024);
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) measure(1'000'000);
  for (int i = 1; i < count; ++i) measure(std::strtoull(arguments[i], nullptr, 10));
}
