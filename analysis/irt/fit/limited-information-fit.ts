import type { Interval, NotEstimable } from '../../estimate.ts';
import { rmseaInterval } from '../../models/fit/rmsea-interval.ts';
import { chiSquareP } from '../../numeric/chi-square-p.ts';
import { choleskyFactor } from '../../numeric/cholesky-factor.ts';
import { choleskySolve } from '../../numeric/cholesky-solve.ts';
import { momentCovariance } from '../../numeric/limited-information/moment-covariance.ts';
import { momentDerivatives } from '../../numeric/limited-information/moment-derivatives.ts';
import type { ItemResponseFit } from '../item-response-fit.ts';
import { densitySize, parameterLayout } from '../marginal-model.ts';
import type { ResponsePatterns } from '../response-patterns.ts';

export interface LimitedInformationFit {
  readonly ok: true;
  readonly statistic: 'C2';
  readonly n: number;
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  readonly rmsea: number;
  /** 90 % */
  readonly rmseaInterval: Interval;
  /** Root mean squared difference of correlations, observed less implied. */
  readonly srmsr: number;
  readonly cfi: number;
  readonly tli: number;
  /** Of unrelated items. */
  readonly baseline: { readonly chiSquare: number; readonly degreesOfFreedom: number };
}

const dot = (a: Float64Array, b: Float64Array) =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? NaN), 0);

/** Shares of categories above 0, then mean products of item pairs. */
function sampleMoments({ patterns, counts, offsets, names, n }: ResponsePatterns) {
  const k = names.length;
  const singles = (offsets[k] ?? 0) - k;
  const moments = new Float64Array(singles + (k * (k - 1)) / 2);
  const [means, squares] = [new Float64Array(k), new Float64Array(k)];
  const score = new Float64Array(k);
  const add = (to: Float64Array, place: number, value: number) => {
    to[place] = (to[place] ?? 0) + value / n;
  };
  counts.forEach((count, p) => {
    for (let i = 0; i < k; i += 1) {
      const category = (patterns[p * k + i] ?? 0) - (offsets[i] ?? 0);
      score[i] = category;
      if (category > 0) add(moments, (offsets[i] ?? 0) - i + category - 1, count);
      add(means, i, count * category);
      add(squares, i, count * category * category);
    }
    let place = singles;
    for (let i = 0; i < k; i += 1) {
      for (let j = i + 1; j < k; j += 1, place += 1) {
        add(moments, place, count * (score[i] ?? 0) * (score[j] ?? 0));
      }
    }
  });
  const variances = squares.map((square, i) => square - (means[i] ?? 0) ** 2);
  return { moments, singles, means, variances };
}

/** Correlations of item pairs from mean products. */
function correlations(
  products: Float64Array,
  means: ArrayLike<number>,
  variances: ArrayLike<number>,
): Float64Array {
  const k = means.length;
  const result = new Float64Array(products.length);
  let place = 0;
  for (let i = 0; i < k; i += 1) {
    for (let j = i + 1; j < k; j += 1, place += 1) {
      const covariance = (products[place] ?? NaN) - (means[i] ?? NaN) * (means[j] ?? NaN);
      result[place] = covariance / Math.sqrt((variances[i] ?? NaN) * (variances[j] ?? NaN));
    }
  }
  return result;
}

/** N (e′Ξ⁻¹e − e′Ξ⁻¹Δ (Δ′Ξ⁻¹Δ)⁻¹ Δ′Ξ⁻¹e) / N; undefined where a matrix is singular. */
function quadraticForm(
  residual: Float64Array,
  covariance: Float64Array,
  derivatives: Float64Array,
  width: number,
): number | undefined {
  const size = residual.length;
  const factor = choleskyFactor(covariance, size, 1e-13);
  if (!factor) return undefined;
  const columns = Array.from({ length: width }, (_, s) =>
    Float64Array.from({ length: size }, (__, a) => derivatives[a * width + s] ?? NaN),
  );
  const solved = columns.map((column) => choleskySolve(factor, column));
  const information = Float64Array.from({ length: width * width }, (_, cell) =>
    dot(
      columns[Math.floor(cell / width)] ?? new Float64Array(),
      solved[cell % width] ?? new Float64Array(),
    ),
  );
  const inner = choleskyFactor(information, width, 1e-13);
  if (!inner) return undefined;
  const projected = Float64Array.from(solved, (column) => dot(column, residual));
  return (
    dot(residual, choleskySolve(factor, residual)) - dot(projected, choleskySolve(inner, projected))
  );
}

/**
 * Overall fit of an item response model of ordered items by C2, with indices as of structural models.
 *
 * C2 = N (e′Ξ⁻¹e − e′Ξ⁻¹Δ(Δ′Ξ⁻¹Δ)⁻¹Δ′Ξ⁻¹e), e = shares of categories and mean products of item pairs, observed less
 * implied; χ² with Σ(K_i − 1) + k(k − 1)/2 − parameters degrees of freedom. RMSEA √(max(C2 − df, 0)/((N − 1) df)).
 * Baseline: unrelated items, N Σ r_ij².
 *
 * @param fit a fitted model.
 * @returns statistic, RMSEA with 90 % interval, SRMSR, CFI, TLI.
 * @remarks Missing data: complete answers only, otherwise 'incomplete-data'. No degrees of freedom, or moments that
 *   do not tell the parameters apart: 'not-identified'.
 * @throws never.
 * @see Cai, L., Monroe, S. (2014). CRESST Report 839; Cai, L., Chung, S. W., Lee, T. (2023).
 *   https://doi.org/10.1007/s11121-021-01253-4 (CFI, TLI). Reference values: mirt 1.38.1 `M2(type = 'C2')`.
 */
export function limitedInformationFit(fit: ItemResponseFit): LimitedInformationFit | NotEstimable {
  const { responses, model, at, weights } = fit;
  if (responses.patterns.some((place) => place < 0))
    return { ok: false, reason: 'incomplete-data' };
  const { n } = responses;
  const layout = parameterLayout(model);
  const [density] = at.densities;
  const [group] = model.groups;
  if (!density || !group) return { ok: false, reason: 'not-identified' };
  const items = at.blocks.map((derivatives, i) => {
    const { categories = 0, model: item } = model.blocks[i] ?? {};
    const size = item?.size(categories) ?? 0;
    return { derivatives, categories, start: layout.blocks[i] ?? 0, size };
  });
  const implied = momentCovariance(
    items.map(({ derivatives: { probability }, categories }) => ({ probability, categories })),
    weights,
  );
  const latent = { start: layout.densities[0] ?? 0, size: densitySize(group.density) };
  const derivatives = momentDerivatives(
    items,
    { weights, score: density.score, ...latent },
    implied.means,
    layout.size,
  );
  const sample = sampleMoments(responses);
  const residual = sample.moments.map((value, a) => value - (implied.moments[a] ?? NaN));
  const degreesOfFreedom = residual.length - layout.size;
  const form = quadraticForm(residual, implied.covariance, derivatives, layout.size);
  if (form === undefined || degreesOfFreedom <= 0) return { ok: false, reason: 'not-identified' };
  const chiSquare = n * Math.max(form, 0);
  const points = weights.length;
  const impliedMoments = items.map((_, i) => {
    const [from, to] = [i * points, (i + 1) * points];
    const mean = dot(implied.means.subarray(from, to), weights);
    const square = implied.means
      .subarray(from, to)
      .map((value, q) => value * value + (implied.variances[from + q] ?? NaN));
    return { mean, variance: dot(square, weights) - mean * mean };
  });
  const observedR = correlations(
    sample.moments.subarray(sample.singles),
    sample.means,
    sample.variances,
  );
  const impliedR = correlations(
    implied.moments.subarray(sample.singles),
    impliedMoments.map(({ mean }) => mean),
    impliedMoments.map(({ variance }) => variance),
  );
  const difference = observedR.map((r, pair) => r - (impliedR[pair] ?? NaN));
  const baseline = {
    chiSquare: n * dot(observedR, observedR),
    degreesOfFreedom: observedR.length,
  };
  const excess = Math.max(chiSquare - degreesOfFreedom, 0);
  const baselineExcess = baseline.chiSquare - baseline.degreesOfFreedom;
  const ratio = baseline.chiSquare / baseline.degreesOfFreedom;
  return {
    ...{ ok: true, statistic: 'C2', n, chiSquare, degreesOfFreedom },
    p: chiSquareP(chiSquare, degreesOfFreedom),
    rmsea: Math.sqrt(excess / ((n - 1) * degreesOfFreedom)),
    rmseaInterval: rmseaInterval(chiSquare, degreesOfFreedom, n - 1),
    srmsr: Math.sqrt(dot(difference, difference) / difference.length),
    cfi: 1 - excess / Math.max(excess, baselineExcess),
    tli: (ratio - chiSquare / degreesOfFreedom) / (ratio - 1),
    baseline,
  };
}
