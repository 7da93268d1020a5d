import type { ReliabilityReport } from '#analysis/reliability/report-reliability.ts';
import { rVector } from '../r-literals.ts';
import type { ScriptPart } from '../script-part.ts';

export const reliability: ScriptPart = {
  packages: ['psych', 'lavaan'],
  code: ({ items }) => `
x <- na.omit(d[, ${rVector(items as string[])}])
a <- psych::alpha(x, check.keys = FALSE, warnings = FALSE)
found <- c(n = nrow(x), alpha = a$total$raw_alpha, standardised_alpha = a$total$std.alpha)
item_rest <- a$item.stats$r.drop
names(item_rest) <- paste0("item_rest_", colnames(x))
found <- c(found, item_rest)
if (ncol(x) > 2) {
  fit <- lavaan::cfa(paste("f =~", paste(colnames(x), collapse = " + ")), data = x, std.lv = TRUE)
  estimates <- lavaan::lavInspect(fit, "est")
  common <- sum(estimates$lambda)^2
  found <- c(found, omega = common / (common + sum(estimates$theta)))
}`,
  numbers: (plain) => {
    const { alpha, nComplete, items, omega } = plain as ReliabilityReport;
    if (!alpha.ok) return {};
    const rest = alpha.items.map(({ itemRestCorrelation }, index): [string, number | null] => [
      `item_rest_${items[index] ?? ''}`,
      itemRestCorrelation.ok ? itemRestCorrelation.value : null,
    ]);
    return {
      n: nComplete,
      alpha: alpha.raw,
      standardised_alpha: alpha.standardised.ok ? alpha.standardised.value : null,
      ...Object.fromEntries(rest),
      omega: omega.oneFactor.ok ? omega.oneFactor.omegaImpliedVariance : null,
    };
  },
  tolerance: 1e-5,
};
