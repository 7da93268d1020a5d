import { z } from 'zod';
import { reportDataQuality } from '#analysis/data-quality/report-data-quality.ts';
import type { OracleFamily } from '../family.ts';
import type { Tree } from '../tree.ts';

const optionsSchema = z.object({
  items: z.array(z.string()),
  reverse: z.array(z.string()).optional(),
});

/** How many respondents the cases list. */
const LISTED = 20;
const first = (values: Float64Array, most = LISTED) => [...values.subarray(0, most)];

function momentTree(
  items: readonly string[],
  moments: ReturnType<typeof reportDataQuality>['emMoments'],
) {
  if (!moments.ok) return {};
  const { mean, covariance, logLik } = moments;
  const k = items.length;
  return {
    em_ml_means: Object.fromEntries(items.map((item, i) => [item, mean[i]] as const)),
    em_ml_covariance: {
      rows: [...items],
      cols: [...items],
      values: items.map((_, i) => [...covariance.subarray(i * k, (i + 1) * k)]),
    },
    em_loglik: logLik,
  } satisfies Record<string, Tree>;
}

export const dataQuality: OracleFamily = {
  compute: (table, given) => {
    const options = optionsSchema.parse(given);
    const { n, missing, emMoments, littleMcar, careless } = reportDataQuality(table, options);
    const { mahalanobis, flags } = careless;
    return {
      n,
      missing_cells: missing.cells,
      missing_pct: missing.percent,
      complete_cases: missing.completeCases,
      ...momentTree(options.items, emMoments),
      little_mcar: littleMcar.ok
        ? {
            chisq: littleMcar.chiSquare,
            df: littleMcar.degreesOfFreedom,
            p: littleMcar.p,
            patterns: littleMcar.patterns,
          }
        : undefined,
      careless_complete_rows: {
        n: careless.n,
        longstring_first20: first(careless.longString),
        longstring_max: careless.longestString,
        straightliners: careless.straightliners,
        irv_first20: first(careless.intraIndividualResponseVariability),
        mahalanobis_d2_first20: mahalanobis.ok ? first(mahalanobis.squaredDistances) : undefined,
        mahalanobis_flagged_p001: flags.find(({ index }) => index === 'mahalanobisP')?.flagged,
        person_total_r_first10: first(careless.personTotalCorrelation),
      },
    };
  },
  tolerances: [
    [/^em_/, 'em'],
    [/^little_mcar\.(chisq|p)$/, 'little_chisq_rel'],
  ],
};
