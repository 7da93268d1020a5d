export interface Htmt {
  /** Blocks × blocks, row-major; 1 on the diagonal; NaN for blocks of a single item. */
  readonly htmt: Float64Array;
  /** With geometric instead of arithmetic means. */
  readonly htmt2: Float64Array;
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const geometricMean = (values: readonly number[]) => Math.exp(mean(values.map(Math.log)));

/**
 * Heterotrait–monotrait ratios of correlations.
 *
 * HTMT_ab = mean |r| between the items of a and b / √(mean |r| within a · mean |r| within b); HTMT2 with
 * geometric means.
 *
 * @param correlation k × k, row-major: Pearson or polychoric.
 * @param blocks indexes of the items of each factor.
 * @returns both ratios, ≥ 0; above .85 or .90 discriminant validity is in doubt.
 * @remarks Missing data: in the correlations. Items of two blocks count in both.
 * @throws never.
 * @see Henseler, J., Ringle, C. M., Sarstedt, M. (2015). https://doi.org/10.1007/s11747-014-0403-8; Roemer,
 *   E., Schuberth, F., Henseler, J. (2021). https://doi.org/10.1108/IMDS-02-2021-0082. Reference values:
 *   semTools 0.5-6 `htmt`.
 */
export function htmt(correlation: Float64Array, blocks: readonly (readonly number[])[]): Htmt {
  const k = Math.round(Math.sqrt(correlation.length));
  const size = blocks.length;
  const r = (i: number, j: number) => Math.abs(correlation[i * k + j] ?? NaN);
  const within = blocks.map((items) =>
    items.flatMap((i, a) => items.slice(0, a).map((j) => r(i, j))),
  );
  const ratio = (average: (values: readonly number[]) => number) => {
    const cells = new Float64Array(size * size);
    blocks.forEach((a, i) => {
      blocks.forEach((b, j) => {
        const between = a.flatMap((x) => b.map((y) => r(x, y)));
        const scale = Math.sqrt(average(within[i] ?? []) * average(within[j] ?? []));
        cells[i * size + j] = i === j ? 1 : average(between) / scale;
      });
    });
    return cells;
  };
  return { htmt: ratio(mean), htmt2: ratio(geometricMean) };
}
