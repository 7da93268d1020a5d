import type { Estimate, NotEstimable } from '../../estimate.ts';
import type { Table } from '../../table/table.ts';
import { aucFromCounts, type AreaUnderCurve } from './auc-from-counts.ts';
import { averagePrecision } from './average-precision.ts';
import { compareAucPaired, type PairedAucs } from './compare-auc-paired.ts';
import { confusionAt, type Confusion, type ThresholdRule } from './confusion.ts';
import { ratesOfConfusion, type Rate, type RateName } from './rates-of-confusion.ts';
import { readPredictions } from './read-predictions.ts';
import { scoreCounts } from './score-counts.ts';
import { utilityOfConfusion, type Utility } from './utility-of-confusion.ts';
import { youdenThreshold, type YoudenThreshold } from './youden-threshold.ts';

export interface DiscriminationOptions {
  readonly outcome: string;
  readonly score: string;
  /** Another score of the same cases to compare with. */
  readonly score2?: string | undefined;
  readonly thresholds?: readonly number[] | undefined;
  readonly rule?: ThresholdRule | undefined;
  readonly level?: number | undefined;
}

export interface ThresholdReport extends Confusion {
  readonly threshold: number;
  readonly rates: Record<RateName, Rate>;
  readonly utility: Utility;
}

export interface DiscriminationReport {
  readonly n: number;
  readonly missing: number;
  readonly positives: number;
  readonly area: AreaUnderCurve | NotEstimable;
  readonly averagePrecision: Estimate;
  readonly youden: YoudenThreshold;
  readonly thresholds: readonly ThresholdReport[];
  readonly comparison?: PairedAucs;
}

/**
 * How well a score tells cases with an outcome from those without.
 *
 * See `aucFromCounts`, `averagePrecision`, `youdenThreshold`, `ratesOfConfusion`, `compareAucPaired`.
 *
 * @param table named columns.
 * @param options outcome of 0 and 1, score, another score, thresholds.
 * @returns the parts, each a result or the reason there is none.
 * @remarks Missing data: rows without outcome or a score are left out and counted.
 * @throws DomainError of `readPredictions`.
 * @see the parts. Reference values: pROC 1.18.0, R 4.2.2.
 */
export function reportDiscrimination(
  table: Table,
  options: DiscriminationOptions,
): DiscriminationReport {
  const { outcome, score, score2, thresholds = [], rule, level = 0.95 } = options;
  const names = score2 === undefined ? [score] : [score, score2];
  const { n, missing, outcomes, scores } = readPredictions(table, outcome, names);
  const [first = new Float64Array(), second] = scores;
  const counts = scoreCounts(outcomes, first);
  return {
    ...{ n, missing, positives: outcomes.reduce((sum, y) => sum + y, 0) },
    area: aucFromCounts(counts, level),
    averagePrecision: averagePrecision(counts),
    youden: youdenThreshold(counts),
    thresholds: thresholds.map((threshold) => {
      const confusion = confusionAt(outcomes, first, threshold, rule);
      const rates = ratesOfConfusion(confusion, level);
      return { threshold, ...confusion, rates, utility: utilityOfConfusion(confusion, threshold) };
    }),
    ...(second ? { comparison: compareAucPaired(outcomes, first, second, level) } : {}),
  };
}
