import { z } from 'zod';
import type { Interval } from '#analysis/estimate.ts';
import { reportRegression } from '#analysis/regression/report-regression.ts';
import type { OracleFamily } from '../family.ts';
import type { Tree } from '../tree.ts';

const optionsSchema = z.object({ outcome: z.string(), predictors: z.array(z.string()) });

const bounds = ([lower, upper]: Interval) => ({ '2.5 %': lower, '97.5 %': upper });

function named<Entry extends { readonly name: string }>(
  entries: readonly Entry[],
  value: (entry: Entry) => Tree,
): Record<string, Tree> {
  return Object.fromEntries(entries.map((entry) => [entry.name, value(entry)]));
}

export const regression: OracleFamily = {
  compute: (table, given) => {
    const report = reportRegression(table, optionsSchema.parse(given));
    const { n } = report;
    if (report.model === 'linear' && report.result.ok) {
      const { result } = report;
      const slopes = result.coefficients.slice(1);
      return {
        n,
        coef: named(result.coefficients, (one) => ({
          ...{ b: one.estimate, se: one.standardError, t: one.t, p: one.p },
          ...{ ci95: bounds(one.interval), se_hc3: one.robustStandardError, p_hc3: one.robustP },
        })),
        ...{ r2: result.rSquared, adj_r2: result.adjustedRSquared, sigma: result.residualSd },
        F: result.f ? [result.f.f, result.f.df1, result.f.df2] : undefined,
        f_p: result.f?.p,
        std_beta: named(slopes, ({ standardised }) => standardised),
        vif: named(slopes, ({ varianceInflation }) => varianceInflation),
        ...{ aic: result.aic, bic: result.bic, loglik: result.logLik },
      };
    }
    if (report.model === 'linear' || !report.result.ok) return { n };
    const { result } = report;
    return {
      n,
      coef: named(result.coefficients, (one) => ({
        ...{ b: one.estimate, se: one.standardError, z: one.z, p: one.p },
        ...{ or: one.oddsRatio, or_ci95_wald: bounds(one.oddsRatioInterval) },
      })),
      ...{ deviance: result.deviance, null_deviance: result.nullDeviance },
      ...{ aic: result.aic, bic: result.bic, loglik: result.logLik },
      ...{ nagelkerke: result.nagelkerkeRSquared, mcfadden: result.mcFaddenRSquared },
    };
  },
  tolerances: [],
};
