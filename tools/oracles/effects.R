# SPDX-License-Identifier: Apache-2.0
# Numbers for src/stats/tests/effect_test.cpp: Rscript tools/oracles/effects.R (R 4.2.2)
# The data are made by a rule that the test repeats.
options(digits = 17)
n <- 60; i <- 0:(n - 1)
x <- (i * 37) %% 23 / 3; z <- (i * i) %% 7
t <- as.integer((i * 13) %% 10 + x / 3 > 6)
y <- 1 + 0.5 * x - 0.3 * z + 0.8 * t + ((i * 29) %% 11 - 5) / 4
b <- as.integer((i * 17) %% 13 + x / 2 + t > 7.5)
tight <- glm.control(epsilon = 1e-15, maxit = 100)
e <- fitted(glm(t ~ x + z, family = binomial, control = tight))
show <- function(name, v) cat("//", name, "\n", paste(format(v, digits = 17), collapse = ", "), "\n")
aipw <- function(name, out, fam, est) {
  m1 <- predict(glm(out ~ x + z, family = fam, subset = t == 1, control = tight), data.frame(x, z), type = "response")
  m0 <- predict(glm(out ~ x + z, family = fam, subset = t == 0, control = tight), data.frame(x, z), type = "response")
  a <- switch(est, ATT = t, ATC = 1 - t, ATE = rep(1, n)); k <- switch(est, ATT = e, ATC = 1 - e, ATE = rep(1, n))
  w <- a * m1 + t * k / e * (out - m1); v <- a * m0 + (1 - t) * k / (1 - e) * (out - m0)
  mu <- c(sum(w), sum(v)) / sum(a); p1 <- (w - a * mu[1]) / sum(a); p0 <- (v - a * mu[2]) / sum(a)
  show(paste(name, est), c(mu, mu[1] - mu[2], sqrt(sum((p1 - p0)^2)), log(mu[1] / mu[2]),
    sqrt(sum((p1 / mu[1] - p0 / mu[2])^2))))
}
for (k in c("ATT", "ATC", "ATE")) { aipw("gaussian", y, gaussian, k); aipw("binomial", b, binomial, k) }
show("BH", p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.5, 0.04), "BH"))
