import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '#analysis/errors.ts';
import { mayShowFilter, type FilterCondition } from '#analysis/suppression/may-show-filter.ts';

const levels = { site: ['A', 'B', 'C'], language: ['en', 'ar'], role: ['nurse', 'doctor'] };
type Person = Record<keyof typeof levels, string>;
const person: fc.Arbitrary<Person> = fc.record({
  site: fc.constantFrom(...levels.site),
  language: fc.constantFrom(...levels.language),
  role: fc.constantFrom(...levels.role),
});

function matching(people: readonly Person[], filter: readonly FilterCondition[]): number[] {
  return [...people.keys()].filter((index) =>
    filter.every(({ dimension, level }) => people[index]?.[dimension as keyof Person] === level),
  );
}

/** Every filter over the three dimensions. */
function allFilters(): FilterCondition[][] {
  return Object.entries(levels).reduce<FilterCondition[][]>(
    (all, [dimension, options]) =>
      all.flatMap((filter) => [
        filter,
        ...options.map((level) => [...filter, { dimension, level }]),
      ]),
    [[]],
  );
}

const ask = (people: readonly Person[], filter: readonly FilterCondition[], k: number) => {
  const countOf = (f: readonly FilterCondition[]) => matching(people, f).length;
  return mayShowFilter({ filter, levels, countOf, minimumCellSize: k });
};

describe('filters over several dimensions', () => {
  it('asking everything, no two answers differ by fewer than k people of a nested filter', () => {
    fc.assert(
      fc.property(
        fc.array(person, { maxLength: 90 }),
        fc.integer({ min: 2, max: 8 }),
        (people, k) => {
          const shown = allFilters().filter((filter) => ask(people, filter, k).shown);
          for (const filter of shown) {
            const rows = matching(people, filter);
            expect(rows.length).toBeGreaterThanOrEqual(k);
            for (const wider of shown) {
              const isNested = wider.every((condition) =>
                filter.some(
                  (c) => c.dimension === condition.dimension && c.level === condition.level,
                ),
              );
              const difference = matching(people, wider).length - rows.length;
              if (isNested) expect(difference === 0 || difference >= k).toBe(true);
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('asking all levels one after the other does not leave a small remainder', () => {
    fc.assert(
      fc.property(
        fc.array(person, { maxLength: 90 }),
        fc.integer({ min: 2, max: 8 }),
        (people, k) => {
          for (const within of allFilters()) {
            if (!ask(people, within, k).shown) continue;
            for (const [dimension, options] of Object.entries(levels)) {
              if (within.some((condition) => condition.dimension === dimension)) continue;
              const answers = options.map((level) =>
                ask(people, [...within, { dimension, level }], k),
              );
              const shown = answers.reduce((sum, a) => sum + (a.shown ? a.n : 0), 0);
              const rest = matching(people, within).length - shown;
              expect(rest === 0 || rest >= k).toBe(true);
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each<[string, FilterCondition[]]>([
    ['an unknown level', [{ dimension: 'site', level: 'Z' }]],
    ['an unknown dimension', [{ dimension: 'age', level: 'A' }]],
    [
      'a dimension twice',
      [
        { dimension: 'site', level: 'A' },
        { dimension: 'site', level: 'B' },
      ],
    ],
  ])('%s is refused', (_, filter) => {
    expect(() => ask([], filter, 2)).toThrow(DomainError);
  });

  it('tells a small filter from one that would give others away, without its size', () => {
    const people = [
      ...Array.from({ length: 30 }, () => ({ site: 'A', language: 'en', role: 'nurse' })),
      ...Array.from({ length: 12 }, () => ({ site: 'B', language: 'en', role: 'nurse' })),
      ...Array.from({ length: 4 }, () => ({ site: 'C', language: 'en', role: 'nurse' })),
    ];
    const site = (level: string) => ask(people, [{ dimension: 'site', level }], 10);
    expect(ask(people, [], 10)).toEqual({ shown: true, n: 46 });
    expect(site('A')).toEqual({ shown: true, n: 30 });
    expect(site('B')).toEqual({ shown: false, reason: 'differencing' });
    expect(site('C')).toEqual({ shown: false, reason: 'below-minimum' });
  });
});
