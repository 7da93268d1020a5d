import { expect, it } from 'vitest';
import { runsAnalysis } from '#analysis/monitoring/rules/runs-analysis.ts';

const limits = { centre: 0, lower: -3, upper: 3, innerLower: -2, innerUpper: 2 };
/** Points that lie above and below the line in turn. */
const points = (length: number) =>
  Array.from({ length }, (_, index) => ({
    ...{ index, value: index % 2 === 0 ? 1 : -1, stage: 0, isBaseline: true, ...limits },
  }));

// binom.ppf(.05, n − 1, .5) of SciPy 1.17.1.
it.each([
  [11, 2],
  [101, 42],
  [1031, 489],
  [1075, 510],
  [1500, 718],
  [20_001, 9884],
])('of %i points it wants at least %i crossings', (length, fewest) => {
  expect(runsAnalysis(points(length))).toMatchObject({
    ...{ useful: length, crossings: length - 1, fewestCrossings: fewest, isSignal: false },
  });
});
