import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countValuesByLevel } from '#analysis/numeric/count-values-by-level.ts';
import { numberValues } from '#analysis/numeric/number-values.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';

function expectSameAsSort(values: readonly number[]): void {
  const numbered = numberValues(Float64Array.from(values));
  const distinct = new Set(
    values.filter((value) => !Number.isNaN(value)).map((value) => value + 0),
  );
  expect([...numbered.values]).toEqual([...distinct].sort((a, b) => a - b));
  const back = Array.from(numbered.index, (number) => numbered.values[number] ?? NaN);
  expect(back).toEqual(values.map((value) => value + 0));
}

it('numbers what a sort finds; NaN is nothing, −0 is 0', () => {
  expectSameAsSort([2, NaN, -0, 0, 2, 1e-300, -Infinity]);
  expectSameAsSort([]);
  fc.assert(fc.property(fc.array(fc.double()), expectSameAsSort));
});

it('numbers more distinct values than it first has room for', () => {
  const random = seededGenerator(11);
  expectSameAsSort(Array.from({ length: 20_000 }, () => Math.floor(15_000 * random()) / 7));
});

it('counts by level as counting by hand', () => {
  const numbered = numberValues(Float64Array.of(5, 3, NaN, 5, 3, 5));
  const counts = countValuesByLevel(numbered, Int32Array.of(0, 1, 1, 0, 0, 2), 4);
  expect(counts.map((own) => [...own])).toEqual([
    [1, 2],
    [1, 0],
    [0, 1],
    [0, 0],
  ]);
});
