import { DomainError } from '../errors.ts';
import type { Interval } from '../estimate.ts';
import { fQuantile } from '../numeric/f-quantile.ts';

/**
 * Feldt's confidence interval of coefficient alpha.
 *
 * (1 − α)/(1 − α̂) follows F with ν₁ = n − 1 and ν₂ = (n − 1)(k − 1) degrees of freedom, hence
 * [1 − (1 − α̂) F_{1−γ/2}, 1 − (1 − α̂) F_{γ/2}], γ = 1 − level.
 *
 * @param alpha α̂, ≤ 1.
 * @param n respondents, ≥ 2.
 * @param k items, ≥ 2.
 * @param level confidence level in (0, 1).
 * @returns [lower, upper], each in (−∞, 1].
 * @remarks Missing data: α̂ and n are of complete cases. α̂ = 1 gives [1, 1]. Assumes a two-way random
 *   model with normal, equally correlated items.
 * @throws DomainError 'feldt-interval'.
 * @see Feldt, L. S., Woodruff, D. J., Salih, F. A. (1987). Statistical inference for coefficient alpha.
 *   Applied Psychological Measurement 11, 93–103. https://doi.org/10.1177/014662168701100107.
 *   Reference values: R 4.2.2 `qf`.
 */
export function feldtInterval(alpha: number, n: number, k: number, level = 0.95): Interval {
  if (!(alpha <= 1 && n >= 2 && k >= 2 && level > 0 && level < 1)) {
    throw new DomainError('feldt-interval', { alpha, n, k, level });
  }
  const [v1, v2] = [n - 1, (n - 1) * (k - 1)];
  const bound = (p: number): number => 1 - (1 - alpha) * fQuantile(p, v1, v2);
  return [bound((1 + level) / 2), bound((1 - level) / 2)];
}
