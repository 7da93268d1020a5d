import type { ItemMatrix } from '../table/item-matrix.ts';

/**
 * Sum scores in which the mean of the answered items stands for the missing ones.
 *
 * k · Σ x / (number answered), where at least ⌈k/2⌉ of k items were answered.
 *
 * @param matrix n × k, reverse-keyed items turned; missing is NaN.
 * @returns n sums; NaN where fewer than half were answered.
 * @remarks Missing data: the half rule.
 * @throws never.
 * @see Fayers, P. M., Machin, D. (2016). Quality of Life (3rd ed.), 15.4. https://doi.org/10.1002/9781118758991.
 *   Reference values: R 4.2.2.
 */
export function proratedSums(matrix: ItemMatrix): Float64Array {
  const k = matrix.names.length;
  return Float64Array.from({ length: matrix.n }, (_, row) => {
    const cells = matrix.values.subarray(row * k, (row + 1) * k);
    const answered = cells.filter((value) => !Number.isNaN(value));
    if (answered.length < k / 2) return NaN;
    return (k * answered.reduce((sum, value) => sum + value, 0)) / answered.length;
  });
}
