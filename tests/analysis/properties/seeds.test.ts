import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportAgreement } from '#analysis/agreement/report-agreement.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import { countFactors } from '#analysis/psychometrics/exploratory/count-factors.ts';
import { exploreFactors } from '#analysis/psychometrics/exploratory/explore-factors.ts';
import { sampleColumns } from '../support/sample-columns.ts';
import { tableOf } from '../support/table-of.ts';

const fixed = { seed: 20261125, numRuns: 30 };
const few = { ...fixed, numRuns: 2 };
const table = tableOf(sampleColumns({ seed: 3, n: 90, k: 6 }));
const items = ['i1', 'i2', 'i3', 'i4', 'i5', 'i6'];

describe('seeded generators', () => {
  it('run side by side without touching each other', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (one, two) => {
        const alone = [one, two].map((seed) => {
          const generator = seededGenerator(seed);
          return Array.from({ length: 50 }, generator);
        });
        const [a, b] = [seededGenerator(one), seededGenerator(two)];
        const beside = Array.from({ length: 50 }, () => [a(), b()] as const);
        expect(beside.map(([x]) => x)).toEqual(alone[0]);
        expect(beside.map(([, y]) => y)).toEqual(alone[1]);
        expect(one === two || alone[0]?.join() !== alone[1]?.join()).toBe(true);
      }),
      fixed,
    );
  });

  it('draw from [0, 1)', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const generator = seededGenerator(seed);
        const drawn = Array.from({ length: 400 }, generator);
        expect(drawn.every((value) => value >= 0 && value < 1)).toBe(true);
        const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
        expect(Math.abs(mean - 0.5)).toBeLessThan(0.1);
      }),
      fixed,
    );
  });
});

/** What draws at random, started several times at once. */
const drawing = [
  [
    'parallel analysis',
    (seed: number) =>
      countFactors(table, { items, correlation: 'pearson', draws: 20, seed, most: 3 }),
  ],
  [
    'random starts of a rotation',
    (seed: number) =>
      exploreFactors(table, {
        ...{ items, factors: 2, correlation: 'pearson', method: 'minres', rotation: 'oblimin' },
        ...{ randomStarts: 3, seed },
      }),
  ],
  [
    'bootstrap intervals',
    (seed: number) => reportAgreement(table, { raters: items, level: 0.95, draws: 40, seed }),
  ],
] as const;

describe.each(drawing)('%s', (name, compute) => {
  it('gives the same for the same seed, whatever else is drawn meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const alone = compute(seed);
        const [here, , there] = await Promise.all(
          [seed, seed + 1, seed].map((one) => Promise.resolve().then(() => compute(one))),
        );
        expect(here).toEqual(alone);
        expect(there).toEqual(alone);
      }),
      few,
    );
    // The maximum of a rotation should not depend on the seed; what is drawn does.
    if (name !== 'random starts of a rotation') expect(compute(1)).not.toEqual(compute(2));
  });
});
