import type { Matrix } from 'ml-matrix';
import type { Estimate, Interval, NotEstimable } from '../estimate.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';
import { correlationFromCovariance } from '../psychometrics/correlation-from-covariance.ts';
import { cronbachAlphaFromCovariance } from '../psychometrics/cronbach-alpha-from-covariance.ts';
import { feldtInterval } from '../psychometrics/feldt-interval.ts';
import { itemRestCorrelation } from '../psychometrics/item-rest-correlation.ts';
import { withoutItem } from '../psychometrics/without-item.ts';
import { alphaStandardError } from './alpha-standard-error.ts';

export interface AlphaDescription {
  readonly ok: true;
  /** Raw, from covariances: for sums and means of the answers as they are. */
  readonly raw: number;
  readonly level: number;
  /** Feldt, by F. */
  readonly interval: Interval;
  /** Large-sample standard error without equal correlations, and the interval α ± z SE. */
  readonly standardError: Estimate;
  readonly asymptoticInterval: Interval | undefined;
  /** From correlations: for sums of standardised answers. */
  readonly standardised: Estimate;
  readonly items: readonly {
    readonly name: string;
    readonly itemRestCorrelation: Estimate;
    readonly alphaIfDeleted: Estimate;
    readonly standardisedAlphaIfDeleted: Estimate;
  }[];
}

/** Of a correlation matrix that may hold NaN for items without variance. */
function standardisedAlpha(correlation: Matrix): Estimate {
  const alpha = cronbachAlphaFromCovariance(correlation);
  const isUndefined = !alpha.ok && alpha.reason === 'too-few-respondents';
  return isUndefined ? { ok: false, reason: 'zero-variance' } : alpha;
}

/**
 * Coefficient alpha with its intervals, standardised, and without each item.
 *
 * See the functions composed.
 *
 * @param covariance k × k, of complete cases.
 * @param names of the k items.
 * @param n respondents, ≥ 2.
 * @param level confidence level in (0, 1).
 * @returns coefficients in (−∞, 1]; or the reason alpha is not estimable.
 * @remarks Missing data: complete cases of all k items also where an item is left out. Items without variance
 *   count in raw alpha; standardised alpha is then 'zero-variance'.
 * @throws DomainError 'feldt-interval' for a level outside (0, 1).
 * @see Cronbach, L. J. (1951). https://doi.org/10.1007/BF02310555. Reference values: psych 2.2.9 `alpha`.
 */
export function describeAlpha(
  covariance: Matrix,
  names: readonly string[],
  n: number,
  level: number,
): AlphaDescription | NotEstimable {
  const alpha = cronbachAlphaFromCovariance(covariance);
  if (!alpha.ok) return alpha;
  const correlation = correlationFromCovariance(covariance);
  const error = alphaStandardError(covariance, n);
  const reach = error.ok ? normalQuantile((1 + level) / 2) * error.value : NaN;
  return {
    ...{ ok: true, raw: alpha.value, level },
    interval: feldtInterval(alpha.value, n, covariance.rows, level),
    standardError: error,
    asymptoticInterval: error.ok ? [alpha.value - reach, alpha.value + reach] : undefined,
    standardised: standardisedAlpha(correlation),
    items: names.map((name, item) => ({
      name,
      itemRestCorrelation: itemRestCorrelation(covariance, item),
      alphaIfDeleted: cronbachAlphaFromCovariance(withoutItem(covariance, item)),
      standardisedAlphaIfDeleted: standardisedAlpha(withoutItem(correlation, item)),
    })),
  };
}
