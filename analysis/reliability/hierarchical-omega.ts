import { Matrix } from 'ml-matrix';
import type { Estimate, NotEstimable } from '../estimate.ts';
import type { Generator } from '../numeric/seeded-generator.ts';
import {
  exploratoryFactorAnalysis,
  type ExploratoryOptions,
  type ExploratorySolution,
} from '../psychometrics/exploratory/exploratory-factor-analysis.ts';
import { guttmanLambdas } from './guttman-lambdas.ts';
import { schmidLeiman } from './schmid-leiman.ts';

export interface HierarchicalOmega {
  readonly ok: true;
  readonly groupFactors: number;
  /** Share of the variance of the sum that is due to the general factor, [0, 1]. */
  readonly omegaHierarchical: number;
  /** Share due to all common factors, [0, 1]. */
  readonly omegaTotal: number;
  /** ω_h / ω_t: what ω_h approaches as more such items are added. */
  readonly omegaHierarchicalLimit: number;
  /** Explained common variance: of the general factor among all common factors. */
  readonly explainedCommonVariance: number;
  /** Standardised alpha and λ6 of the items as turned here. */
  readonly alpha: Estimate;
  readonly lambda6: Estimate;
  /** Items turned because they load negatively on the general factor, by index. */
  readonly turned: readonly number[];
  /** Per item, after turning. */
  readonly generalLoadings: readonly number[];
  readonly groupLoadings: readonly (readonly number[])[];
  /** Per group factor. */
  readonly higherOrderLoadings: readonly number[];
  /** Items whose communality reached its bound: the solution is improper. */
  readonly heywood: readonly number[];
  /** ω_h of a rotation with a lower criterion, where other starts found one: then ω_h is not to be trusted. */
  readonly omegaHierarchicalOfLowerRotation: number | undefined;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

type Solution = Extract<ExploratorySolution, { ok: true }>;

const shareOf = (common: readonly number[], total: number) => sum(common) ** 2 / total;

/** ω_h of the lowest of several rotations, if it is lower than the first. */
function lowerRotation(first: Solution, again: () => ExploratorySolution, correlation: Matrix) {
  const other = again();
  const isLower = other.ok && (other.criterion ?? NaN) < (first.criterion ?? NaN) - 1e-6;
  const found = isLower ? schmidLeiman(other.loadings, other.phi) : undefined;
  return found?.ok === true
    ? shareOf(found.general.map(Math.abs), turn(correlation, found.general).sum())
    : undefined;
}

/** R with the items turned that load negatively. */
function turn(correlation: Matrix, loadings: readonly number[]): Matrix {
  const turned = correlation.clone();
  loadings.forEach((value, i) => {
    if (value < 0) turned.mulRow(i, -1).mulColumn(i, -1);
  });
  return turned;
}

/**
 * Omega hierarchical, omega total and explained common variance from a Schmid–Leiman solution.
 *
 * Minimum residuals, oblimin from the axes of varimax, `schmidLeiman`; with V = 1′R1: ω_h = (Σ g)²/V, ω_t = (V − Σ (1 − h²))/V,
 * ECV = Σ g² / (Σ g² + Σ group loadings²).
 *
 * @param correlation R, p × p.
 * @param n respondents it rests on.
 * @param groupFactors q ≥ 2; with two, equal general loadings are assumed.
 * @param generator uniform numbers in [0, 1), for the rotation's further starts.
 * @returns coefficients for the items turned so that every general loading is positive, and which were turned.
 * @remarks Missing data: as in the matrix given. More factors than the items carry: 'not-identified'; NaN in it:
 *   'zero-variance'; others as `exploratoryFactorAnalysis`. Nothing is turned silently: see `turned`.
 * @throws DomainError 'number-of-factors' for q < 1.
 * @see Zinbarg, R. E., Revelle, W., Yovel, I., Li, W. (2005). Cronbach's α, Revelle's β, and McDonald's ω_H.
 *   Psychometrika 70, 123–133. https://doi.org/10.1007/s11336-003-0974-7. Reference values: psych 2.2.9
 *   `omega`.
 */
export function hierarchicalOmega(
  correlation: Matrix,
  n: number,
  groupFactors: number,
  generator: Generator,
): HierarchicalOmega | NotEstimable {
  if (groupFactors >= correlation.rows) return { ok: false, reason: 'not-identified' };
  if (n < 3) return { ok: false, reason: 'too-few-respondents' };
  if (Number.isNaN(correlation.sum())) return { ok: false, reason: 'zero-variance' };
  const settings = { factors: groupFactors, method: 'minres', rotation: 'oblimin' } as const;
  const solve = (more: Partial<ExploratoryOptions>) =>
    exploratoryFactorAnalysis(correlation, n, { ...settings, start: 'varimax', ...more });
  const solution = solve({});
  if (!solution.ok) return solution;
  const found = schmidLeiman(solution.loadings, solution.phi);
  if (!found.ok) return found;
  const keyed = turn(correlation, found.general);
  const general = found.general.map(Math.abs);
  const group = found.group.clone();
  found.general.forEach((value, i) => group.mulRow(i, value < 0 ? -1 : 1));
  const total = keyed.sum();
  const lambdas = guttmanLambdas(keyed);
  const generalSquares = sum(general.map((value) => value * value));
  const omegaHierarchical = shareOf(general, total);
  const omegaTotal = 1 - sum(solution.uniquenesses) / total;
  return {
    ...{ ok: true, groupFactors, omegaHierarchical, omegaTotal },
    omegaHierarchicalLimit: omegaHierarchical / omegaTotal,
    explainedCommonVariance: generalSquares / (generalSquares + Matrix.pow(group, 2).sum()),
    alpha: lambdas.ok ? { ok: true, value: lambdas.lambda3 } : lambdas,
    lambda6: lambdas.ok ? lambdas.lambda6 : lambdas,
    turned: found.general.flatMap((value, i) => (value < 0 ? [i] : [])),
    generalLoadings: general,
    groupLoadings: group.to2DArray(),
    higherOrderLoadings: found.higherOrder,
    heywood: solution.heywood,
    omegaHierarchicalOfLowerRotation: lowerRotation(
      solution,
      () => solve({ randomStarts: 10, generator }),
      correlation,
    ),
  };
}
