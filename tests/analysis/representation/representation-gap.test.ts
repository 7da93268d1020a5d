import { expect, it } from 'vitest';
import { representationGap } from '#analysis/representation/representation-gap.ts';

it('counts who is missing, with those who did not say as room for doubt', () => {
  const counts = new Map([
    ['young', 4],
    ['old', 10],
  ]);
  const targets = new Map([
    ['young', 0.5],
    ['old', 0.4],
    ['oldest', 0.1],
  ]);
  expect(representationGap(counts, 6, targets)).toEqual([
    { band: 'young', people: 4, wanted: 10, missing: [0, 6] },
    { band: 'old', people: 10, wanted: 8, missing: [-8, -2] },
    { band: 'oldest', people: 0, wanted: 2, missing: [-4, 2] },
  ]);
});

it('misses nobody of nobody', () => {
  expect(representationGap(new Map(), 0, new Map([['young', 0.5]]))).toEqual([
    { band: 'young', people: 0, wanted: 0, missing: [0, 0] },
  ]);
});
