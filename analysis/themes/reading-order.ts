import { byCodeUnits } from '../numeric/by-code-units.ts';

type Candidate = { readonly row: number; readonly text: string; readonly place: Float64Array };

/** Nobody reads further in this order; after so many the rest follows by how far it is from all of these. */
const leaders = 60;

function apart(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (const [j, value] of a.entries()) sum += (value - (b[j] ?? 0)) ** 2;
  return sum;
}

/**
 * In which order to read answers by hand so that the first few show the most of what is there: each next one is the
 * farthest from all that were read.
 *
 * next = argmax_d min_{read r} |d − r|², begun at the one nearest the middle; the same words come last.
 *
 * @param candidates with places of length 1.
 * @returns all rows; for each m up to 60, after m of them no answer is farther from what was read than twice the least
 *   that any m could reach. The rest follows by how far it is from these, which promises nothing.
 * @remarks Missing data: none. Ties go by the text, not by its row.
 * @throws never.
 * @see Gonzalez, T. F. (1985). Clustering to minimize the maximum intercluster distance. Theoretical Computer Science
 *   38, 293–306. https://doi.org/10.1016/0304-3975(85)90224-5
 */
export function readingOrder(candidates: readonly Candidate[]): number[] {
  const sorted = [...candidates].sort((a, b) => byCodeUnits(a.text, b.text) || a.row - b.row);
  const width = sorted[0]?.place.length ?? 0;
  const middle = new Float64Array(width);
  for (const { place } of sorted) {
    for (const [j, value] of place.entries()) middle[j] = (middle[j] ?? 0) + value / sorted.length;
  }
  const left = sorted.map((one) => ({ ...one, far: -apart(one.place, middle), isFirst: true }));
  const order: number[] = [];
  while (left.length > 0 && order.length < leaders) {
    const at = left.reduce(
      (best, { far }, index) => (far > (left[best]?.far ?? 0) ? index : best),
      0,
    );
    const [next] = left.splice(at, 1);
    if (!next) break;
    order.push(next.row);
    for (const one of left) {
      const distance = apart(one.place, next.place);
      one.far = one.isFirst ? distance : Math.min(one.far, distance);
      one.isFirst = false;
    }
  }
  return [...order, ...left.sort((a, b) => b.far - a.far).map(({ row }) => row)];
}
