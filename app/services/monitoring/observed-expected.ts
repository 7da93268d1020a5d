import { observedMinusExpected } from '#analysis/monitoring/outcomes/observed-minus-expected.ts';
import { isFewCases, type SeriesPoint } from './series.ts';
import type { Case } from './spread-cases.ts';

export type Difference = {
  /** Events less those expected, from the first period to the end of this one. */
  difference: number;
  /** How far chance alone takes it. */
  margin: number;
  cases: number;
};
/** Null: nothing was added. */
export type DifferencePoint = Difference | 'few' | null;

/**
 * Observed minus expected events, added up period by period. Periods of few cases are left out: the sum after one
 * less the sum before it would tell of them.
 */
export function differencesByPeriod(
  points: readonly SeriesPoint[],
  cases: readonly (Omit<Case, 'position'> & { period: number })[],
): DifferencePoint[] {
  const sizes = points.map(() => 0);
  for (const { period } of cases) sizes[period] = (sizes[period] ?? 0) + 1;
  const few = points.map(({ isFew }, period) => isFew || isFewCases(sizes[period] ?? 0));
  const counted = cases.filter(({ period }) => few[period] === false);
  const { differences, margins } = observedMinusExpected(
    counted.map(({ outcome }) => outcome),
    counted.map(({ risk }) => risk),
  );
  let after = 0;
  return sizes.map((size, period) => {
    if (few[period] === true) return 'few';
    if (size === 0) return null;
    after += size;
    const [difference = NaN, margin = NaN] = [differences[after - 1], margins[after - 1]];
    return { difference, margin, cases: after };
  });
}
