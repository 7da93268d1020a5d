/** Sums over the rows of clusters within clusters; columns are 1, x_1 … x_p, y, centred at their means. */
export interface ClusterMoments {
  readonly n: number;
  /** Number of columns, p + 2. */
  readonly width: number;
  /** Means that were subtracted; 0 for the first column. */
  readonly centre: Float64Array;
  /** Σ z z′, width × width. */
  readonly products: Float64Array;
  /** Σ z per lower cluster, row-major; the first column is its size. */
  readonly sums: Float64Array;
  readonly upperStart: Int32Array;
}

/**
 * What a linear mixed model needs of its data.
 *
 * S = Σ z_i z_i′ over all rows and s_h = Σ_{i ∈ h} z_i for every lower cluster, z = (1, x − x̄, y − ȳ).
 *
 * @param rows n rows sorted by clusters, with outcome y.
 * @returns sums; their size depends on clusters and columns, not on rows.
 * @remarks Missing data: none here.
 * @throws never.
 * @see Bates, D. et al. (2015). J Stat Softw 67(1), section 3. https://doi.org/10.18637/jss.v067.i01.
 */
export function clusterMoments(rows: {
  readonly n: number;
  readonly outcome: Float64Array;
  readonly design: Float64Array;
  readonly covariates: number;
  readonly lowerStart: Int32Array;
  readonly upperStart: Int32Array;
}): ClusterMoments {
  const { n, outcome, design, covariates: p, lowerStart, upperStart } = rows;
  const width = p + 2;
  const centre = new Float64Array(width);
  for (let i = 0; i < n; i += 1) {
    for (let s = 0; s < p; s += 1) centre[s + 1]! += design[i * p + s]! / n;
    centre[p + 1]! += outcome[i]! / n;
  }
  const products = new Float64Array(width * width);
  const clusters = lowerStart.length - 1;
  const sums = new Float64Array(clusters * width);
  const z = new Float64Array(width);
  z[0] = 1;
  for (let h = 0; h < clusters; h += 1) {
    for (let i = lowerStart[h]!; i < lowerStart[h + 1]!; i += 1) {
      for (let s = 0; s < p; s += 1) z[s + 1] = design[i * p + s]! - centre[s + 1]!;
      z[p + 1] = outcome[i]! - centre[p + 1]!;
      for (let a = 0; a < width; a += 1) {
        sums[h * width + a]! += z[a]!;
        for (let b = 0; b <= a; b += 1) products[a * width + b]! += z[a]! * z[b]!;
      }
    }
  }
  for (let a = 0; a < width; a += 1) {
    for (let b = 0; b < a; b += 1) products[b * width + a] = products[a * width + b]!;
  }
  return { n, width, centre, products, sums, upperStart };
}
