import { DomainError } from '../../errors.ts';

export interface EwmaPoint {
  readonly index: number;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly signal: 'high' | 'low' | null;
}

export interface EwmaOptions {
  /** μ₀, σ: of a baseline, or 0 and 1 for standardised values. */
  readonly target: number;
  readonly sigma: number;
  readonly lambda: number;
  /** L, from `designEwma`. */
  readonly limit: number;
}

/**
 * The exponentially weighted moving average, which finds small lasting shifts.
 *
 * E_t = λ x_t + (1 − λ) E_{t−1}, E_0 = μ₀; limits μ₀ ± L σ √(λ/(2 − λ) (1 − (1 − λ)^{2t})).
 *
 * @param values one a period, in order of time; missing is NaN. Rates of unequal size: their z-values.
 * @param options target, σ > 0, λ in (0, 1], L > 0.
 * @returns one point a value, in the units of the values.
 * @remarks Missing data: NaN is passed over, t counts values that exist. After a signal the average goes on.
 * @throws DomainError 'chart-design'.
 * @see Roberts, S. W. (1959). https://doi.org/10.1080/00401706.1959.10489860; Lucas & Saccucci (1990).
 *   https://doi.org/10.1080/00401706.1990.10484583. Reference values: qcc 2.7.
 */
export function ewmaChart(
  values: readonly number[],
  { target, sigma, lambda, limit }: EwmaOptions,
): EwmaPoint[] {
  if (!(sigma > 0 && lambda > 0 && lambda <= 1 && limit > 0 && Number.isFinite(target))) {
    throw new DomainError('chart-design', { sigma, lambda, limit });
  }
  let average = target;
  let t = 0;
  return values.flatMap((x, index) => {
    if (Number.isNaN(x)) return [];
    t += 1;
    average = lambda * x + (1 - lambda) * average;
    const variance = (lambda / (2 - lambda)) * (1 - (1 - lambda) ** (2 * t));
    const margin = limit * sigma * Math.sqrt(variance);
    const away = average - target;
    const signal =
      Math.abs(away) <= margin ? null : away > 0 ? ('high' as const) : ('low' as const);
    return [{ index, value: average, lower: target - margin, upper: target + margin, signal }];
  });
}
