import { DomainError } from '../errors.ts';
import type { ItemMatrix } from '../table/item-matrix.ts';

/** Some columns of an item matrix. @throws DomainError 'not-an-item'. */
export function selectItems(matrix: ItemMatrix, names: readonly string[]): ItemMatrix {
  const width = matrix.names.length;
  const places = names.map((name) => {
    const place = matrix.names.indexOf(name);
    if (place < 0) throw new DomainError('not-an-item', { name });
    return place;
  });
  const values = new Float64Array(matrix.n * names.length);
  for (let row = 0; row < matrix.n; row += 1) {
    places.forEach((place, item) => {
      values[row * names.length + item] = matrix.values[row * width + place] ?? NaN;
    });
  }
  return { names, n: matrix.n, values };
}
