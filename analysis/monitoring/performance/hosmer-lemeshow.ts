import type { NotEstimable } from '../../estimate.ts';
import type { ChiSquareTest } from '../../groups/chi-square-tests.ts';
import { chiSquareP } from '../../numeric/chi-square-p.ts';
import type { RiskBin } from './bin-risks.ts';

export type HosmerLemeshow = (ChiSquareTest & { readonly ok: true; groups: number }) | NotEstimable;

/**
 * The Hosmer–Lemeshow test over bins of predicted risk.
 *
 * Σ (O_b − E_b)²/(n_b p̄_b(1 − p̄_b)) on g − 2 degrees of freedom.
 *
 * @param bins sums, of equal count.
 * @returns p; its power depends on n and on the bins: not a measure of calibration.
 * @remarks Missing data: not in the sums. Fewer than three bins with risks between 0 and 1: 'too-few-cases'.
 * @throws never.
 * @see Hosmer, D. W., Lemeshow, S. (1980). https://doi.org/10.1080/03610928008827941. Reference values: R 4.2.2 by
 *   formula.
 */
export function hosmerLemeshow(bins: readonly RiskBin[]): HosmerLemeshow {
  const used = bins.filter(({ n, sumP }) => n > 0 && sumP > 0 && sumP < n);
  const groups = used.length;
  if (groups < 3) return { ok: false, reason: 'too-few-cases' };
  const chiSquare = used.reduce((sum, { n, events, sumP }) => {
    return sum + (events - sumP) ** 2 / (sumP * (1 - sumP / n));
  }, 0);
  const df = groups - 2;
  return { ok: true, groups, chiSquare, df, p: chiSquareP(chiSquare, df) };
}
