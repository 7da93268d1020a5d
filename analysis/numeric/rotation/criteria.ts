/** Value of a rotation criterion and its derivative with respect to the loadings. */
export interface Criterion {
  readonly value: number;
  /** p × q, row-major. */
  readonly gradient: Float64Array;
}

/** What a rotation minimises. */
export type RotationCriterion = (loadings: Float64Array, q: number) => Criterion;

/**
 * Oblimin with γ = 0 (quartimin): ¼ Σ_i Σ_{m ≠ n} λ_im² λ_in².
 *
 * Jennrich, R. I. (2002). A simple general method for oblique rotation. Psychometrika 67, 7–19, section 4.
 * https://doi.org/10.1007/BF02294706
 */
export function quartimin(loadings: Float64Array, q: number): Criterion {
  const gradient = new Float64Array(loadings.length);
  let value = 0;
  for (let row = 0; row < loadings.length; row += q) {
    let squares = 0;
    for (let m = 0; m < q; m += 1) squares += loadings[row + m]! ** 2;
    for (let m = 0; m < q; m += 1) {
      const loading = loadings[row + m]!;
      const others = squares - loading * loading;
      value += loading * loading * others;
      gradient[row + m] = loading * others;
    }
  }
  return { value: value / 4, gradient };
}

/**
 * Geomin: Σ_i (Π_m (λ_im² + δ))^(1/q), δ = 0.01.
 *
 * Browne, M. W. (2001). An overview of analytic rotation in exploratory factor analysis. Multivariate
 * Behavioral Research 36, 111–150. https://doi.org/10.1207/S15327906MBR3601_05
 */
export function geomin(loadings: Float64Array, q: number): Criterion {
  const delta = 0.01;
  const gradient = new Float64Array(loadings.length);
  let value = 0;
  for (let row = 0; row < loadings.length; row += q) {
    let logs = 0;
    for (let m = 0; m < q; m += 1) logs += Math.log(loadings[row + m]! ** 2 + delta);
    const mean = Math.exp(logs / q);
    value += mean;
    for (let m = 0; m < q; m += 1) {
      const loading = loadings[row + m]!;
      gradient[row + m] = ((2 / q) * loading * mean) / (loading * loading + delta);
    }
  }
  return { value, gradient };
}
