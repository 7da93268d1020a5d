import { invertPositiveDefinite } from '../../numeric/dense/invert-positive-definite.ts';
import { multiply } from '../../numeric/dense/multiply.ts';
import { traceOfProduct } from '../../numeric/dense/trace-of-product.ts';
import type { Moments } from '../../numeric/structure/implied-moments.ts';

export interface ResidualFit {
  /** Standardised root mean square residual, Bentler's: variances (and means) counted. ≥ 0. */
  readonly srmr: number;
  /** Root mean square residual, in units of covariances. ≥ 0. */
  readonly rmr: number;
  /** Goodness of fit index, ≤ 1. */
  readonly gfi: number;
  /** Largest absolute difference of observed and implied correlations. */
  readonly largestResidualCorrelation: number;
}

export interface GroupMoments {
  readonly n: number;
  readonly sample: Moments;
  readonly implied: Moments;
}

/** Sums over one group's moments. */
function groupResiduals({ sample, implied }: GroupMoments, hasMeans: boolean) {
  const p = sample.mean.length;
  const [s, sigma] = [sample.covariance, implied.covariance];
  const sd = Array.from({ length: p }, (_, i) => Math.sqrt(s[i * (p + 1)] ?? NaN));
  const impliedSd = Array.from({ length: p }, (_, i) => Math.sqrt(sigma[i * (p + 1)] ?? NaN));
  let [raw, standard, largest, count] = [0, 0, 0, 0];
  for (let i = 0; i < p; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const [a, b] = [s[i * p + j] ?? 0, sigma[i * p + j] ?? 0];
      const scale = (sd[i] ?? 1) * (sd[j] ?? 1);
      raw += (a - b) ** 2;
      standard += ((a - b) / scale) ** 2;
      const impliedScale = (impliedSd[i] ?? 1) * (impliedSd[j] ?? 1);
      if (i !== j) largest = Math.max(largest, Math.abs(a / scale - b / impliedScale));
      count += 1;
    }
    if (!hasMeans) continue;
    const d = (sample.mean[i] ?? 0) - (implied.mean[i] ?? 0);
    raw += d ** 2;
    standard += (d / (sd[i] ?? 1)) ** 2;
    count += 1;
  }
  return { rmr: Math.sqrt(raw / count), srmr: Math.sqrt(standard / count), largest };
}

/** e′ W e and s′ W s with W the normal-theory weight at the implied moments. */
function weightedSquares({ sample, implied }: GroupMoments, hasMeans: boolean) {
  const p = sample.mean.length;
  const w = invertPositiveDefinite(implied.covariance, p)?.inverse;
  if (!w) return { residual: NaN, total: NaN };
  const square = (m: Float64Array) => {
    const product = multiply(w, m, p, p, p);
    return 0.5 * traceOfProduct(product, multiply(m, w, p, p, p));
  };
  const quadratic = (x: Float64Array) => traceOfProduct(x, multiply(w, x, p, p, 1));
  const e = sample.covariance.map((value, i) => value - (implied.covariance[i] ?? 0));
  const d = sample.mean.map((value, i) => value - (implied.mean[i] ?? 0));
  return {
    residual: square(e) + (hasMeans ? quadratic(d) : 0),
    total: square(sample.covariance) + (hasMeans ? quadratic(sample.mean) : 0),
  };
}

/**
 * Indices of fit from the differences between sample moments and implied moments.
 *
 * SRMR = √(Σ (s_ij − σ_ij)²/(s_ii s_jj) / k) over the lower triangle (and (x̄_i − μ_i)²/s_ii), RMR without the
 * denominators, both averaged over groups by n_g/N; GFI = 1 − Σ_g n_g e′We / Σ_g n_g s′Ws, W = ½ D′(Σ⁻¹ ⊗ Σ⁻¹)D
 * (and Σ⁻¹ for means).
 *
 * @param groups sample and implied moments with n.
 * @param hasMeans whether means count.
 * @returns the indices.
 * @remarks Missing data: sample moments by EM.
 * @throws never.
 * @see Bentler, P. M. (1995). EQS structural equations program manual; Jöreskog, K. G., Sörbom, D. (1989).
 *   LISREL 7; Tanaka, J. S., Huba, G. J. (1985). https://doi.org/10.1111/j.2044-8317.1985.tb00834.x. Reference
 *   values: lavaan 0.6-14 `fitMeasures`, `residuals(type = "cor")`.
 */
export function residualFit(groups: readonly GroupMoments[], hasMeans: boolean): ResidualFit {
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  let [srmr, rmr, residual, total, largest] = [0, 0, 0, 0, 0];
  for (const group of groups) {
    const residuals = groupResiduals(group, hasMeans);
    srmr += (group.n / n) * residuals.srmr;
    rmr += (group.n / n) * residuals.rmr;
    largest = Math.max(largest, residuals.largest);
    const squares = weightedSquares(group, hasMeans);
    residual += group.n * squares.residual;
    total += group.n * squares.total;
  }
  return { srmr, rmr, gfi: 1 - residual / total, largestResidualCorrelation: largest };
}
