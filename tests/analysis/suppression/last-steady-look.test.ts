import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastSteadyLook } from '#analysis/suppression/last-steady-look.ts';
import type { Tally } from '#analysis/suppression/steady-looks.ts';

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
/** Totals after each step, from what each step brings to each group. */
const totalsOf = (steps: readonly (readonly number[])[]): Tally[][] =>
  steps.map((_, step) =>
    (steps[0] ?? []).map((__, group) => ({
      x: 0,
      n: sum(steps.slice(0, step + 1).map((brought) => brought[group] ?? 0)),
    })),
  );

type Look = NonNullable<ReturnType<typeof lastSteadyLook>>;
/** What a reader sees who looks after every step; the same totals are one look. */
function looksOf(steps: readonly (readonly Tally[])[], k: number): Look[] {
  const seen = new Map<number, Look>();
  for (const end of steps.keys()) {
    const look = lastSteadyLook(steps.slice(0, end + 1), k);
    if (look) seen.set(look.step, look);
  }
  return [...seen.values()];
}

/** Fewest people of any set that is a sum of 0/±1 times of these rows; a row holds 0/1 for each atom. */
function fewestOf(rows: readonly (readonly number[])[], people: readonly number[]): number {
  const weights = people.map(() => 0);
  let fewest = Infinity;
  const go = (row: number): void => {
    const own = rows[row];
    if (!own) {
      if (weights.some((weight) => weight !== 0 && weight !== 1)) return;
      const n = sum(weights.map((weight, atom) => weight * (people[atom] ?? 0)));
      if (n > 0) fewest = Math.min(fewest, n);
      return;
    }
    for (const times of [0, 1, -1]) {
      own.forEach((one, atom) => (weights[atom] = (weights[atom] ?? 0) + times * one));
      go(row + 1);
      own.forEach((one, atom) => (weights[atom] = (weights[atom] ?? 0) - times * one));
    }
  };
  go(0);
  return fewest;
}

describe('totals of groups that grow', () => {
  // Two groups and those whom no group names; of a step all together are none or at least k, as a chart shows.
  const cases = fc
    .tuple(
      fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.oneof(fc.constant(0), fc.nat(3))), {
        minLength: 2,
        maxLength: 5,
      }),
      fc.integer({ min: 2, max: 5 }),
    )
    .map(([steps, k]) => ({ k, steps: steps.filter((step) => sum(step) >= k) }));

  it(
    'no sum or difference of looks after each step, and of the steps, leaves fewer than k',
    { timeout: 120_000 },
    () => {
      let looked = 0;
      fc.assert(
        fc.property(cases, ({ steps, k }) => {
          const looks = looksOf(totalsOf(steps), k);
          looked += looks.length;
          const totals = totalsOf(steps);
          // That a group has nobody is told: what came of it until then is known to be empty.
          const isKnownEmpty = (at: number, group: number) =>
            group < 2 &&
            looks.some(({ step, shown }) => {
              const n = totals[step]?.[group]?.n;
              return shown[group] === true && n === 0 && at <= step;
            });
          const places = steps
            .flatMap((brought, step) => brought.map((people, group) => ({ people, step, group })))
            .filter(({ step, group }) => !isKnownEmpty(step, group));
          const rows = [
            ...steps.map((_, step) => places.map((place) => Number(place.step === step))),
            ...looks.flatMap(({ step, shown }) =>
              [0, 1]
                .filter((group) => shown[group] && totals[step]?.[group]?.n !== 0)
                .map((group) =>
                  places.map((place) => Number(place.group === group && place.step <= step)),
                ),
            ),
          ];
          const fewest = fewestOf(
            rows,
            places.map(({ people }) => people),
          );
          expect(fewest, JSON.stringify({ steps, looks })).toBeGreaterThanOrEqual(k);
        }),
        { numRuns: 200, seed: 4 },
      );
      expect(looked).toBeGreaterThan(200);
    },
  );

  it.each<[string, number[][], number | null, boolean[]]>([
    [
      'by enough each: every step is shown',
      [
        [20, 30, 0],
        [10, 40, 0],
      ],
      1,
      [true, true, false],
    ],
    [
      'by too few of one: the step waits',
      [
        [20, 30, 0],
        [9, 40, 0],
      ],
      0,
      [true, true, false],
    ],
    [
      'until the next: both are added',
      [
        [20, 30, 0],
        [9, 40, 0],
        [1, 40, 0],
      ],
      2,
      [true, true, false],
    ],
    [
      'none of one at all',
      [
        [20, 30, 0],
        [0, 40, 0],
      ],
      1,
      [true, true, false],
    ],
    [
      'a group without cases, of which it is told that there are none',
      [
        [20, 30, 0, 0],
        [10, 40, 0, 0],
      ],
      1,
      [true, true, true, false],
    ],
    [
      'that it came, where others grew by too few',
      [
        [20, 6, 0, 6],
        [20, 2, 30, 1],
      ],
      0,
      [true, false, true, false],
    ],
    [
      'unnamed ones by too few',
      [
        [20, 30, 15],
        [20, 30, 4],
      ],
      0,
      [true, true, false],
    ],
    [
      'a group that becomes large enough',
      [
        [4, 30, 20],
        [16, 30, 20],
      ],
      1,
      [true, true, false],
    ],
    [
      'one unnamed: the smaller group covers it',
      [
        [20, 30, 0],
        [20, 30, 1],
      ],
      1,
      [false, true, false],
    ],
    [
      'hidden two of which each is shown once, by few',
      [
        [10, 30, 9, 8, 0],
        [4, 20, 5, 1, 0],
        [9, 20, 10, 1, 0],
      ],
      1,
      [false, true, true, false, false],
    ],
    ['nobody is enough', [[3, 2, 0]], null, []],
  ])('%s', (_, steps, step, shown) => {
    const look = lastSteadyLook(totalsOf(steps), 10);
    expect(look?.step ?? null).toBe(step);
    expect(look?.shown ?? []).toEqual(shown);
  });

  it('a group whose cases are not counted is hidden as one of few, unlike a group without any', () => {
    const steps = [
      [
        { x: 0, n: 40 },
        { x: 0, n: 0, uncounted: 1 },
        { x: 0, n: 0 },
        { x: 0, n: 0 },
      ],
    ];
    expect(lastSteadyLook(steps, 10)?.shown).toEqual([true, false, true, false]);
  });

  it('a number that is put right by a few waits, by many or with others is shown', () => {
    const of = (...steps: [number, number][][]) =>
      lastSteadyLook(
        steps.map((step) => [...step.map(([x, n]) => ({ x, n })), { x: 0, n: 0 }]),
        10,
      )?.step;
    const [first, other] = [
      [5, 50],
      [6, 60],
    ] as [number, number][];
    if (!first || !other) throw new Error('two groups');
    expect(of([first, other], [[8, 50], other])).toBe(0);
    expect(of([first, other], [[25, 50], other])).toBe(1);
    expect(
      of(
        [first, other],
        [[8, 50], other],
        [
          [9, 70],
          [7, 80],
        ],
      ),
    ).toBe(2);
  });
});
