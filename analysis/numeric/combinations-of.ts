/**
 * All ways to choose m of k things, in lexicographic order.
 *
 * {i_1 < … < i_m}, (0, 1, …, m − 1) first.
 *
 * @param k number of things.
 * @param m how many are chosen, 0 ≤ m ≤ k.
 * @returns k!/(m! (k − m)!) lists of m indexes.
 * @remarks Missing data: none. m > k: no way.
 * @throws never.
 * @see Knuth, D. E. (2011). The Art of Computer Programming 4A, 7.2.1.3. Reference values: R 4.2.2 `combn`.
 */
export function combinationsOf(k: number, m: number): number[][] {
  if (m > k) return [];
  const chosen = Array.from({ length: m }, (_, place) => place);
  const found: number[][] = [];
  for (;;) {
    found.push([...chosen]);
    let place = m - 1;
    while (place >= 0 && chosen[place] === k - m + place) place -= 1;
    if (place < 0) return found;
    const next = chosen[place]! + 1;
    for (let later = place; later < m; later += 1) chosen[later] = next + later - place;
  }
}
