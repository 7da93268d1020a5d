import { ShapeError } from '../errors.ts';
import { joiningRows } from './joining-rows.ts';

/**
 * The largest set of pending answers that may be published together, so that no level of any
 * protected dimension gains between 1 and k − 1 rows.
 *
 * S = the greatest fixed point of S ← { i ∈ S : |{ j ∈ S : g_jd = g_id }| ≥ k for every d }. Sets
 * with the property are closed under union, so the greatest one is unique and dropping rows in
 * any order ends there (as for the k-core of a graph).
 *
 * @param pending one element per pending answer; `groups[d]` is its level in dimension d (site,
 *   language, each covariate), the same dimensions in the same order for all.
 * @param k minimum cell size, an integer ≥ 2.
 * @returns indices into `pending`, ascending; empty, or at least k of them.
 * @remarks Missing data: "not stated" is a level like any other and must be given as one. Rows
 *   left out stay pending; at closing, the caller decides what joins nothing that is shown apart.
 * @throws ShapeError 'group-dimensions' when rows differ in their number of dimensions;
 *   DomainError 'minimum-cell-size'.
 * @see Seidman, S. B. (1983). Network structure and minimum degree. Social Networks 5, 269–287.
 *   https://doi.org/10.1016/0378-8733(83)90028-X (the fixed point). Checked by exhaustive search.
 */
export function selectReleasable(
  pending: readonly { readonly groups: readonly string[] }[],
  k: number,
): number[] {
  const width = pending[0]?.groups.length ?? 0;
  const row = pending.findIndex(({ groups }) => groups.length !== width);
  if (row >= 0) throw new ShapeError('group-dimensions', { row });
  const dimensions = Array.from({ length: width }, (_, dimension) => {
    const numbers = new Map<string, number>();
    const index = Int32Array.from(pending, ({ groups }) => {
      const level = groups[dimension] ?? '';
      const number = numbers.get(level) ?? numbers.size;
      numbers.set(level, number);
      return number;
    });
    return { levels: numbers.size, index };
  });
  const joins = joiningRows(dimensions, pending.length, k);
  return [...pending.keys()].filter((index) => joins[index] === 1);
}
