import type { ItemResponseReport } from '#analysis/irt/report-item-response.ts';
import { rVector } from '../r-literals.ts';
import type { ScriptPart } from '../script-part.ts';

export const irtGrm: ScriptPart = {
  packages: ['mirt'],
  code: ({ items }) => `
x <- d[, ${rVector(items as string[])}]
fit <- mirt::mirt(x, 1, itemtype = "graded", verbose = FALSE, TOL = 1e-8)
a <- sapply(colnames(x), function(item) mirt::coef(fit)[[item]][1, "a1"])
found <- c(log_likelihood = mirt::extract.mirt(fit, "logLik"), setNames(a, paste0("slope_", colnames(x))))`,
  numbers: (plain) => {
    const { logLik, items } = plain as ItemResponseReport;
    const slopes = items.map(({ item, slope }): [string, number] => [
      `slope_${item}`,
      slope.estimate,
    ]);
    return { log_likelihood: logLik, ...Object.fromEntries(slopes) };
  },
  tolerance: 5e-3,
};
