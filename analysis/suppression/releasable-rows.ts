import { ShapeError } from '../errors.ts';
import { requireMinimum } from './require-minimum.ts';

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
  requireMinimum(k);
  const dimensions = pending[0]?.groups.length ?? 0;
  const levels = Array.from({ length: dimensions }, () => new Map<string, Set<number>>());
  pending.forEach(({ groups }, row) => {
    if (groups.length !== dimensions) throw new ShapeError('group-dimensions', { row });
    groups.forEach((level, dimension) => {
      const members = levels[dimension]?.get(level);
      if (members) members.add(row);
      else levels[dimension]?.set(level, new Set([row]));
    });
  });

  const kept = new Set(pending.keys());
  const short = levels.flatMap((byLevel) => [...byLevel.values()]).filter(({ size }) => size < k);
  for (let members = short.pop(); members; members = short.pop()) {
    for (const row of [...members]) {
      kept.delete(row);
      pending[row]?.groups.forEach((level, dimension) => {
        const others = levels[dimension]?.get(level);
        if (!others?.delete(row)) return;
        // Queued once, at the moment it falls below k: the loop then empties it.
        if (others !== members && others.size === k - 1) short.push(others);
      });
    }
  }
  return kept.size < k ? [] : [...kept];
}
