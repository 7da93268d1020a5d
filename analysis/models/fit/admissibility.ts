import { choleskyFactor } from '../../numeric/cholesky-factor.ts';
import type { Directions } from '../../numeric/structure/directions.ts';
import type { ModelMatrices } from '../../numeric/structure/structure.ts';

export type ModelWarning =
  | 'negative-residual-variance'
  | 'negative-factor-variance'
  | 'factor-covariance-not-positive-definite'
  | 'residual-covariance-not-positive-definite'
  | 'fewer-respondents-than-parameters';

const hasNegative = (matrix: Float64Array, size: number) =>
  Array.from({ length: size }, (_, i) => matrix[i * (size + 1)] ?? 0).some((value) => value < 0);

/** Positive semidefinite but for rounding. */
const isSemidefinite = (matrix: Float64Array, size: number) => {
  const lifted = Float64Array.from(matrix);
  for (let i = 0; i < size; i += 1) {
    const diagonal = lifted[i * (size + 1)] ?? 0;
    lifted[i * (size + 1)] = diagonal + 1e-8 * Math.max(Math.abs(diagonal), 1e-8);
  }
  return choleskyFactor(lifted, size, 0) !== undefined;
};

/**
 * Whether estimated matrices can be those of any population.
 *
 * Θ and cov(η) must be positive semidefinite; a variance below zero is a Heywood case.
 *
 * @param groups the matrices of each group, with cov(η).
 * @param n respondents; @param freeCount free parameters, more than respondents is warned of.
 * @returns codes of what is inadmissible; none when all is well.
 * @remarks Missing data: not applicable.
 * @throws never.
 * @see Heywood, H. B. (1931). On finite sequences of real numbers. https://doi.org/10.1098/rspa.1931.0209;
 *   Chen, F. et al. (2001). https://doi.org/10.1177/0049124101029004003. Reference program: lavaan 0.6-14
 *   `lavInspect(fit, "post.check")`.
 */
export function admissibility(
  groups: readonly {
    readonly matrices: ModelMatrices;
    readonly directions: Pick<Directions, 'latentCovariance'>;
  }[],
  n: number,
  freeCount: number,
): ModelWarning[] {
  const found = new Set<ModelWarning>();
  for (const { matrices, directions } of groups) {
    const { p, m, residuals, latent } = matrices;
    if (hasNegative(residuals, p)) found.add('negative-residual-variance');
    else if (!isSemidefinite(residuals, p)) found.add('residual-covariance-not-positive-definite');
    if (hasNegative(latent, m)) found.add('negative-factor-variance');
    else if (!isSemidefinite(directions.latentCovariance, m)) {
      found.add('factor-covariance-not-positive-definite');
    }
  }
  if (n < freeCount) found.add('fewer-respondents-than-parameters');
  return [...found];
}
