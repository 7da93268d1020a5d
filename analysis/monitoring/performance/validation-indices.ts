import type { NotEstimable } from '../../estimate.ts';
import { chiSquareP } from '../../numeric/chi-square-p.ts';

export type ValidationIndices =
  | {
      readonly ok: true;
      /** Nagelkerke's R² of the risks as they are; below 0: worse than the prevalence. */
      readonly nagelkerkeRSquared: number;
      /** (LR − 1)/n: what the risks tell. */
      readonly discrimination: number;
      /** (deviance lost by miscalibration − 2)/n, and its test on two degrees of freedom. */
      readonly unreliability: number;
      readonly unreliabilityP: number;
      /** D − U. */
      readonly quality: number;
    }
  | NotEstimable;

/**
 * Harrell's indices of external validation, from deviances.
 *
 * LR = G₀ − G_p; R² = (1 − e^{−LR/n})/(1 − e^{−G₀/n}); D = (LR − 1)/n; U = (G_p − G_r − 2)/n; Q = D − U. G₀ with
 * the prevalence alone, G_p of the risks, G_r after logistic recalibration.
 *
 * @param n cases.
 * @param events of them.
 * @param deviance G_p.
 * @param recalibrated G_r.
 * @returns the indices; U near 0: calibrated.
 * @remarks Missing data: not in the sums. No event or nothing but events: 'one-category'.
 * @throws never.
 * @see Harrell, F. E. (2015). Regression Modeling Strategies (2nd ed.), 10.9.
 *   https://doi.org/10.1007/978-3-319-19425-7. Reference values: rms 6.5.0 `val.prob`.
 */
export function validationIndices(
  n: number,
  events: number,
  deviance: number,
  recalibrated: number,
): ValidationIndices {
  if (!(events > 0 && events < n)) return { ok: false, reason: 'one-category' };
  const share = events / n;
  const none = -2 * (events * Math.log(share) + (n - events) * Math.log(1 - share));
  const ratio = none - deviance;
  const lost = Math.max(0, deviance - recalibrated);
  const discrimination = (ratio - 1) / n;
  const unreliability = (lost - 2) / n;
  return {
    ...{ ok: true, discrimination, unreliability, quality: discrimination - unreliability },
    nagelkerkeRSquared: (1 - Math.exp(-ratio / n)) / (1 - Math.exp(-none / n)),
    unreliabilityP: chiSquareP(lost, 2),
  };
}
