import { invertPositiveDefinite } from '../../numeric/dense/invert-positive-definite.ts';
import { sparseRows, timesSparse, transposedTimes } from '../../numeric/ordinal/sparse-rows.ts';
import type { TestStatistic } from '../fit/incremental-fit.ts';
import type { OrdinalEstimate } from './estimate-ordinal.ts';

/** ½ D′(Σ⁻¹ ⊗ Σ⁻¹)D without its diagonal elements, pairs × pairs in the order (0, 1), (0, 2) …. */
function normalWeight(inverse: Float64Array, p: number): Float64Array {
  const pairs: [number, number][] = [];
  for (let i = 0; i < p; i += 1) for (let j = i + 1; j < p; j += 1) pairs.push([i, j]);
  const at = (i: number, j: number) => inverse[i * p + j] ?? NaN;
  const weight = new Float64Array(pairs.length ** 2);
  pairs.forEach(([i, j], row) => {
    pairs.forEach(([k, l], column) => {
      weight[row * pairs.length + column] = at(i, k) * at(j, l) + at(i, l) * at(j, k);
    });
  });
  return weight;
}

/** Correlations implied by the model, as a p × p matrix. */
function impliedCorrelations(implied: Float64Array, first: number, p: number): Float64Array {
  const matrix = new Float64Array(p * p);
  let place = first;
  for (let i = 0; i < p; i += 1) {
    matrix[i * (p + 1)] = 1;
    for (let j = i + 1; j < p; j += 1, place += 1) {
      matrix[i * p + j] = matrix[j * p + i] = implied[place] ?? NaN;
    }
  }
  return matrix;
}

function addTo(sums: Float64Array, values: Float64Array): void {
  values.forEach((value, cell) => (sums[cell] = (sums[cell] ?? 0) + value));
}

/** tr(G H) for symmetric size × size blocks of wider matrices. */
function blockTrace(g: Float64Array, h: Float64Array, first: number, width: number): number {
  const size = width - first;
  let sum = 0;
  for (let s = 0; s < size; s += 1) {
    for (let t = 0; t < size; t += 1) {
      sum += (g[(first + s) * width + first + t] ?? 0) * (h[s * size + t] ?? 0);
    }
  }
  return sum;
}

/**
 * The normal-theory discrepancy of polychoric correlations at the weighted estimates, with its scaling: what
 * robust fit indices of ordered items are made of.
 *
 * χ² = Σ_g n_g (ln|Ρ| + tr(R Ρ⁻¹) − ln|R| − p), Ρ implied; expectation tr(V H′ W* H) with H = I − Δ E⁻¹ Δ′W
 * the matrix that turns errors of the statistics into residuals, V their covariance, W* = ½ D′(Ρ⁻¹ ⊗ Ρ⁻¹)D
 * of the correlations. Baseline: Ρ = I, H = I.
 *
 * @param estimate of the model.
 * @returns both statistics with scaling factors (expectation/df); undefined when R or Ρ is not positive
 *   definite or no degree of freedom is left.
 * @remarks Missing data: not applicable.
 * @throws never.
 * @see Savalei, V. (2021). Improving fit indices in structural equation modeling with categorical data.
 *   Multivariate Behav Res 56, 390–407. https://doi.org/10.1080/00273171.2020.1717922. Reference values:
 *   lavaan 0.6-14 `fitMeasures(fit, "cfi.robust")`.
 */
export function categoricalMl(
  estimate: OrdinalEstimate,
): { model: TestStatistic; baseline: TestStatistic } | undefined {
  const { data, state, jacobians, inverse, test, model } = estimate;
  const first = data.itemOf.length;
  const p = data.names.length;
  const width = model.freeCount;
  const pairs = (p * (p - 1)) / 2;
  let [chiSquare, expected, baseline, baselineExpected] = [0, 0, 0, 0];
  // With several groups residuals depend on all groups' errors: V H′W*H = tr(W*V) − 2 tr(E⁻¹ C) + tr(E⁻¹B E⁻¹D).
  const [cross, inner] = [new Float64Array(width * width), new Float64Array(width * width)];
  for (const [index, group] of data.groups.entries()) {
    const { implied = new Float64Array() } = state.groups[index] ?? {};
    const jacobian = jacobians[index];
    const share = group.n / data.n;
    const rho = invertPositiveDefinite(impliedCorrelations(implied, first, p), p);
    const observed = invertPositiveDefinite(group.correlations, p);
    if (!rho || !observed || !jacobian) return undefined;
    let fit = rho.logDeterminant - observed.logDeterminant - p;
    group.correlations.forEach((r, cell) => (fit += r * (rho.inverse[cell] ?? 0)));
    chiSquare += group.n * fit;
    baseline -= group.n * observed.logDeterminant;
    const size = group.statistics.length;
    const weight = normalWeight(rho.inverse, p);
    expected += blockTrace(group.gamma, weight, first, size);
    for (let s = first; s < size; s += 1) baselineExpected += group.gamma[s * (size + 1)] ?? 0;
    // W* on all statistics, zero for thresholds; share · W* Δ and ΓWΔ.
    const wide = new Float64Array(size * size);
    for (let s = 0; s < pairs; s += 1) {
      wide.set(weight.subarray(s * pairs, (s + 1) * pairs), (first + s) * size + first);
    }
    const pull = timesSparse(wide, jacobian).map((value) => value * share);
    addTo(inner, transposedTimes(jacobian, pull));
    // Only the columns of parameters that touch correlations are not zero.
    const image = estimate.traces.images[index] ?? new Float64Array();
    addTo(cross, transposedTimes(sparseRows(pull, width), image));
  }
  const traceOf = (a: Float64Array, b: Float64Array) => {
    let sum = 0;
    for (let i = 0; i < width; i += 1) {
      for (let j = 0; j < width; j += 1) sum += (a[i * width + j] ?? 0) * (b[j * width + i] ?? 0);
    }
    return sum;
  };
  // E⁻¹BE⁻¹; only the robust estimator comes here.
  const spread = estimate.covariance.map((value) => value * data.n);
  expected += traceOf(spread, inner) - 2 * traceOf(inverse, cross);
  // Here Γ counts respondents, not n − 1.
  const counted = (data.n - data.groups.length) / data.n;
  const df = test.degreesOfFreedom;
  const baselineDf = pairs * data.groups.length;
  if (df <= 0) return undefined;
  return {
    model: { chiSquare, degreesOfFreedom: df, scalingFactor: (counted * expected) / df },
    baseline: {
      chiSquare: baseline,
      degreesOfFreedom: baselineDf,
      scalingFactor: (counted * baselineExpected) / baselineDf,
    },
  };
}
