/**
 * Pairs rows with columns so that the sum of gains is greatest, each row and column at most once
 * (Hungarian method with potentials, O(n³)).
 *
 * @param gains n × m, any finite numbers; n ≤ m or the other way round
 * @returns for each row its column, or −1 where there are more rows than columns
 *
 * @see Kuhn, H. W. (1955). The Hungarian method for the assignment problem. Naval Research Logistics
 *   Quarterly 2, 83–97. doi:10.1002/nav.3800020109
 */
export function bestAssignment(gains: readonly (readonly number[])[]): number[] {
  const size = Math.max(gains.length, gains[0]?.length ?? 0);
  const cost = (row: number, column: number) => -(gains[row]?.[column] ?? 0);
  const rowPotential = new Float64Array(size + 1);
  const columnPotential = new Float64Array(size + 1);
  const rowOf = new Int32Array(size + 1);
  const previous = new Int32Array(size + 1);
  for (let row = 1; row <= size; row += 1) {
    rowOf[0] = row;
    let column = 0;
    const least = new Float64Array(size + 1).fill(Infinity);
    const used = new Uint8Array(size + 1);
    do {
      used[column] = 1;
      const current = rowOf[column]!;
      let step = Infinity;
      let next = 0;
      for (let j = 1; j <= size; j += 1) {
        if (used[j] === 1) continue;
        const reduced = cost(current - 1, j - 1) - rowPotential[current]! - columnPotential[j]!;
        if (reduced < least[j]!) {
          least[j] = reduced;
          previous[j] = column;
        }
        if (least[j]! < step) [step, next] = [least[j]!, j];
      }
      for (let j = 0; j <= size; j += 1) {
        if (used[j] === 1) {
          rowPotential[rowOf[j]!]! += step;
          columnPotential[j]! -= step;
        } else least[j]! -= step;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      const before = previous[column]!;
      rowOf[column] = rowOf[before]!;
      column = before;
    }
  }
  const result = gains.map(() => -1);
  for (let j = 1; j <= (gains[0]?.length ?? 0); j += 1) {
    const row = rowOf[j]! - 1;
    if (row >= 0 && row < gains.length) result[row] = j - 1;
  }
  return result;
}
