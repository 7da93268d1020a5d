import type { Interval, NotEstimable } from '../estimate.ts';
import { fP } from '../numeric/f-p.ts';
import { fQuantile } from '../numeric/f-quantile.ts';
import type { TwoWayMeanSquares } from './two-way-mean-squares.ts';

export const intraclassForms = ['ICC1', 'ICC2', 'ICC3', 'ICC1k', 'ICC2k', 'ICC3k'] as const;

/** Shrout and Fleiss; k: of the mean of all k measurements. */
export type IntraclassForm = (typeof intraclassForms)[number];

const definitions: Readonly<Record<IntraclassForm, string>> = {
  ICC1: 'one-way random, single measurement',
  ICC2: 'two-way random, absolute agreement, single measurement',
  ICC3: 'two-way mixed, consistency, single measurement',
  ICC1k: 'one-way random, mean of measurements',
  ICC2k: 'two-way random, absolute agreement, mean of measurements',
  ICC3k: 'two-way mixed, consistency, mean of measurements',
};

export type IntraclassCorrelation =
  | {
      readonly ok: true;
      /** Model, type and unit in words. */
      readonly definition: string;
      readonly value: number;
      /** Test of ICC = 0. */
      readonly f: number;
      readonly degreesOfFreedom: readonly [number, number];
      readonly p: number;
      /** Undefined where Satterthwaite's degrees of freedom vanish. */
      readonly interval: Interval | undefined;
      /** Satterthwaite's, of the interval; absolute agreement only. */
      readonly intervalDegreesOfFreedom: number | undefined;
    }
  | NotEstimable;

export type IntraclassCorrelations = Readonly<Record<IntraclassForm, IntraclassCorrelation>>;

/** Reliability of the mean of k measurements from that of one (Spearman–Brown); −∞ where subjects do not differ. */
function average(value: number, k: number): number {
  const variance = 1 + (k - 1) * value;
  return variance > 0 ? (k * value) / variance : -Infinity;
}

/** Form 1 and 3: the coefficient is a function of one F ratio. */
function fromRatio(squares: TwoWayMeanSquares, error: number, v2: number, level: number) {
  const { n, k, subjects } = squares;
  const v1 = n - 1;
  const f = subjects / error;
  const p = (1 + level) / 2;
  const bounds = [f / fQuantile(p, v1, v2), f * fQuantile(p, v2, v1)] as const;
  const single = (ratio: number) => (ratio === Infinity ? 1 : (ratio - 1) / (ratio + k - 1));
  const interval: Interval = [single(bounds[0]), single(bounds[1])];
  const test = { f, degreesOfFreedom: [v1, v2] as const, p: fP(f, v1, v2) };
  return { value: single(f), interval, ...test, intervalDegreesOfFreedom: undefined };
}

/** Below these degrees of freedom of Satterthwaite's the quantiles of F overflow and bound nothing. */
const FEWEST = 0.05;

/** Form 2: the mean square of measurements takes part, its degrees of freedom by Satterthwaite. */
function agreement(squares: TwoWayMeanSquares, level: number) {
  const { n, k, subjects: r, measurements: c, residual: e } = squares;
  const value = (r - e) / (r + (k - 1) * e + (k / n) * (c - e));
  const [v1, v2] = [n - 1, (n - 1) * (k - 1)];
  const f = r / e;
  const test = { f, degreesOfFreedom: [v1, v2] as const, p: fP(f, v1, v2) };
  if (e === 0 && c === 0) {
    return { value, interval: [1, 1] as const, ...test, intervalDegreesOfFreedom: undefined };
  }
  const a = (k * value) / (n * (1 - value));
  const b = 1 + a * (n - 1);
  const v = (a * c + b * e) ** 2 / ((a * c) ** 2 / (k - 1) + (b * e) ** 2 / v2);
  if (!(v > FEWEST))
    return { value, interval: undefined, ...test, intervalDegreesOfFreedom: undefined };
  const p = (1 + level) / 2;
  const [lower, upper] = [fQuantile(p, v1, v), fQuantile(p, v, v1)];
  const rest = k * c + (k * n - k - n) * e;
  const interval: Interval = [
    (n * (r - lower * e)) / (lower * rest + n * r),
    (n * (upper * r - e)) / (rest + n * upper * r),
  ];
  return { value, interval, ...test, intervalDegreesOfFreedom: v };
}

/**
 * The six intraclass correlations of Shrout and Fleiss with tests and confidence intervals.
 *
 * With mean squares R (subjects), C (measurements), E (residual), W (within): ICC1 = (R − W)/(R + (k − 1)W),
 * one-way random; ICC2 = (R − E)/(R + (k − 1)E + k(C − E)/n), two-way random, absolute agreement; ICC3 =
 * (R − E)/(R + (k − 1)E), two-way mixed, consistency. Of the mean of k: Spearman–Brown of each.
 *
 * @param squares of `twoWayMeanSquares`.
 * @param level confidence level in (0, 1).
 * @returns each in (−∞, 1], below .5 often read as poor, .75 as moderate, .9 as good; F tests ICC = 0.
 * @remarks Missing data: not in the mean squares. Subjects who do not differ have no reliability of a mean:
 *   'zero-variance'. Without any disagreement F is infinite and the interval [1, 1]. ICC2 has no interval where
 *   Satterthwaite's degrees of freedom vanish.
 * @throws never.
 * @see Shrout, P. E., Fleiss, J. L. (1979). Psychol Bull 86, 420–428. https://doi.org/10.1037/0033-2909.86.2.420;
 *   McGraw, K. O., Wong, S. P. (1996). https://doi.org/10.1037/1082-989X.1.1.30, with its correction in Psychol
 *   Methods 1, 390. Reference values: psych 2.2.9 `ICC`, irr 0.84.1 `icc`.
 */
export function intraclassCorrelations(
  squares: TwoWayMeanSquares,
  level = 0.95,
): IntraclassCorrelations {
  const { n, k, residual, within } = squares;
  const single = {
    ICC1: fromRatio(squares, within, n * (k - 1), level),
    ICC2: agreement(squares, level),
    ICC3: fromRatio(squares, residual, (n - 1) * (k - 1), level),
  };
  const averaged = (form: 'ICC1' | 'ICC2' | 'ICC3'): IntraclassCorrelation => {
    const own = single[form];
    const value = average(own.value, k);
    // The mean has no variance between subjects when R = 0.
    if (!(squares.subjects > 0 && value > -Infinity)) return { ok: false, reason: 'zero-variance' };
    const bounds = own.interval;
    const interval: Interval | undefined = bounds && [average(bounds[0], k), average(bounds[1], k)];
    return { ok: true, definition: definitions[`${form}k`], ...own, value, interval };
  };
  return {
    ICC1: { ok: true, definition: definitions.ICC1, ...single.ICC1 },
    ICC2: { ok: true, definition: definitions.ICC2, ...single.ICC2 },
    ICC3: { ok: true, definition: definitions.ICC3, ...single.ICC3 },
    ICC1k: averaged('ICC1'),
    ICC2k: averaged('ICC2'),
    ICC3k: averaged('ICC3'),
  };
}
