import type { MixedLogitReport } from '#analysis/multilevel/mixed-logit-report.ts';
import type { ScriptPart } from '../script-part.ts';
import { mixedFormula } from './mixed-formula.ts';

export const multilevelOrdinal: ScriptPart = {
  packages: ['ordinal'],
  code: (options) => `
d$answer_ <- factor(d$${options['outcome'] as string}, ordered = TRUE)
fit <- ordinal::clmm(${mixedFormula(options, 'answer_')}, data = d${
    Number(options['quadraturePoints'] ?? 1) > 1
      ? `, nAGQ = ${Number(options['quadraturePoints'])}`
      : ''
  })
found <- c(log_likelihood = as.numeric(logLik(fit)), setNames(fit$alpha, paste0("threshold_", seq_along(fit$alpha))))`,
  numbers: (plain) => {
    const { model } = plain as MixedLogitReport;
    if (!model.ok) return {};
    const thresholds = model.thresholds.map(({ estimate }, index): [string, number] => [
      `threshold_${index + 1}`,
      estimate,
    ]);
    return { log_likelihood: model.logLik, ...Object.fromEntries(thresholds) };
  },
  tolerance: 1e-3,
};
