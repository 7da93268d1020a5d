import { z } from 'zod';
import { fP } from '#analysis/numeric/f-p.ts';
import {
  intraclassForms,
  type IntraclassCorrelation,
} from '#analysis/reliability/intraclass-correlations.ts';
import { reportRetest } from '#analysis/reliability/report-retest.ts';
import type { OracleFamily } from '../family.ts';
import type { Tree } from '../tree.ts';

const optionsSchema = z.object({
  positive: z.array(z.string()),
  negative: z.array(z.string()),
  suffixes: z.array(z.string()),
  min_category: z.number().nullish(),
  max_category: z.number().nullish(),
});

function leaves(found: IntraclassCorrelation) {
  if (!found.ok) return undefined;
  const { value, f, degreesOfFreedom, p, interval } = found;
  return {
    ...{ icc: value, F: f, df1: degreesOfFreedom[0], df2: degreesOfFreedom[1], p },
    ...{ ci95_low: interval?.[0], ci95_high: interval?.[1] },
  };
}

/** irr tests absolute agreement with the degrees of freedom of the interval. */
function irrAgreement(found: IntraclassCorrelation): Tree {
  const own = leaves(found);
  const v = found.ok ? found.intervalDegreesOfFreedom : undefined;
  return own && v !== undefined ? { ...own, df2: v, p: fP(own.F, own.df1, v) } : undefined;
}

export const iccRetest: OracleFamily = {
  compute: (table, given) => {
    const options = optionsSchema.parse(given);
    const { positive, negative, suffixes } = options;
    const report = reportRetest(table, {
      level: 0.95,
      scale: {
        ...{ items: [...positive, ...negative], reverse: negative, suffixes },
        minCategory: options.min_category ?? undefined,
        maxCategory: options.max_category ?? undefined,
      },
    });
    if ('reason' in report) return {};
    const { intraclassCorrelations: icc, measurementError: error, change } = report;
    const { limitsOfAgreement: limits } = report;
    const [first, second] = report.measurements;
    const average = leaves(icc.ICC2k);
    return {
      n: report.nComplete,
      ...{ mean_t1: first?.mean, mean_t2: second?.mean, sd_t1: first?.sd, sd_t2: second?.sd },
      pearson: report.pearson,
      psych_six: Object.fromEntries(intraclassForms.map((form) => [form, leaves(icc[form])])),
      irr: {
        oneway_consistency_single: leaves(icc.ICC1),
        oneway_consistency_average: leaves(icc.ICC1k),
        twoway_consistency_single: leaves(icc.ICC3),
        twoway_consistency_average: leaves(icc.ICC3k),
        twoway_agreement_single: irrAgreement(icc.ICC2),
        twoway_agreement_average: average && { icc: average.icc, F: average.F, df1: average.df1 },
      },
      sem_agreement_from_icc: error.standardErrorOfMeasurementAgreement,
      sem_consistency_from_diff: error.standardErrorOfMeasurementConsistency,
      sdc95_individual: error.smallestDetectableChange95Consistency,
      sdc95_from_sem_agreement: error.smallestDetectableChange95Agreement,
      bland_altman: limits?.ok
        ? {
            ...{ mean_diff: limits.meanDifference, sd_diff: limits.standardDeviation },
            ...{ loa_low: limits.lower, loa_high: limits.upper },
          }
        : undefined,
      paired_t: change?.ok ? { t: change.t, df: change.degreesOfFreedom, p: change.p } : undefined,
    };
  },
  tolerances: [
    [/\.p$/, 'p'],
    [/\.ci95_(low|high)$/, 'ci'],
  ],
};
