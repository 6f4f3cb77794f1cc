# SPDX-License-Identifier: Apache-2.0
# Numbers for src/stats/tests/survival_test.cpp and sites_test.cpp: Rscript tools/oracles/survival.R
# R 4.2.2, survival 3.5-3, metafor 3.8-1. The data are made by a rule that the test repeats.
suppressMessages({library(survival); library(metafor)})
options(digits = 17)
n <- 60; i <- 0:(n - 1)
g <- as.integer((i * 7) %% 5 > 2); x <- (i * 37) %% 23 / 3
t <- 1 + (i * 29) %% 17 + 3 * g; e <- as.integer((i * 13) %% 4 > 0); s <- i %% 3; w <- 1 + i %% 3 / 2; cl <- i %/% 4
show <- function(name, v) cat("//", name, "\n", paste(format(v, digits = 17), collapse = ", "), "\n")
k <- summary(survfit(Surv(t, e) ~ 1), times = c(5, 12)); show("KM", c(k$surv, k$std.err, k$lower, k$upper))
k <- summary(survfit(Surv(t, e) ~ 1), rmean = 14)$table; show("rmst", k[c(5, 6)])
l <- survdiff(Surv(t, e) ~ g); show("logrank", c(l$obs[2], l$exp[2], l$chisq))
l <- survdiff(Surv(t, e) ~ g + strata(s)); show("stratified", c(sum(l$obs[2, ]), sum(l$exp[2, ]), l$chisq))
ctl <- coxph.control(eps = 1e-14, iter.max = 50)
m <- coxph(Surv(t, e) ~ g + x, control = ctl); show("cox", c(coef(m), sqrt(diag(vcov(m))), m$loglik))
m <- coxph(Surv(t, e) ~ g + x, weights = w, cluster = cl, control = ctl)
show("weighted", c(coef(m), sqrt(diag(m$naive.var)), sqrt(diag(m$var))))
ev <- ifelse(e == 0, 0, 1 + i %% 2); a <- survfit(Surv(t, factor(ev)) ~ 1)
show("incidence", summary(a, times = c(5, 12))$pstate[, 2])
y <- c(0.30, 0.12, -0.05, 0.41, 0.22, 0.08, 0.55); v <- c(0.01, 0.02, 0.015, 0.03, 0.008, 0.012, 0.04)
for (md in c("REML", "PM")) {
  m <- rma(y, v, method = md, test = "knha", control = list(threshold = 1e-14, tol = 1e-14, maxiter = 1000)); p <- predict(m)
  show(md, c(m$b, m$se, m$pval, m$ci.lb, m$ci.ub, m$tau2, m$I2, m$QE, m$QEp, p$pi.lb, p$pi.ub, blup(m)$pred[1:2]))
}
show("Q profile", confint(m)$random[1, 2:3])
show("power", c(power.prop.test(p1 = .5, p2 = .6, power = .8)$n, power.prop.test(n = 300, p1 = .5, p2 = .6)$power))
