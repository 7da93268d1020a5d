import type { Interval, NotEstimable } from '../estimate.ts';
import { studentTQuantile } from '../numeric/student-t-quantile.ts';

export interface LimitsOfAgreement {
  readonly ok: true;
  readonly meanDifference: number;
  readonly standardDeviation: number;
  readonly lower: number;
  readonly upper: number;
  /** Confidence intervals of the two limits. */
  readonly lowerInterval: Interval;
  readonly upperInterval: Interval;
}

/**
 * Bland and Altman's 95 % limits of agreement of two measurements of the same people.
 *
 * d̄ ± 1.96 s_d; SE of a limit s_d √(1/n + 1.96²/(2(n − 1))), its interval by t on n − 1 degrees of freedom.
 *
 * @param moments n, mean and SD (n − 1) of the differences, second − first.
 * @param level confidence level of the intervals of the limits, in (0, 1).
 * @returns limits in the unit of the scores: between them lie 95 % of the differences if these are normal and do
 *   not depend on the size of what is measured.
 * @remarks Missing data: complete pairs. Fewer than two: 'too-few-respondents'.
 * @throws DomainError of `studentTQuantile`.
 * @see Bland, J. M., Altman, D. G. (1999). Measuring agreement in method comparison studies. Stat Methods Med Res
 *   8, 135–160, section 2.1. https://doi.org/10.1177/096228029900800204. Reference values: R 4.2.2.
 */
export function limitsOfAgreement(
  { n, mean, sd }: { readonly n: number; readonly mean: number; readonly sd: number },
  level = 0.95,
): LimitsOfAgreement | NotEstimable {
  if (n < 2) return { ok: false, reason: 'too-few-respondents' };
  const error = sd * Math.sqrt(1 / n + 1.96 ** 2 / (2 * (n - 1)));
  const reach = studentTQuantile((1 + level) / 2, n - 1) * error;
  const [lower, upper] = [mean - 1.96 * sd, mean + 1.96 * sd];
  return {
    ...{ ok: true, meanDifference: mean, standardDeviation: sd, lower, upper },
    lowerInterval: [lower - reach, lower + reach],
    upperInterval: [upper - reach, upper + reach],
  };
}
