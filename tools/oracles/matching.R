# SPDX-License-Identifier: Apache-2.0
# Numbers for src/stats/tests/strata_test.cpp and distance_test.cpp:
#   Rscript tools/oracles/matching.R LALONDE.csv
# R 4.2.2, MatchIt 4.5.1 of Debian 12: right for subclasses, cells and Mahalanobis distances, but not
# for calipers.
suppressMessages(library(MatchIt))
d <- read.csv(commandArgs(TRUE)[1], stringsAsFactors = TRUE)
f <- treat ~ age + educ + race + married + nodegree + re74 + re75
p <- suppressWarnings(glm(f, binomial, d, control = glm.control(epsilon = 1e-15, maxit = 100)))
e <- fitted(p)
say <- function(name, w, s) {
  cat(name, ": sets", length(unique(na.omit(s))), "treated", sum(w[d$treat == 1] > 0), "controls",
      sum(w[d$treat == 0] > 0), "sum of squares", format(sum(w^2), digits = 15),
      "sum w x age", format(sum(w * d$age * ifelse(d$treat == 1, 1, -1)), digits = 15), "\n")
}
for (a in c("ATT", "ATC", "ATE")) {
  m <- matchit(f, d, method = "subclass", distance = e, estimand = a)
  say(paste("subclass", a), m$weights, m$subclass)
}
m <- matchit(f, d, method = "subclass", distance = e, subclass = 20); say("subclass 20", m$weights, m$subclass)
m <- matchit(f, d, method = "cem"); say("cem", m$weights, m$subclass)
m <- matchit(f, d, method = "cem", cutpoints = list(age = "scott", educ = 4, re74 = "q5"), estimand = "ATE")
say("cem mixed", m$weights, m$subclass)
m <- matchit(treat ~ educ + race + married, d, method = "exact"); say("exact", m$weights, m$subclass)
say2 <- function(name, D) cat(name, format(c(D[1, 1], D[7, 300], D[185, 429], sum(D)), digits = 15), "\n")
say2("mahalanobis", mahalanobis_dist(f, d)); say2("scaled euclidean", scaled_euclidean_dist(f, d))
# 4.5.1 has no robust distance that works: by its definition, every level a column over the root of 2
X <- cbind(d$age, d$educ, sapply(levels(d$race), function(l) (d$race == l) / sqrt(2)), d$married,
           d$nodegree, d$re74, d$re75)
R <- apply(X, 2, rank); S <- cov(R); u <- sd(seq_len(nrow(R))) / sqrt(diag(S)); S <- S * outer(u, u)
ev <- eigen(S, symmetric = TRUE); keep <- ev$values > 1e-10 * max(ev$values)
W <- R %*% ev$vectors[, keep] %*% diag(1 / sqrt(ev$values[keep]))
D <- as.matrix(dist(W))[d$treat == 1, d$treat == 0]; say2("robust", D)
