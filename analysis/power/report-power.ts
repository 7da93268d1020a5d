import { correlationSampleSize } from './correlation-sample-size.ts';
import { marginSampleSize } from './margin-sample-size.ts';
import { proportionsSampleSize } from './proportions-sample-size.ts';
import { tTestPower } from './t-test-power.ts';
import { tTestSampleSize } from './t-test-sample-size.ts';

export interface PowerOptions {
  /** Standardised difference of two groups; of pairs. */
  readonly d?: number | undefined;
  readonly dz?: number | undefined;
  readonly p1?: number | undefined;
  readonly p2?: number | undefined;
  /** Expected correlation. */
  readonly r?: number | undefined;
  /** Margin of error of a proportion, and the size of the population. */
  readonly margin?: number | undefined;
  readonly population?: number | undefined;
  /** Respondents per group there will be. */
  readonly n?: number | undefined;
  /** Wanted power, default .8; two-sided significance level, default .05. */
  readonly power?: number | undefined;
  readonly alpha?: number | undefined;
}

export interface PowerReport {
  readonly power: number;
  readonly alpha: number;
  /** Sample sizes are not rounded; null where the options say nothing of it. */
  readonly nPerGroupTwoSampleT: number | null;
  readonly nPairsPairedT: number | null;
  readonly powerTwoSampleT: number | null;
  readonly nPerGroupTwoProportions: number | null;
  readonly nCorrelation: number | null;
  readonly nProportionMargin: number | null;
  readonly nProportionMarginFinitePopulation: number | null;
}

/**
 * How many respondents a study needs, and what power those it will have give.
 *
 * See the functions composed; every answer whose ingredients are given.
 *
 * @param options effect sizes, wanted power, significance level.
 * @returns sample sizes, to be rounded up, and power.
 * @remarks Missing data: sizes count complete cases.
 * @throws DomainError 'power', 'margin'.
 * @see Cohen, J. (1988). Statistical Power Analysis for the Behavioral Sciences (2nd ed.). Reference values: R 4.2.2
 *   `power.t.test`, `power.prop.test`.
 */
export function reportPower(options: PowerOptions): PowerReport {
  const { d, dz, p1, p2, r, margin, population, n, power = 0.8, alpha = 0.05 } = options;
  const level = 1 - alpha;
  const has = (value: number | undefined): value is number => value !== undefined;
  return {
    ...{ power, alpha },
    nPerGroupTwoSampleT: has(d) ? tTestSampleSize('two-sample', d, power, alpha) : null,
    nPairsPairedT: has(dz) ? tTestSampleSize('paired', dz, power, alpha) : null,
    powerTwoSampleT: has(d) && has(n) ? tTestPower('two-sample', n, d, alpha) : null,
    nPerGroupTwoProportions:
      has(p1) && has(p2) ? proportionsSampleSize(p1, p2, power, alpha) : null,
    nCorrelation: has(r) ? correlationSampleSize(r, power, alpha) : null,
    nProportionMargin: has(margin) ? marginSampleSize(margin, Infinity, level) : null,
    nProportionMarginFinitePopulation:
      has(margin) && has(population) ? marginSampleSize(margin, population, level) : null,
  };
}
