import type { Interval } from '../estimate.ts';
import { meanInterval } from '../groups/mean-interval.ts';
import { quantileOfSorted } from './quantile-of-sorted.ts';
import { shapeTypes, type ShapeTypes } from './shape-types.ts';

export interface ValueDescription {
  readonly n: number;
  readonly missing: number;
  /** Undefined where nobody answered; spread and shape where they need more or other answers. */
  readonly mean?: number;
  readonly sd?: number;
  readonly variance?: number;
  readonly standardError?: number;
  readonly interval95?: Interval;
  readonly median?: number;
  readonly quartiles?: Interval;
  /** 1.4826 times the median absolute deviation. */
  readonly mad?: number;
  /** Mean without the lowest and the highest tenth. */
  readonly trimmedMean?: number;
  readonly min?: number;
  readonly max?: number;
  /** The smallest of the commonest values. */
  readonly mode?: number;
  readonly skewness?: ShapeTypes;
  readonly kurtosis?: ShapeTypes;
}

function commonest(sorted: Float64Array): number {
  let [mode, most, run] = [NaN, 0, 0];
  sorted.forEach((value, place) => {
    run = value === sorted[place - 1] ? run + 1 : 1;
    if (run > most) [mode, most] = [value, run];
  });
  return mode;
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * The description of one variable: centre, spread, shape.
 *
 * x̄ = Σx/n; s² = Σ(x − x̄)²/(n − 1); x̄ ± t s/√n; quantiles of type 7; 1.4826 · median |x − median|; mean
 * without ⌊n/10⌋ values at each end; shape as in `shapeTypes`.
 *
 * @param values one per respondent; missing is NaN.
 * @returns centre and range in the unit of the values.
 * @remarks Missing data: left out and counted. Nobody answered: n and missing alone. One answer: no spread.
 *   No variance: no shape.
 * @throws never.
 * @see Hampel, F. R. (1974). https://doi.org/10.1080/01621459.1974.10482962 (MAD); Joanes & Gill (1998), as
 *   `shapeTypes`. Reference values: psych 2.2.9 `describe`, R 4.2.2 `quantile`.
 */
export function describeValues(values: Float64Array): ValueDescription {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const n = sorted.length;
  const missing = values.length - n;
  if (n === 0) return { n, missing };
  const centre = mean(sorted);
  const power = (r: number) => sorted.reduce((sum, x) => sum + (x - centre) ** r, 0) / n;
  const median = quantileOfSorted(sorted, 0.5);
  const cut = Math.floor(n / 10);
  const [min, max] = [sorted[0] ?? NaN, sorted[n - 1] ?? NaN];
  const description = {
    ...{ n, missing, mean: centre, median, min, max },
    quartiles: [quantileOfSorted(sorted, 0.25), quantileOfSorted(sorted, 0.75)] as const,
    mad: 1.4826 * quantileOfSorted(sorted.map((x) => Math.abs(x - median)).sort(), 0.5),
    trimmedMean: mean(sorted.subarray(cut, n - cut)),
    mode: commonest(sorted),
  };
  if (n < 2) return description;
  const variance = max > min ? (power(2) * n) / (n - 1) : 0;
  const sd = Math.sqrt(variance);
  const spread = {
    ...{ variance, sd, standardError: sd / Math.sqrt(n) },
    interval95: meanInterval({ n, mean: centre, sd }),
  };
  if (variance === 0) return { ...description, ...spread };
  return { ...description, ...spread, ...shapeTypes(n, power(2), power(3), power(4)) };
}
