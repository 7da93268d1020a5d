import { expect, it } from 'vitest';
import type { SortDirection } from '#app/http/sort-order.ts';
import type { ItemFigures } from '#app/services/results/item-figures.ts';
import { sortItems } from '#app/services/results/sort-items.ts';

const mean = (value: number): ItemFigures => ({ mean: { ok: true, value } });
const items = [
  { id: 'withheld', figures: {} },
  { id: 'middle', figures: mean(3) },
  { id: 'constant', figures: { mean: { ok: false, reason: 'zero-variance' } } as ItemFigures },
  { id: 'high', figures: mean(4.5) },
  { id: 'alike', figures: mean(3) },
  { id: 'low', figures: mean(-0.5) },
];
const ids = (direction: SortDirection, sort: 'mean' | 'sd' | null = 'mean') =>
  sortItems(items, { sort, direction }).map(({ id }) => id);

it('sorts by value and leaves equal ones in the order of the instrument', () => {
  expect(ids('ascending').slice(0, 4)).toEqual(['low', 'middle', 'alike', 'high']);
  expect(ids('descending').slice(0, 4)).toEqual(['high', 'middle', 'alike', 'low']);
});

it('gives what has no figure no place that could tell one, in either direction', () => {
  expect(ids('ascending').slice(4)).toEqual(['withheld', 'constant']);
  expect(ids('descending').slice(4)).toEqual(['withheld', 'constant']);
});

it('keeps the order of the instrument where nothing is asked for, or nothing is known', () => {
  const order = items.map(({ id }) => id);
  expect(ids('descending', null)).toEqual(order);
  expect(ids('descending', 'sd')).toEqual(order);
});
