import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '#analysis/errors.ts';
import { isSameAnswer } from '#analysis/suppression/is-same-answer.ts';
import { guardCategories } from '#analysis/suppression/guard-categories.ts';
import { releaseDistributions } from '#analysis/suppression/release-distributions.ts';
import { suppressGroups } from '#analysis/suppression/suppress-groups.ts';

/**
 * Every 0/±1 combination of published margins (shown groups and the total): the sets of groups whose
 * sum an attacker can compute as a plain sum.
 */
function computableSets(shown: readonly boolean[]): number[][] {
  const sets: number[][] = [];
  const visible = [...shown.keys()].filter((index) => shown[index] === true);
  for (const total of [0, 1]) {
    for (let code = 0; code < 3 ** visible.length; code += 1) {
      const weight = shown.map(() => total);
      visible.forEach((group, position) => {
        weight[group] = total + (Math.floor(code / 3 ** position) % 3) - 1;
      });
      if (weight.every((w) => w === 0 || w === 1) && weight.includes(1)) {
        sets.push([...weight.keys()].filter((group) => weight[group] === 1));
      }
    }
  }
  return sets;
}

const sizes = fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 1, maxLength: 6 });
const minimum = fc.integer({ min: 2, max: 12 });

describe('suppression within one dimension', () => {
  it('no combination of published margins isolates fewer than k people', () => {
    fc.assert(
      fc.property(sizes, minimum, (ns, k) => {
        fc.pre(ns.reduce((sum, n) => sum + n, 0) >= k);
        const releases = suppressGroups({
          groups: ns.map((n) => ({ n })),
          minimumCellSize: k,
          totalShown: true,
        });
        const shown = releases.map((release) => release.shown);
        for (const set of computableSets(shown)) {
          const n = set.reduce((sum, group) => sum + (ns[group] ?? 0), 0);
          expect(n === 0 || n >= k, `${JSON.stringify(ns)} k ${k} set ${JSON.stringify(set)}`).toBe(
            true,
          );
          // Nor does any combination give exactly one hidden group.
          const people = set.filter((group) => (ns[group] ?? 0) > 0);
          expect(
            people.length === 1 &&
              shown[people[0] ?? 0] === false &&
              ns.filter((x) => x > 0).length > 1,
          ).toBe(false);
        }
      }),
    );
  });

  it('says nothing about a hidden group but why', () => {
    fc.assert(
      fc.property(sizes, minimum, (ns, k) => {
        const releases = suppressGroups({
          groups: ns.map((n) => ({ n })),
          minimumCellSize: k,
          totalShown: true,
        });
        releases.forEach((release, index) => {
          if (release.shown) expect(release.n).toBe(ns[index]);
          else expect(Object.keys(release).sort()).toEqual(['reason', 'shown']);
        });
      }),
    );
  });

  it.each<[string, number[], boolean, string[]]>([
    ['all large', [10, 12, 30], true, ['shown', 'shown', 'shown']],
    [
      'one small: the next smallest covers it',
      [4, 30, 12],
      true,
      ['below-minimum', 'shown', 'complementary'],
    ],
    [
      'two small, together large enough',
      [4, 6, 30],
      true,
      ['below-minimum', 'below-minimum', 'shown'],
    ],
    [
      'two small, together too few',
      [4, 5, 30],
      true,
      ['below-minimum', 'below-minimum', 'complementary'],
    ],
    ['an empty level covers nobody', [0, 10, 30], true, ['below-minimum', 'shown', 'shown']],
    [
      'an empty level beside a small one',
      [0, 4, 30],
      true,
      ['below-minimum', 'below-minimum', 'complementary'],
    ],
    ['no total, nothing to subtract from', [4, 30], false, ['below-minimum', 'shown']],
    ['one group only', [40], true, ['shown']],
    ['nobody', [], true, []],
  ])('%s', (_, ns, totalShown, expected) => {
    const releases = suppressGroups({
      groups: ns.map((n) => ({ n })),
      minimumCellSize: 10,
      totalShown,
    });
    expect(releases.map((release) => (release.shown ? 'shown' : release.reason))).toEqual(expected);
  });

  it('a minimum of one protects nobody and is refused', () => {
    expect(() => suppressGroups({ groups: [], minimumCellSize: 1, totalShown: true })).toThrow(
      DomainError,
    );
  });
});

describe('distributions within one dimension', () => {
  const counts = fc.array(
    fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 3, maxLength: 3 }),
    {
      minLength: 1,
      maxLength: 5,
    },
  );

  it('no combination of published distributions shows fewer than k answers or one answer', () => {
    fc.assert(
      fc.property(counts, minimum, (levels, k) => {
        const add = (set: readonly number[]) =>
          [0, 1, 2].map((a) => set.reduce((sum, level) => sum + (levels[level]?.[a] ?? 0), 0));
        const total = add([...levels.keys()]);
        const n = total.reduce((sum, count) => sum + count, 0);
        fc.pre(n >= k);
        const respondents = suppressGroups({
          groups: levels.map((level) => ({ n: level.reduce((sum, count) => sum + count, 0) })),
          minimumCellSize: k,
          totalShown: true,
        });
        const releases = releaseDistributions({ counts: levels, respondents, minimumCellSize: k });
        const shown = releases.map((release) => release.shown);
        shown.forEach((isShown, level) => {
          if (isShown) expect(respondents[level]?.shown).toBe(true);
        });
        if (isSameAnswer(total, k)) {
          expect(shown.includes(true)).toBe(false);
          return;
        }
        const singles = [...shown.keys()].filter((level) => shown[level] === true);
        const hidden = [...shown.keys()].filter((level) => shown[level] !== true);
        for (const set of [...singles.map((level) => [level]), hidden]) {
          const sum = add(set);
          const people = sum.reduce((a, b) => a + b, 0);
          if (people > 0) expect(people).toBeGreaterThanOrEqual(k);
          expect(isSameAnswer(sum, k), `${JSON.stringify(levels)} ${JSON.stringify(set)}`).toBe(
            false,
          );
        }
      }),
    );
  });

  it('one uniform level takes the smallest other with it', () => {
    const levels = [
      [20, 0],
      [11, 9],
      [15, 25],
    ];
    const respondents = levels.map(() => ({ shown: true, n: 20 }) as const);
    const releases = releaseDistributions({ counts: levels, respondents, minimumCellSize: 10 });
    expect(releases).toEqual([
      { shown: false, reason: 'same-answer' },
      { shown: false, reason: 'complementary' },
      { shown: true, n: 40 },
    ]);
  });
});

describe('hidden levels that agree', () => {
  it('take a shown level with them: total minus shown would say what all of them answered', () => {
    const levels = [
      [6, 0],
      [7, 0],
      [11, 9],
      [15, 25],
    ];
    const respondents = suppressGroups({
      groups: levels.map(([a = 0, b = 0]) => ({ n: a + b })),
      minimumCellSize: 10,
      totalShown: true,
    });
    expect(respondents.map(({ shown }) => shown)).toEqual([false, false, true, true]);
    const releases = releaseDistributions({ counts: levels, respondents, minimumCellSize: 10 });
    expect(releases.map((release) => (release.shown ? 'shown' : release.reason))).toEqual([
      'below-minimum',
      'below-minimum',
      'complementary',
      'shown',
    ]);
  });
});

describe('the same answer', () => {
  it.each<[number[], number, boolean]>([
    [[10, 0], 10, true],
    [[9, 1], 10, true],
    [[8, 2], 10, false],
    [[90, 9, 1], 10, false],
    [[91, 9], 10, true],
    [[991, 9], 10, true],
    [[990, 10], 10, false],
    [[99_600, 400], 10, true],
    [[9940, 20, 20, 20], 10, true],
    [[4, 1], 5, true],
    [[3, 2], 5, false],
    [[0, 0], 10, false],
  ])('%j with k = %d: %s', (counts, k, expected) => {
    expect(isSameAnswer(counts, k)).toBe(expected);
  });

  it('guarded percents', () => {
    expect(guardCategories([3, 4], 10)).toEqual({ shown: false, reason: 'below-minimum' });
    expect(guardCategories([0, 0], 10)).toEqual({ shown: false, reason: 'below-minimum' });
    expect(guardCategories([12, 0], 10)).toEqual({ shown: false, reason: 'same-answer' });
    expect(guardCategories([8, 4], 10)).toEqual({ shown: true, n: 12, percents: [67, 33] });
  });

  it('a shown distribution never says 100', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(20_000), { minLength: 1, maxLength: 6 }),
        minimum,
        (counts, k) => {
          const guarded = guardCategories(counts, k);
          if (guarded.shown) expect(guarded.percents).not.toContain(100);
        },
      ),
    );
  });
});
