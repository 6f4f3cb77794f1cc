// SPDX-License-Identifier: Apache-2.0
#include "made_students.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "stats/random.h"

namespace enact::bench {
namespace {

using stats::Column;

Column with_levels(std::string name, int levels) {
  Column column{.name = std::move(name), .kind = Column::Kind::categorical};
  for (int level = 0; level < levels; ++level)
    column.levels.push_back(std::string(1, static_cast<char>('a' + level)));
  return column;
}

std::int32_t drawn_from(stats::Random& random, std::initializer_list<double> shares) {
  double left = random.uniform();
  std::int32_t level = 0;
  for (const double share : shares) {
    left -= share;
    if (left < 0) return level;
    ++level;
  }
  return level - 1;
}

}  // namespace

std::vector<const Column*> Students::columns() const {
  std::vector<const Column*> all;
  for (const auto& column : covariates) all.push_back(&column);
  return all;
}

Students made_students(std::size_t count, std::uint64_t seed) {
  stats::Random random(seed, "students");
  Students made;
  Column gpa{.name = "gpa"}, math{.name = "math"}, income{.name = "income"}, miles{.name = "miles"};
  auto sex = with_levels("sex", 2), race = with_levels("race", 6),
       school = with_levels("school", 4), region = with_levels("region", 9);
  for (std::size_t i = 0; i < count; ++i) {
    const double g = std::round(std::clamp(3 + 0.55 * random.normal(), 0.0, 4.0) * 1000) / 1000;
    const double m = std::round((500 + 100 * random.normal()) * 10) / 10;
    const double w = std::round(std::exp(10.9 + 0.65 * random.normal()));
    const double far = std::round(-12 * std::log(1 - random.uniform()) * 100) / 100;
    gpa.numbers.push_back(g);
    math.numbers.push_back(m);
    income.numbers.push_back(w);
    miles.numbers.push_back(far);
    sex.codes.push_back(drawn_from(random, {0.5, 0.5}));
    race.codes.push_back(drawn_from(random, {0.46, 0.28, 0.14, 0.06, 0.045, 0.015}));
    school.codes.push_back(drawn_from(random, {0.78, 0.07, 0.05, 0.10}));
    region.codes.push_back(
        drawn_from(random, {0.2, 0.178, 0.156, 0.133, 0.111, 0.089, 0.067, 0.044, 0.022}));
    made.site.push_back(static_cast<std::int32_t>(random.below(50)));
    const double linear = -2.75 + 0.9 * (g - 3) / 0.55 + 0.5 * (m - 500) / 100 -
                          0.3 * (std::log(w) - 10.9) / 0.65 - 0.02 * far +
                          0.35 * (sex.codes.back() == 0) + 0.5 * (race.codes.back() == 2) +
                          0.4 * (race.codes.back() == 1) + 0.05 * (region.codes.back() - 4);
    made.treated.push_back(random.uniform() < 1 / (1 + std::exp(-linear)));
    const double enrolled =
        -0.2 + 0.8 * (g - 3) / 0.55 + 0.3 * (m - 500) / 100 + 0.35 * made.treated.back();
    made.enrolled.push_back(random.uniform() < 1 / (1 + std::exp(-enrolled)));
    const double hazard =
        std::exp(-3.4 - 0.3 * (g - 3) / 0.55 - 0.2 * (m - 500) / 100 - 0.25 * made.treated.back());
    const double gone = std::ceil(-std::log(1 - random.uniform()) / hazard);
    const double seen = static_cast<double>(12 + random.below(61));
    made.months.push_back(std::min(gone, seen));
    made.left.push_back(gone <= seen);
  }
  made.covariates = {gpa, math, income, miles, sex, race, school, region};
  return made;
}

}  // namespace enact::bench
