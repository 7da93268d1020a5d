import { invertPositiveDefinite } from '../../numeric/dense/invert-positive-definite.ts';
import { multiply } from '../../numeric/dense/multiply.ts';
import { traceOfProduct } from '../../numeric/dense/trace-of-product.ts';
import { transpose } from '../../numeric/dense/transpose.ts';
import { addExpectedInformation } from '../../numeric/structure/add-expected-information.ts';
import { momentJacobian } from '../../numeric/structure/moment-jacobian.ts';
import { projectSymmetric } from '../../numeric/structure/project-symmetric.ts';
import type { TestStatistic } from '../fit/incremental-fit.ts';
import type { NormalEstimate } from './estimate-normal.ts';
import { normalDerivatives } from './normal-derivatives.ts';
import type { PreparedNormal, ReferenceFit } from './prepare-normal.ts';
import { scoreInformation } from './score-information.ts';

/** What the saturated model contributes to every robust test. */
interface SaturatedParts {
  readonly width: number;
  /** Observed information of the moments, given the missing answers. */
  readonly observed: Float64Array;
  /** N cov of the saturated estimates, A⁻¹ B A⁻¹. */
  readonly covariance: Float64Array;
  /** Information that complete data would give. */
  readonly complete: Float64Array;
}

function saturatedParts({ data, saturated }: PreparedNormal): SaturatedParts | undefined {
  const { model, state } = saturated;
  const width = model.freeCount;
  const elements = model.groups.map((group) => group.elements);
  const observed = normalDerivatives(state, data, elements, width, 'observed').curvature;
  const inverse = invertPositiveDefinite(observed, width)?.inverse;
  if (!inverse) return undefined;
  const products = scoreInformation(model, state, data);
  const half = multiply(inverse, products, width, width, width);
  const complete = new Float64Array(width * width);
  for (const [index, { directions, full }] of state.groups.entries()) {
    const group = elements[index];
    const share = (data.groups[index]?.n ?? 0) / data.n;
    if (!group) continue;
    const g = projectSymmetric(full.inverse, directions);
    addExpectedInformation(complete, width, g, directions, group, share);
  }
  return { width, observed, covariance: multiply(half, inverse, width, width, width), complete };
}

/** Rows of the saturated parameters × columns of the model's. */
function jacobianOf({ model, state }: ReferenceFit, saturated: ReferenceFit): Float64Array {
  const width = model.freeCount;
  const jacobian = new Float64Array(saturated.model.freeCount * width);
  const p = model.items.length;
  const blocks = state.groups.map(({ directions }, index) => {
    const elements = model.groups[index]?.elements;
    return elements && momentJacobian(directions, elements, width);
  });
  for (const { group, matrix, row, column, parameter } of saturated.model.parameters) {
    // Place in vech: column by column of the lower triangle.
    const before = column * p - (column * (column - 1)) / 2;
    const place = matrix === 'intercepts' ? row : p + before + row - column;
    const cells = blocks[group]?.subarray(place * width, (place + 1) * width);
    if (cells) jacobian.set(cells, parameter * width);
  }
  return jacobian;
}

/** N times the complete-data discrepancy between the saturated estimates and a model. */
function completeDiscrepancy({ state }: ReferenceFit, { data, saturated }: PreparedNormal): number {
  let sum = 0;
  for (const [index, { moments, full }] of state.groups.entries()) {
    const other = saturated.state.groups[index];
    if (!other) continue;
    const p = moments.mean.length;
    const d = other.moments.mean.map((value, i) => value - (moments.mean[i] ?? 0));
    const distance = traceOfProduct(d, multiply(full.inverse, d, p, p, 1));
    const trace = traceOfProduct(full.inverse, other.moments.covariance);
    const logarithms = full.logDeterminant - other.full.logDeterminant;
    sum += (data.groups[index]?.n ?? 0) * (logarithms + trace - p + distance);
  }
  return sum;
}

function testOf(fit: ReferenceFit, prepared: PreparedNormal, parts: SaturatedParts): TestStatistic {
  const { width: k, observed, covariance, complete } = parts;
  const q = fit.model.freeCount;
  const delta = jacobianOf(fit, prepared.saturated);
  const turned = transpose(delta, k, q);
  const weighted = multiply(turned, observed, q, k, k);
  const information = multiply(weighted, delta, q, k, q);
  const inverse = invertPositiveDefinite(information, q)?.inverse ?? new Float64Array(q * q);
  // I − P: how the residual depends on the saturated estimates.
  const residual = multiply(delta, multiply(inverse, weighted, q, q, k), k, q, k).map(
    (value) => -value,
  );
  for (let i = 0; i < k; i += 1) residual[i * (k + 1)] = 1 + (residual[i * (k + 1)] ?? 0);
  const middle = multiply(
    transpose(residual, k, k),
    multiply(complete, residual, k, k, k),
    k,
    k,
    k,
  );
  const degreesOfFreedom = k - q;
  return {
    chiSquare: completeDiscrepancy(fit, prepared),
    degreesOfFreedom,
    scalingFactor: traceOfProduct(middle, covariance) / degreesOfFreedom,
  };
}

/**
 * Statistics for robust CFI, TLI and RMSEA with missing answers.
 *
 * χ² = N F(μ̃, Σ̃; μ(θ̂), Σ(θ̂)), the discrepancy of complete data between saturated and model estimates;
 * c = tr[(I − P)′ W (I − P) Γ]/df, P = Δ (Δ′ A Δ)⁻¹ Δ′ A, A the observed information of the saturated model,
 * Γ = A⁻¹ B A⁻¹, W the information of complete data.
 *
 * @param estimate the fitted model; @param prepared its data.
 * @returns statistics of model and independence model, with scaling factors; undefined when A is singular or
 *   the model is saturated.
 * @remarks Missing data: without them these are the plain statistics, and the indices the usual robust ones.
 * @throws never.
 * @see Zhang, X., Savalei, V. (2023). New computations for RMSEA and CFI following FIML and TS estimation
 *   with missing data. https://doi.org/10.1037/met0000445. Reference values: lavaan 0.6-14 `fitMeasures`.
 */
export function incompleteRobustTests(
  { model, state, test }: NormalEstimate,
  prepared: PreparedNormal,
): { model: TestStatistic; baseline: TestStatistic } | undefined {
  if (test.degreesOfFreedom <= 0) return undefined;
  const parts = saturatedParts(prepared);
  return (
    parts && {
      model: testOf({ model, state }, prepared, parts),
      baseline: testOf(prepared.independence, prepared, parts),
    }
  );
}
