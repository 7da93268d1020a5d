import type { Interval } from '../estimate.ts';
import { normalProbability } from '../numeric/normal-probability.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';

export interface WaldCoefficient {
  readonly name: string;
  readonly estimate: number;
  readonly standardError: number;
  readonly z: number;
  readonly p: number;
  readonly interval: Interval;
}

/**
 * Wald's test and interval of one coefficient.
 *
 * z = b / SE, p = 2 Φ(−|z|), b ± z_{(1 + level)/2} SE.
 *
 * @param name of the covariate.
 * @param estimate, standardError b and SE > 0.
 * @param level confidence level in (0, 1).
 * @returns z, two-sided p in [0, 1], interval.
 * @remarks Missing data: none. Large-sample: with few clusters the interval of a cluster-level covariate is
 *   too narrow.
 * @throws DomainError as `normalQuantile`.
 * @see Wald, A. (1943). https://doi.org/10.1090/S0002-9947-1943-0012401-3. Reference values: R 4.2.2 `pnorm`.
 */
export function waldCoefficient(
  name: string,
  estimate: number,
  standardError: number,
  level = 0.95,
): WaldCoefficient {
  const z = estimate / standardError;
  const margin = normalQuantile((1 + level) / 2) * standardError;
  return {
    name,
    estimate,
    standardError,
    z,
    p: 2 * normalProbability(-Math.abs(z)),
    interval: [estimate - margin, estimate + margin],
  };
}
