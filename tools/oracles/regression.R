# SPDX-License-Identifier: Apache-2.0
# Numbers for src/stats/tests/linear_model_test.cpp: Rscript tools/oracles/regression.R
# R 4.2.2, sandwich 3.0-2. The data are made by a rule that the test repeats, so nothing is read.
library(sandwich)
options(digits = 17)
n <- 40; i <- 0:(n - 1)
x <- (i * 37) %% 23 / 3; z <- (i * i) %% 7
g <- factor(c("a", "b", "c")[i %% 3 + 1]); cl <- i %/% 4
w <- 1 + i %% 4 / 2
y <- 2 + 0.5 * x - 0.3 * z + (g == "b") + ((i * 29) %% 11 - 5) / 4
b <- as.integer(((i * 17) %% 13) + x / 2 - z / 2 > 6.5)
show <- function(name, v) cat("//", name, "\n", paste(format(v, digits = 17), collapse = ", "), "\n")
m <- lm(y ~ x + z + g, weights = w)
show("ols", coef(m)); show("ols se", sqrt(diag(vcov(m))))
for (t in c("HC0", "HC1", "HC2", "HC3")) show(t, sqrt(diag(vcovHC(m, type = t))))
show("CR0", sqrt(diag(vcovCL(m, cl, type = "HC0", cadjust = FALSE))))
show("CR1", sqrt(diag(vcovCL(m, cl, type = "HC1"))))
# CR2 by its definition: dense matrices
X <- model.matrix(m); W <- diag(w); M <- solve(t(X) %*% W %*% X); H <- X %*% M %*% t(X) %*% W
R <- diag(n) - H; e <- resid(m); ct <- c(0, 1, 0, 0, 0)
cr2 <- function(name, cl) {
  S <- matrix(0, ncol(X), ncol(X)); P <- NULL
  for (k in unique(cl)) {
    at <- which(cl == k); ev <- eigen((R %*% t(R))[at, at], symmetric = TRUE)
    A <- ev$vectors %*% diag(ifelse(ev$values > 1e-10, 1 / sqrt(ev$values), 0)) %*% t(ev$vectors)
    s <- t(X[at, ]) %*% diag(w[at]) %*% A %*% e[at]; S <- S + s %*% t(s)
    P <- cbind(P, t(R[at, ]) %*% t(A) %*% diag(w[at]) %*% X[at, ] %*% M %*% ct)
  }
  show(name, sqrt(diag(M %*% S %*% M)))
  G <- t(P) %*% P; show("df x", sum(diag(G))^2 / sum(G^2))
}
cr2("CR2", cl); cr2("CR2, clusters of 14", i %/% 14)
tight <- glm.control(epsilon = 1e-15, maxit = 100)
l <- glm(b ~ x + z + g, family = binomial, control = tight)
l <- glm(b ~ x + z + g, family = binomial, control = tight, start = coef(l))
show("logit", coef(l)); show("logit se", sqrt(diag(vcov(l)))); show("deviance", deviance(l))
p <- glm(b ~ x + z + g, family = binomial("probit"), control = tight)
show("probit", coef(p)); show("probit se", sqrt(diag(vcov(p))))
q <- suppressWarnings(glm(b ~ x + z, family = quasibinomial, weights = w, control = tight))
show("weighted logit", coef(q)); show("CR0 x G/(G-1)", sqrt(diag(vcovCL(q, cl, type = "HC0"))))
# Firth by Newton on the modified score
X <- model.matrix(b ~ x + z); f <- rep(0, 3)
for (it in 1:500) {
  pr <- plogis(X %*% f)[, 1]; V <- pr * (1 - pr); I <- solve(t(X) %*% (V * X))
  h <- V * rowSums((X %*% I) * X); f <- f + (I %*% t(X) %*% (b - pr + h * (0.5 - pr)))[, 1]
}
show("firth", f)
sx <- sqrt(mean((x - mean(x))^2)); sz <- sqrt(mean((z - mean(z))^2)); r <- rep(0, 3)
for (it in 1:100) {
  pr <- plogis(X %*% r)[, 1]; D <- diag(c(0, n * 0.05 * sx^2, n * 0.05 * sz^2))
  r <- r + solve(t(X) %*% (pr * (1 - pr) * X) + D, t(X) %*% (b - pr) - D %*% r)[, 1]
}
show("ridge 0.05", r)
