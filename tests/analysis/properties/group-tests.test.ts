import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bartlettTest } from '#analysis/groups/bartlett-test.ts';
import { compareManyGroups } from '#analysis/groups/compare-many-groups.ts';
import { compareTwoGroups } from '#analysis/groups/compare-two-groups.ts';
import { groupMoments } from '#analysis/groups/group-moments.ts';
import { kruskalWallis } from '#analysis/groups/kruskal-wallis.ts';
import { leveneTest } from '#analysis/groups/levene-test.ts';
import { oneWayAnova } from '#analysis/groups/one-way-anova.ts';
import { welchAnova } from '#analysis/groups/welch-anova.ts';
import { groupColumn } from '#analysis/table/group-column.ts';
import { largestDeviation } from '../support/largest-deviation.ts';
import { shuffled } from '../support/sample-columns.ts';
import { tableOf } from '../support/table-of.ts';

const fixed = { seed: 20261125, numRuns: 40 };
const score = fc.oneof(
  fc.integer({ min: 1, max: 7 }),
  fc.double({ min: -20, max: 20, noNaN: true }),
);
const rowsOf = (levels: readonly string[]) => {
  const groups = levels.map((group) =>
    fc
      .array(score, { minLength: 3, maxLength: 15 })
      .filter((values) => new Set(values).size > 1)
      .map((values) => values.map((value) => ({ group, value }))),
  );
  return fc.tuple(...groups).map((lists) => lists.flat());
};
type Row = { group: string; value: number };
const tableOfRows = (rows: readonly Row[]) =>
  tableOf({ group: rows.map(({ group }) => group), y: rows.map(({ value }) => value) });
const negative = ([low, high]: readonly [number, number]) => [-high, -low];

describe('two groups', () => {
  const compare = (rows: readonly Row[], [group1, group2] = ['a', 'b']) =>
    compareTwoGroups(tableOfRows(rows), { outcome: 'y', group: 'group', group1, group2 });

  it('do not depend on the order of rows', () => {
    fc.assert(
      fc.property(rowsOf(['a', 'b']), fc.integer(), (rows, seed) => {
        expect(largestDeviation(compare(shuffled(rows, seed)), compare(rows))).toBeLessThan(1e-9);
      }),
      fixed,
    );
  });

  it('change signs and nothing else when they change places', () => {
    fc.assert(
      fc.property(rowsOf(['a', 'b']), (rows) => {
        const [here, there] = [compare(rows), compare(rows, ['b', 'a'])];
        for (const test of ['welch', 'student'] as const) {
          const [a, b] = [here[test], there[test]];
          if (!a.ok || !b.ok) throw new Error('not estimable');
          expect(
            largestDeviation(
              { ...b, difference: -b.difference, t: -b.t, interval: negative(b.interval) },
              a,
            ),
          ).toBeLessThan(1e-9);
        }
        const [u, v] = [here.mannWhitney, there.mannWhitney];
        if (!u.ok || !v.ok) throw new Error('not estimable');
        const [n1 = NaN, n2 = NaN] = here.groups.map(({ n }) => n);
        expect(u.u + v.u).toBeCloseTo(n1 * n2, 9);
        expect(u.probabilityOfSuperiority + v.probabilityOfSuperiority).toBeCloseTo(1, 12);
        expect(v.rankBiserial.value).toBeCloseTo(-u.rankBiserial.value, 12);
        for (const p of ['pCorrected', 'pUncorrected', 'pExact'] as const) {
          expect(largestDeviation(v[p], u[p])).toBeLessThan(1e-9);
        }
        const effects = [here, there].map(({ effectSizes }) => effectSizes);
        const [d, e] = effects;
        if (!d?.ok || !e?.ok) throw new Error('not estimable');
        expect(e.hedgesG.value).toBeCloseTo(-d.hedgesG.value, 10);
        expect(largestDeviation(negative(e.hedgesG.interval), d.hedgesG.interval)).toBeLessThan(
          1e-6,
        );
        expect(largestDeviation(there.brownForsythe, here.brownForsythe)).toBeLessThan(1e-9);
        expect(largestDeviation(there.kolmogorovSmirnov, here.kolmogorovSmirnov)).toBeLessThan(
          1e-9,
        );
      }),
      fixed,
    );
  });
});

describe('several groups', () => {
  const levelsOf = ['a', 'b', 'c'];
  const rowsArbitrary = rowsOf(levelsOf);
  function testsOf(rows: readonly Row[], levels = levelsOf) {
    const grouping = groupColumn(tableOfRows(rows), 'group', levels);
    const values = Float64Array.from(rows, ({ value }) => value);
    const moments = groupMoments(values, grouping);
    const ranks = kruskalWallis(
      levels.map((level, place) => ({
        level,
        values: values.filter((_, row) => grouping.index[row] === place),
      })),
    );
    if (!ranks.ok) throw new Error(ranks.reason);
    const { pairs, ...kruskal } = ranks;
    return {
      pairs,
      ...{ welch: welchAnova(moments), anova: oneWayAnova(moments), kruskal },
      ...{ levene: leveneTest(values, grouping), bartlett: bartlettTest(moments) },
    };
  }

  it('do not depend on the order of rows', () => {
    fc.assert(
      fc.property(rowsArbitrary, fc.integer(), (rows, seed) => {
        expect(largestDeviation(testsOf(shuffled(rows, seed)), testsOf(rows))).toBeLessThan(1e-8);
      }),
      fixed,
    );
  });

  it('are the same whichever comes first, differences of mean ranks turn', () => {
    fc.assert(
      fc.property(rowsArbitrary, (rows) => {
        const { pairs: here, ...tests } = testsOf(rows);
        const { pairs: there, ...others } = testsOf(rows, ['c', 'b', 'a']);
        expect(largestDeviation(others, tests)).toBeLessThan(1e-8);
        for (const { first, second, z, pHolm } of here) {
          const pair = there.find((other) => other.first === second && other.second === first);
          expect(largestDeviation([pair?.z, pair?.pHolm], [-z, pHolm])).toBeLessThan(1e-9);
        }
      }),
      fixed,
    );
  });

  it('have pairs of means that turn with the order of the groups', () => {
    fc.assert(
      fc.property(rowsArbitrary, (rows) => {
        const table = tableOfRows(rows);
        const [here, there] = [levelsOf, ['c', 'b', 'a']].map((levels) =>
          compareManyGroups(table, { outcome: 'y', group: 'group', levels }),
        );
        for (const kind of ['gamesHowell', 'tukey'] as const) {
          const [pairs, others] = [here?.[kind], there?.[kind]];
          if (!pairs || !others || 'ok' in pairs || 'ok' in others) throw new Error('none');
          for (const { first, second, difference, p, interval } of pairs) {
            const pair = others.find((one) => one.first === second && one.second === first);
            expect(pair?.difference).toBeCloseTo(-difference, 9);
            expect(pair?.p).toBeCloseTo(p, 8);
            expect(largestDeviation(negative(pair?.interval ?? [NaN, NaN]), interval)).toBeLessThan(
              1e-6,
            );
          }
        }
      }),
      { ...fixed, numRuns: 2 },
    );
  });

  it('are, when there are two, what the tests of two groups say', () => {
    fc.assert(
      fc.property(rowsOf(['a', 'b']), (rows) => {
        const { welch: f, anova } = testsOf(rows, ['a', 'b']);
        const { welch, student } = compareTwoGroups(tableOfRows(rows), {
          ...{ outcome: 'y', group: 'group' },
        });
        if (!f.ok || !anova.ok || !welch.ok || !student.ok) throw new Error('not estimable');
        const squares = [welch.t ** 2, student.t ** 2, welch.p, student.p];
        expect(largestDeviation([f.f, anova.f, f.p, anova.p], squares)).toBeLessThan(1e-8);
      }),
      fixed,
    );
  });
});
