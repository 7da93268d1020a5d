import { DomainError } from '../errors.ts';

export const adjustmentMethods = ['bonferroni', 'holm', 'hochberg', 'bh', 'by'] as const;

export type AdjustmentMethod = (typeof adjustmentMethods)[number];

/** Σ_{i=1}^m 1/i, the price of arbitrary dependence in Benjamini and Yekutieli. */
function harmonic(m: number): number {
  return Array.from({ length: m }, (_, i) => 1 / (i + 1)).reduce((sum, term) => sum + term, 0);
}

/** What the p-value of ascending rank i (from 1) is multiplied by. */
function multiplier(method: AdjustmentMethod, m: number): (i: number) => number {
  switch (method) {
    case 'bonferroni':
      return () => m;
    case 'holm':
    case 'hochberg':
      return (i) => m - i + 1;
    case 'bh':
      return (i) => m / i;
    case 'by': {
      const sum = harmonic(m);
      return (i) => (sum * m) / i;
    }
  }
}

/**
 * p-values adjusted for being several.
 *
 * With p_(1) ≤ … ≤ p_(m): Bonferroni m p; Holm max_{j ≤ i} (m − j + 1) p_(j), a step-down; Hochberg
 * min_{j ≥ i} (m − j + 1) p_(j), Benjamini–Hochberg min_{j ≥ i} (m/j) p_(j) and Benjamini–Yekutieli the
 * same times Σ 1/i, step-ups. None exceeds 1.
 *
 * @param p m p-values in [0, 1], in any order; missing is NaN.
 * @param method Bonferroni, Holm, Hochberg: familywise error; bh, by: false discovery rate.
 * @returns m adjusted p-values in [0, 1], in the order of `p`, none below its own p.
 * @remarks Missing data: NaN stays NaN and is not counted in m. Equal p-values get equal adjusted ones.
 * @throws DomainError 'p-value' outside [0, 1].
 * @see Holm, S. (1979). Scand J Statist 6, 65–70; Hochberg, Y. (1988). https://doi.org/10.1093/biomet/75.4.800;
 *   Benjamini, Y., Hochberg, Y. (1995). https://doi.org/10.1111/j.2517-6161.1995.tb02031.x; Benjamini, Y.,
 *   Yekutieli, D. (2001). https://doi.org/10.1214/aos/1013699998. Reference values: R 4.2.2 `p.adjust`.
 */
export function adjustPValues(p: readonly number[], method: AdjustmentMethod): number[] {
  const wrong = p.find((value) => value < 0 || value > 1);
  if (wrong !== undefined) throw new DomainError('p-value', { p: wrong });
  const order = [...p.keys()].filter((i) => !Number.isNaN(p[i]));
  order.sort((a, b) => (p[a] ?? NaN) - (p[b] ?? NaN));
  const factor = multiplier(method, order.length);
  const adjusted = order.map((place, i) => Math.min(1, factor(i + 1) * (p[place] ?? NaN)));
  if (method === 'holm') {
    for (let i = 1; i < adjusted.length; i += 1) {
      adjusted[i] = Math.max(adjusted[i] ?? NaN, adjusted[i - 1] ?? NaN);
    }
  } else if (method !== 'bonferroni') {
    for (let i = adjusted.length - 2; i >= 0; i -= 1) {
      adjusted[i] = Math.min(adjusted[i] ?? NaN, adjusted[i + 1] ?? NaN);
    }
  }
  const result = p.map(() => NaN);
  order.forEach((place, i) => (result[place] = adjusted[i] ?? NaN));
  return result;
}
