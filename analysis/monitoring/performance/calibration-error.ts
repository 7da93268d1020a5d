import type { NotEstimable } from '../../estimate.ts';
import type { RiskBin } from './bin-risks.ts';
import { sumBy } from '../../numeric/sum-by.ts';

export type CalibrationError =
  | {
      readonly ok: true;
      /** ECE, MCE. */
      readonly expected: number;
      readonly largest: number;
      /** Murphy's parts, of bins: Brier ≈ reliability − resolution + uncertainty. */
      readonly reliability: number;
      readonly resolution: number;
      readonly uncertainty: number;
    }
  | NotEstimable;

/**
 * Calibration error over bins, and Murphy's parts of the Brier score.
 *
 * ECE = Σ n_b/n |ȳ_b − p̄_b|, MCE = max_b; reliability Σ n_b/n (ȳ_b − p̄_b)², resolution Σ n_b/n (ȳ_b − ȳ)²,
 * uncertainty ȳ(1 − ȳ).
 *
 * @param bins sums by predicted risk.
 * @returns ECE in [0, 1]; it depends on the bins and is biased upwards in small samples: intercept and slope first.
 * @remarks Missing data: not in the sums. No case: 'too-few-cases'.
 * @throws never.
 * @see Naeini et al. (2015). https://doi.org/10.1609/aaai.v29i1.9602; Murphy, A. H. (1973). J Appl
 *   Meteorol 12, 595–600. https://doi.org/10.1175/1520-0450(1973)012<0595:ANVPOT>2.0.CO;2. Reference values:
 *   R 4.2.2 by formula.
 */
export function calibrationError(bins: readonly RiskBin[]): CalibrationError {
  const filled = bins.filter(({ n }) => n > 0);
  const n = sumBy(filled, (bin) => bin.n);
  if (n === 0) return { ok: false, reason: 'too-few-cases' };
  const prevalence = sumBy(filled, ({ events }) => events) / n;
  const gap = (bin: RiskBin) => (bin.events - bin.sumP) / bin.n;
  const mean = (of: (bin: RiskBin) => number) => sumBy(filled, (bin) => (bin.n / n) * of(bin));
  return {
    ok: true,
    expected: mean((bin) => Math.abs(gap(bin))),
    largest: Math.max(...filled.map((bin) => Math.abs(gap(bin)))),
    reliability: mean((bin) => gap(bin) ** 2),
    resolution: mean((bin) => (bin.events / bin.n - prevalence) ** 2),
    uncertainty: prevalence * (1 - prevalence),
  };
}
