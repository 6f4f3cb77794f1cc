// SPDX-License-Identifier: Apache-2.0
#include "stats/distributions.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>

#include "stats/random.h"

namespace enact::stats {
namespace {

// R 4.2.2: pnorm, qnorm, pt, qt, pchisq, qchisq, pf, qf.
TEST(Distributions, AgreeWithR) {
  EXPECT_NEAR(normal_cdf(-1.5), 0.066807201268858071, 1e-15);
  EXPECT_NEAR(normal_quantile(0.975), 1.9599639845400538, 1e-14);
  EXPECT_NEAR(t_cdf(-2, 7), 0.042809664281487983, 1e-15);
  EXPECT_NEAR(t_quantile(0.975, 368), 1.9664312670628079, 1e-12);
  EXPECT_NEAR(chi_square_cdf(3.2, 2), 0.79810348200534464, 1e-14);
  EXPECT_NEAR(chi_square_quantile(0.95, 1), 3.8414588206941236, 1e-13);
  EXPECT_NEAR(f_cdf(2.5, 3, 20), 0.91115624806231077, 1e-13);
  EXPECT_NEAR(f_quantile(0.95, 3, 20), 3.0983912121407795, 1e-12);
}

TEST(Distributions, TailsAreExactFarOut) {
  EXPECT_NEAR(two_sided_p(10, std::numeric_limits<double>::infinity()) / 1.5239706048321052e-23, 1,
              1e-12);
  EXPECT_NEAR(chi_square_tail(100, 1) / 1.5239706048321052e-23, 1, 1e-12);
  EXPECT_NEAR(critical_value(0.95, std::numeric_limits<double>::infinity()), 1.9599639845400538,
              1e-14);
}

TEST(Random, NormalNumbersHaveMeanZeroAndVarianceOne) {
  Random random(7, "normal");
  double sum = 0, squares = 0;
  int beyond = 0;
  for (int i = 0; i < 100'000; ++i) {
    const double x = random.normal();
    sum += x;
    squares += x * x;
    beyond += std::abs(x) > 1.96;
  }
  EXPECT_NEAR(sum / 1e5, 0, 0.015);
  EXPECT_NEAR(squares / 1e5, 1, 0.02);
  EXPECT_NEAR(beyond / 1e5, 0.05, 0.003);
}

TEST(Random, AStreamDependsOnItsNameAlone) {
  EXPECT_EQ(Random(7, "a").normal(), Random(7, "a").normal());
  EXPECT_NE(Random(7, "a").normal(), Random(7, "b").normal());
}

TEST(Random, ShufflingGivesEveryOrder) {
  Random random(1, "shuffle");
  int counts[6] = {};
  for (int i = 0; i < 6000; ++i) {
    std::vector<int> items{0, 1, 2};
    random.shuffle(items);
    ++counts[items[0] * 2 + (items[1] > items[2])];
  }
  for (const int count : counts) EXPECT_NEAR(count, 1000, 120);
}

}  // namespace
}  // namespace enact::stats
