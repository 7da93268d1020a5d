/**
 * The sum of one number of each item.
 *
 * Σ f(xᵢ), added in the order given.
 *
 * @param items what is added up. @param of the number of an item.
 * @returns their sum; 0 of nothing.
 * @remarks Missing data: one NaN makes the sum NaN.
 * @throws never, unless `of` does.
 */
export function sumBy<Item>(items: readonly Item[], of: (item: Item) => number): number {
  let total = 0;
  items.forEach((item) => {
    total += of(item);
  });
  return total;
}
