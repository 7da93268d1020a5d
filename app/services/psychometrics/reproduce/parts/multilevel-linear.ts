import type { MultilevelLinearReport } from '#analysis/multilevel/multilevel-linear.ts';
import type { ScriptPart } from '../script-part.ts';
import { mixedFormula } from './mixed-formula.ts';

export const multilevelLinear: ScriptPart = {
  packages: ['lme4'],
  code: (options) => `
fit <- lme4::lmer(${mixedFormula(options)}, data = d, REML = TRUE)
v <- as.data.frame(lme4::VarCorr(fit))
found <- c(n = nobs(fit), intercept = unname(lme4::fixef(fit)[1]),
  variance_between = v$vcov[1], variance_within = v$vcov[nrow(v)])`,
  numbers: (plain) => {
    const { n, reml } = plain as MultilevelLinearReport;
    if (!reml.ok) return {};
    return {
      n,
      intercept: reml.coefficients[0]?.estimate,
      variance_between: reml.varianceGroup,
      variance_within: reml.varianceWithin,
    };
  },
  tolerance: 1e-3,
};
