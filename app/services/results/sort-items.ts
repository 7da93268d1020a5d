import type { SortOrder } from '../../http/sort-order.ts';
import type { ItemColumn, ItemFigures } from './item-figures.ts';

/**
 * Items without the figure come last in either direction, in the order of the instrument: a place
 * among the others would tell what is withheld.
 */
export function sortItems<Item extends { figures: ItemFigures }>(
  items: readonly Item[],
  { sort, direction }: SortOrder<ItemColumn>,
): Item[] {
  if (sort === null) return [...items];
  const sign = direction === 'ascending' ? 1 : -1;
  const valueOf = ({ figures }: Item) => {
    const figure = figures[sort];
    return figure?.ok ? sign * figure.value : Infinity;
  };
  // Two without a figure are equal; their difference would not be a number.
  return [...items].sort((a, b) => (valueOf(a) === valueOf(b) ? 0 : valueOf(a) - valueOf(b)));
}
