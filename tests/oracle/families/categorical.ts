import { z } from 'zod';
import type { ChiSquareTest } from '#analysis/groups/chi-square-tests.ts';
import { crossTabulate } from '#analysis/groups/cross-tabulate.ts';
import type { OracleFamily } from '../family.ts';

const optionsSchema = z.object({ rows: z.string(), columns: z.string() });

const testKeys = ({ chiSquare, df, p }: ChiSquareTest) => ({ statistic: chiSquare, df, p });

export const categorical: OracleFamily = {
  compute: (table, given) => {
    // R's `uniroot` stops at eps^¼, and fisher.test shows it in the fifth digit.
    const searchTolerance = Number.EPSILON ** 0.25;
    const report = crossTabulate(table, { ...optionsSchema.parse(given), searchTolerance });
    const { tests, association, twoByTwo, fisherExact: fisher } = report;
    const named = (values: readonly (readonly number[])[]) => ({
      ...{ rows: [...report.rows], cols: [...report.columns] },
      values: values.map((row) => [...row]),
    });
    const proportions = report.lastColumn.map((row) => {
      const keys = {
        ...{ x: row.x, n: row.n, p: row.proportion, wilson95: row.wilson, wald95: row.wald },
        ...{ wilson_cc95: row.wilsonContinuityCorrected, clopper_pearson95: row.clopperPearson },
      };
      return [row.level, keys] as const;
    });
    return {
      n: report.n,
      table: named(report.counts),
      chisq: tests.ok ? testKeys(tests.pearson) : undefined,
      chisq_yates: tests.ok && tests.yates ? testKeys(tests.yates) : undefined,
      g_likelihood_ratio: tests.ok ? tests.likelihoodRatio.chiSquare : undefined,
      expected_min: tests.ok ? tests.smallestExpected : undefined,
      adjusted_residuals: tests.ok ? named(tests.adjustedResiduals) : undefined,
      phi: association?.phi ?? undefined,
      cramers_v: association?.cramersV,
      cramers_v_bias_corrected: association?.cramersVBiasCorrected,
      contingency_c: association?.contingencyCoefficient,
      odds_ratio: twoByTwo?.ok
        ? { or: twoByTwo.oddsRatio.value, ci95_wald: twoByTwo.oddsRatio.interval ?? undefined }
        : undefined,
      fisher: fisher?.ok
        ? { p: fisher.p, or_conditional: fisher.conditionalOddsRatio, ci95: fisher.interval }
        : undefined,
      proportion_last_column: Object.fromEntries(proportions),
    };
  },
  tolerances: [[/^fisher\./, 'fisher']],
};
