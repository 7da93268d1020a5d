import { normalProbability } from '../../numeric/normal-probability.ts';

export interface NoneBefore {
  /** Cases or exposure in which nothing happened. */
  readonly before: number;
  /** Cases or exposure of the period. */
  readonly size: number;
  /** Whether each case has one event at most. */
  readonly isShare: boolean;
}

/**
 * The most events of a period that chance still allows when a baseline had none: the exact conditional test of
 * two rates, or of two shares (Fisher's).
 *
 * Largest k with P_k ≥ 1 − Φ(z): of counts P_k = (n/(N + n))^k, of shares P_k = ∏_{i<k} (n − i)/(N + n − i), the
 * chance that of k events in both all fall into the period.
 *
 * @param none N > 0 of the baseline, n > 0 of the period, whether it is a share.
 * @param sigmas z ≥ 0; 3 for a limit.
 * @returns k ≥ 0 as a share of n; a signal lies above.
 * @remarks Missing data: to be left out before. Limits from a variance are 0 here: the first event of any size
 *   would lie beyond them.
 * @throws never.
 * @see Przyborowski, J., Wilenski, H. (1940). Homogeneity of results in testing samples from Poisson series.
 *   Biometrika 31, 313–323. https://doi.org/10.1093/biomet/31.3-4.313. Reference values: `binomtest` and
 *   `fisher_exact` of SciPy 1.17.1.
 */
export function limitAfterNone({ before, size, isShare }: NoneBefore, sigmas: number): number {
  const least = normalProbability(-sigmas);
  let [k, chance] = [0, 1];
  while (!isShare || k < size) {
    const taken = isShare ? k : 0;
    chance *= (size - taken) / (before + size - taken);
    if (chance < least) break;
    k += 1;
  }
  return k / size;
}
