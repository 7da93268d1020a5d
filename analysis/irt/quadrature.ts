import { DomainError } from '../errors.ts';

/** Points at which the latent trait is evaluated, and the standard normal weights there. */
export interface Quadrature {
  readonly nodes: Float64Array;
  /** Sum 1. */
  readonly weights: Float64Array;
}

/**
 * A rectangular grid for a standard normal latent trait.
 *
 * θ_q equally spaced on [from, to], w_q = φ(θ_q) / Σ φ(θ_r).
 *
 * @param points number of points, ≥ 3.
 * @param from, to ends, from < to.
 * @returns nodes ascending and weights.
 * @remarks Missing data: none possible.
 * @throws DomainError 'quadrature'.
 * @see Bock, R. D., Aitkin, M. (1981). https://doi.org/10.1007/BF02293801, p. 445.
 */
export function rectangularQuadrature(points = 61, from = -6, to = 6): Quadrature {
  if (!(points >= 3 && Number.isInteger(points) && from < to)) {
    throw new DomainError('quadrature', { points, from, to });
  }
  const nodes = Float64Array.from(
    { length: points },
    (_, q) => from + ((to - from) * q) / (points - 1),
  );
  const density = nodes.map((theta) => Math.exp((-theta * theta) / 2));
  const sum = density.reduce((total, value) => total + value, 0);
  return { nodes, weights: density.map((value) => value / sum) };
}
