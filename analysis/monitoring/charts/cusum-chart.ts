import { DomainError } from '../../errors.ts';

export interface CusumPoint {
  readonly index: number;
  /** S⁺ ≥ 0 and −S⁻ ≤ 0, in standard deviations. */
  readonly upper: number;
  readonly lower: number;
  readonly signal: 'high' | 'low' | null;
}

export interface CusumOptions {
  /** μ₀, σ: of a baseline, or 0 and 1 for standardised values. */
  readonly target: number;
  readonly sigma: number;
  /** k, half the shift to be found, in standard deviations. */
  readonly reference: number;
  /** h, from `designCusum`. */
  readonly limit: number;
}

/**
 * Both one-sided cumulative sums, which find lasting shifts of a known size soonest.
 *
 * S⁺ = max(0, S⁺ + z − k), S⁻ = max(0, S⁻ − z − k), z = (x − μ₀)/σ; a signal beyond h.
 *
 * @param values one a period, in order of time; missing is NaN. Rates of unequal size: their z-values.
 * @param options target, σ > 0, k ≥ 0, h > 0.
 * @returns one point a value; the lower sum as a negative number.
 * @remarks Missing data: NaN is passed over. After a signal the sums go on until a person begins a new stage.
 * @throws DomainError 'chart-design'.
 * @see Page, E. S. (1954). Continuous inspection schemes. Biometrika 41, 100–115.
 *   https://doi.org/10.1093/biomet/41.1-2.100. Reference values: qcc 2.7.
 */
export function cusumChart(
  values: readonly number[],
  { target, sigma, reference: k, limit: h }: CusumOptions,
): CusumPoint[] {
  if (!(sigma > 0 && k >= 0 && h > 0 && Number.isFinite(target))) {
    throw new DomainError('chart-design', { sigma, k, h });
  }
  let [up, down] = [0, 0];
  return values.flatMap((x, index) => {
    if (Number.isNaN(x)) return [];
    const z = (x - target) / sigma;
    up = Math.max(0, up + z - k);
    down = Math.max(0, down - z - k);
    const signal = up > h ? ('high' as const) : down > h ? ('low' as const) : null;
    return [{ index, upper: up, lower: down === 0 ? 0 : -down, signal }];
  });
}
