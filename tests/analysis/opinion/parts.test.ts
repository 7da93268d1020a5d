import { describe, expect, it } from 'vitest';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import { sparseMatrix } from '#analysis/numeric/sparse/sparse-matrix.ts';
import { countDimensions } from '#analysis/opinion/count-dimensions.ts';
import { divisionOf } from '#analysis/opinion/division-of.ts';
import { placeParticipants } from '#analysis/opinion/place-participants.ts';
import { representativeStatements } from '#analysis/opinion/representative-statements.ts';

// Values by hand from the definitions in the docstrings.

const counts = (agree: number, disagree: number, pass = 0) => ({
  ...{ agree, disagree, pass, seen: agree + disagree + pass },
});

describe('what sets a group apart', () => {
  it('is tested by the score test of two proportions, after Holm', () => {
    const [first, second] = representativeStatements([[counts(8, 2), counts(2, 8)]]);
    // p̄ = ½: z = .6 / √(¼ (1/10 + 1/10)) = 2.683282; 1 − Φ(z) = .003645179; four tests.
    expect(first).toMatchObject([{ statement: 0, answer: 'agree', within: 0.8, outside: 0.2 }]);
    expect(second).toMatchObject([{ statement: 0, answer: 'disagree', within: 0.8 }]);
    expect(first?.[0]?.z).toBeCloseTo(0.6 / Math.sqrt(0.05), 12);
    expect(first?.[0]?.p).toBeCloseTo(4 * 0.003645179, 8);
  });

  it('is nothing that less than half of it say, or that others say as well', () => {
    expect(representativeStatements([[counts(40, 60), counts(1, 99)]])[0]).toEqual([]);
    expect(representativeStatements([[counts(9, 1), counts(8, 2)]])).toEqual([[], []]);
  });
});

it('a statement divides as far as one group agrees and another disagrees', () => {
  const division = divisionOf([counts(8, 2), counts(1, 9), counts(3, 7)]);
  expect(division).toMatchObject({ agreeing: 0, disagreeing: 1 });
  expect(division?.value).toBeCloseTo(Math.sqrt(8.5 * 9.5) / 11, 12);
  expect(divisionOf([counts(9, 1), counts(6, 4)])).toBeNull();
});

/** Votes by participant; undefined: unseen. */
const votes = (rows: readonly (readonly (number | undefined)[])[]) =>
  sparseMatrix(
    rows.map(
      (row) =>
        new Map(row.flatMap((vote, at) => (vote === undefined ? [] : [[at, vote] as const]))),
    ),
    rows[0]?.length ?? 0,
  );

it('places are principal components of what was seen, moved outwards by how little that was', () => {
  const both = placeParticipants(votes([[1], [-1]]), 1, seededGenerator(1));
  expect([...both.values].map(Math.abs)).toEqual([expect.closeTo(1, 10), expect.closeTo(1, 10)]);
  expect((both.values[0] ?? 0) + (both.values[1] ?? 0)).toBeCloseTo(0, 10);
  expect(both.singularValues[0]).toBeCloseTo(Math.SQRT2, 10);
  // Four alike but for what the first saw: its coordinate shrinks by what is unseen and grows by √(2 / 1).
  const less = placeParticipants(
    votes([
      [1, undefined],
      [1, 1],
      [-1, -1],
      [-1, -1],
    ]),
    1,
    seededGenerator(1),
  );
  const [first = 0, second = 0] = less.values;
  expect(Math.sign(first)).toBe(Math.sign(second));
  expect(placeParticipants(votes([[undefined], [1], [-1]]), 1, seededGenerator(1)).values[0]).toBe(
    0,
  );
});

it('two camps make one direction, votes by chance hardly ever any', () => {
  const random = seededGenerator(3);
  const camps = Array.from({ length: 60 }, (_, row) =>
    Array.from({ length: 10 }, () => (random() < 0.1 ? 0 : row < 30 ? 1 : -1)),
  );
  expect(countDimensions(votes(camps), seededGenerator(1))).toBe(1);
  const byChance = Array.from({ length: 12 }, (_, seed) => {
    const chance = camps.map((row) => row.map(() => (random() < 0.5 ? 1 : -1)));
    return countDimensions(votes(chance), seededGenerator(seed));
  });
  // A test at 5 %.
  expect(byChance.filter((dimensions) => dimensions > 0).length).toBeLessThanOrEqual(2);
});
