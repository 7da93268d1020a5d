import type { PairedReport } from '#analysis/groups/compare-paired.ts';
import { rText } from '../r-literals.ts';
import type { ScriptPart } from '../script-part.ts';

/** Beyond, R itself approximates the noncentral t. */
const largestT = 30;

export const paired: ScriptPart = {
  packages: [],
  code: ({ pre, post }) => `
before <- d[[${rText(String(pre))}]]
after <- d[[${rText(String(post))}]]
both <- complete.cases(before, after)
before <- before[both]
after <- after[both]
n <- length(before)
test <- t.test(after, before, paired = TRUE)
ranks <- suppressWarnings(wilcox.test(after, before, paired = TRUE))
t <- unname(test$statistic)
# Limits of the noncentrality, for the interval of dz.
limit <- function(p) tryCatch(uniroot(function(ncp) pt(t, n - 1, ncp) - p,
  t + c(-1, 1) * (4 + abs(t) / 2), extendInt = "downX", tol = 1e-11)$root, error = function(e) NA)
dz <- c(mean(after - before) / sd(after - before), limit(0.975) / sqrt(n), limit(0.025) / sqrt(n))
dav <- dz * sd(after - before) / ((sd(before) + sd(after)) / 2)
found <- c(n = n, mean_before = mean(before), mean_after = mean(after), sd_before = sd(before),
  sd_after = sd(after), change = mean(after - before), low = test$conf.int[1],
  high = test$conf.int[2], sd_change = sd(after - before), r = cor(before, after), t = t,
  df = unname(test$parameter), p = test$p.value, v = unname(ranks$statistic), p_ranks = ranks$p.value,
  dz = dz[1], dz_low = dz[2], dz_high = dz[3], dav = dav[1], dav_low = dav[2], dav_high = dav[3])`,
  numbers: (plain) => {
    const {
      n,
      correlation,
      pairedT,
      effectSizes,
      wilcoxonSignedRank: ranks,
    } = plain as PairedReport;
    if (!pairedT.ok || !effectSizes.ok || !ranks.ok) return { n };
    const { cohensDz, dAv, dAvInterval } = effectSizes;
    const hasLimits = Math.abs(pairedT.t) < largestT;
    return {
      ...{ n, mean_before: pairedT.meanBefore, mean_after: pairedT.meanAfter },
      ...{ sd_before: pairedT.sdBefore, sd_after: pairedT.sdAfter, change: pairedT.meanChange },
      ...{ low: pairedT.interval[0], high: pairedT.interval[1], sd_change: pairedT.sdChange },
      ...{ r: correlation, t: pairedT.t, df: pairedT.degreesOfFreedom, p: pairedT.p },
      ...{ v: ranks.v, p_ranks: ranks.pExact ?? ranks.pCorrected },
      ...{ dz: cohensDz.value, dav: dAv },
      ...(hasLimits
        ? {
            ...{ dz_low: cohensDz.interval[0], dz_high: cohensDz.interval[1] },
            ...{ dav_low: dAvInterval[0], dav_high: dAvInterval[1] },
          }
        : {}),
    };
  },
  tolerance: 1e-7,
};
