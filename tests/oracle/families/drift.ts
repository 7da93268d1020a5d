import { z } from 'zod';
import { jensenShannonDistance } from '#analysis/monitoring/drift/jensen-shannon-distance.ts';
import { populationStabilityIndex } from '#analysis/monitoring/drift/population-stability-index.ts';
import { reportDrift } from '#analysis/monitoring/drift/report-drift.ts';
import { sharesOfCounts } from '#analysis/monitoring/drift/shares-of-counts.ts';
import type { OracleFamily } from '../family.ts';

const optionsSchema = z
  .object({ sample_column: z.string(), reference: z.string(), current: z.string() })
  .transform(({ sample_column: sample, ...samples }) => ({ ...samples, sample }));

export const drift: OracleFamily = {
  compute: (table, given) => {
    const report = reportDrift(table, {
      ...optionsSchema.parse(given),
      ...{ numbers: ['score'], categories: ['answer'] },
    });
    const { score } = report.numbers;
    const { answer } = report.categories;
    const numbers = score?.ok ? score : undefined;
    const categories = answer?.ok ? answer : undefined;
    const test = categories?.chiSquare.ok ? categories.chiSquare.pearson : undefined;
    return {
      ...{ n_ref: report.nReference, n_cur: report.nCurrent, decile_cuts: numbers?.cuts },
      share_ref: numbers && sharesOfCounts(numbers.reference),
      share_cur: numbers && sharesOfCounts(numbers.current),
      psi_score: numbers && populationStabilityIndex(numbers.reference, numbers.current),
      share_ref_answer: categories && sharesOfCounts(categories.reference),
      share_cur_answer: categories && sharesOfCounts(categories.current),
      psi_answer_categories:
        categories && populationStabilityIndex(categories.reference, categories.current),
      jensen_shannon_distance_answer:
        categories && jensenShannonDistance(categories.reference, categories.current),
      ks: { D: numbers?.kolmogorovSmirnov.statistic, p: numbers?.kolmogorovSmirnov.p },
      wasserstein1_score: numbers?.wasserstein,
      chisq_answer: { chisq: test?.chiSquare, df: test?.df, p: test?.p },
    };
  },
  tolerances: [[/^ks\.p$/, 'ks_p']],
};
