import type { Estimate, Interval, NotEstimable } from '../estimate.ts';
import { correlationFromCovariance } from './correlation-from-covariance.ts';
import { cronbachAlphaFromCovariance } from './cronbach-alpha-from-covariance.ts';
import { feldtInterval } from './feldt-interval.ts';
import { itemCovariance } from './item-covariance.ts';
import type { ItemPairTables } from './item-pair-tables.ts';
import { itemRestCorrelation } from './item-rest-correlation.ts';
import { withoutItem } from './without-item.ts';

export interface AlphaItem {
  readonly itemRestCorrelation: Estimate;
  readonly alphaIfDeleted: Estimate;
}

export type CronbachAlpha =
  | {
      readonly ok: true;
      /** Complete cases. */
      readonly n: number;
      readonly k: number;
      readonly alpha: number;
      readonly interval: Interval;
      readonly standardised: Estimate;
      readonly items: readonly AlphaItem[];
      /** Indexes of items that did not vary: counted in k, to be named on the page. */
      readonly zeroVarianceItems: readonly number[];
    }
  | (NotEstimable & { readonly zeroVarianceItems: readonly number[] });

/**
 * Raw coefficient alpha over complete cases with Feldt's interval, standardised alpha, and for each
 * item the item-rest correlation and alpha without it.
 *
 * α from the covariance matrix (n − 1), standardised α from its correlation matrix; see the kernels.
 *
 * @param tables item pair tables of the scale's items and no others: listwise refers to them.
 * @param level confidence level in (0, 1).
 * @returns alpha in (−∞, 1], higher is more consistent; or the reason it is not estimable.
 * @remarks Missing data: listwise. Nothing is reversed or dropped silently: items without variance
 *   stay in raw alpha and are named, standardised alpha is then not estimable. Fewer than two
 *   complete cases: 'too-few-respondents'.
 * @throws DomainError 'no-items', 'feldt-interval'.
 * @see Cronbach, L. J. (1951). Psychometrika 16, 297–334, eq. 2. https://doi.org/10.1007/BF02310555;
 *   Feldt et al. (1987). https://doi.org/10.1177/014662168701100107. Reference values: psych 2.2.9
 *   `alpha` on complete cases, R 4.2.2 `qf`.
 */
export function cronbachAlpha(tables: ItemPairTables, level = 0.95): CronbachAlpha {
  const n = tables.completeCases;
  const k = tables.items.length;
  const covariance = itemCovariance(tables, 'listwise');
  const zeroVarianceItems = covariance.diagonal().flatMap((v, item) => (v === 0 ? [item] : []));
  const alpha = cronbachAlphaFromCovariance(covariance);
  if (!alpha.ok) return { ...alpha, zeroVarianceItems };
  const standardised: Estimate =
    zeroVarianceItems.length > 0
      ? { ok: false, reason: 'zero-variance' }
      : cronbachAlphaFromCovariance(correlationFromCovariance(covariance));
  return {
    ok: true,
    n,
    k,
    alpha: alpha.value,
    interval: feldtInterval(alpha.value, n, k, level),
    standardised,
    items: tables.items.map((_, item) => ({
      itemRestCorrelation: itemRestCorrelation(covariance, item),
      alphaIfDeleted: cronbachAlphaFromCovariance(withoutItem(covariance, item)),
    })),
    zeroVarianceItems,
  };
}
