import type { NotEstimable } from '../../estimate.ts';
import type { ChiSquareTest } from '../../groups/chi-square-tests.ts';
import { chiSquareP } from '../../numeric/chi-square-p.ts';
import type { RiskBin } from './bin-risks.ts';

export type HosmerLemeshow = (ChiSquareTest & { readonly ok: true; groups: number }) | NotEstimable;

/**
 * The Hosmer–Lemeshow test over bins of predicted risk.
 *
 * Σ (O_b − E_b)²/(n_b p̄_b(1 − p̄_b)) on g degrees of freedom: the risks were there before the cases. Of the data
 * that a model was fitted to, g − 2.
 *
 * @param bins sums, of equal count.
 * @param options whether the risks were fitted to these cases; default no.
 * @returns p; its power depends on n and on the bins: not a measure of calibration.
 * @remarks Missing data: not in the sums. Fewer than three bins with risks between 0 and 1: 'too-few-cases'.
 * @throws never.
 * @see Hosmer, D. W., Lemeshow, S. (1980). https://doi.org/10.1080/03610928008827941; Hosmer, D. W., Lemeshow, S.,
 *   Sturdivant, R. X. (2013). Applied Logistic Regression (3rd ed.), 5.2.2, on cases that are new.
 *   https://doi.org/10.1002/9781118548387. Reference values: R 4.2.2 by formula; the level by simulation.
 */
export function hosmerLemeshow(
  bins: readonly RiskBin[],
  { isDevelopment = false }: { readonly isDevelopment?: boolean | undefined } = {},
): HosmerLemeshow {
  const used = bins.filter(({ n, sumP }) => n > 0 && sumP > 0 && sumP < n);
  const groups = used.length;
  if (groups < 3) return { ok: false, reason: 'too-few-cases' };
  const chiSquare = used.reduce((sum, { n, events, sumP }) => {
    return sum + (events - sumP) ** 2 / (sumP * (1 - sumP / n));
  }, 0);
  const df = isDevelopment ? groups - 2 : groups;
  return { ok: true, groups, chiSquare, df, p: chiSquareP(chiSquare, df) };
}
