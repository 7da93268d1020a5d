import type { Matrix } from 'ml-matrix';
import { correlationOfItems } from '../correlations/correlation-of-items.ts';
import type { Estimate, NotEstimable } from '../estimate.ts';
import type { OrdinalFitMeasures } from '../models/ordinal/ordinal-fit-measures.ts';
import { reportCfaOrdinal } from '../models/ordinal/report-cfa-ordinal.ts';
import { cronbachAlphaFromCovariance } from '../psychometrics/cronbach-alpha-from-covariance.ts';
import type { ItemMatrix } from '../table/item-matrix.ts';
import { exploratoryOmega, type ExploratoryOmega } from './exploratory-omega.ts';
import { oneFactorTable } from './one-factor-table.ts';

export interface CategoricalModelOmega {
  readonly ok: true;
  /** Green and Yang's reliability of the sum of the answers, over the model-implied variance: to be reported. */
  readonly categoricalOmega: number;
  /** Over the variance that the observed polychoric correlations imply; may pass 1. */
  readonly categoricalOmegaObservedVariance: number;
  /** Of the sum of the unobserved continuous responses; no property of the scores people get. */
  readonly latentResponseOmega: number;
  readonly latentResponseOmegaObservedVariance: number;
  /** Standardised, one per item. */
  readonly loadings: readonly number[];
  readonly fit: OrdinalFitMeasures;
}

export type OrdinalReliability =
  | {
      readonly ok: true;
      /** Alpha of the polychoric correlations: reliability of unobserved responses, never the headline. */
      readonly ordinalAlpha: Estimate;
      /** The same by one minimum-residual factor. */
      readonly ordinalOmega: ExploratoryOmega;
      /** From a one-factor model by WLSMV. */
      readonly model: CategoricalModelOmega | NotEstimable;
    }
  | NotEstimable;

function modelOmega(rows: ItemMatrix, correlation: Matrix): CategoricalModelOmega | NotEstimable {
  if (rows.names.length < 3) return { ok: false, reason: 'not-identified' };
  const { table, model } = oneFactorTable(rows);
  const report = reportCfaOrdinal(table, { model, estimator: 'WLSMV' });
  if ('reason' in report) return report;
  const [factor] = report.factors;
  if (!factor) return { ok: false, reason: 'no-convergence' };
  const loadings = report.estimates.flatMap(({ op, standardised }) =>
    op === '=~' ? [standardised] : [],
  );
  const common = loadings.reduce((sum, value) => sum + value, 0) ** 2;
  return {
    ok: true,
    categoricalOmega: factor.categoricalOmegaModelVariance,
    categoricalOmegaObservedVariance: factor.categoricalOmega,
    latentResponseOmega: factor.compositeReliability,
    latentResponseOmegaObservedVariance: common / correlation.sum(),
    ...{ loadings, fit: report.fit },
  };
}

/**
 * Reliability of ordered items: categorical omega, and alpha and omega of the polychoric correlations.
 *
 * Categorical omega as in `categoricalOmega`; ordinal α = `cronbachAlphaFromCovariance` of two-step polychoric
 * correlations.
 *
 * @param rows n × k without missing answers, every value a category.
 * @returns coefficients in (−∞, 1]; the reasons of `correlationOfItems` where there are no correlations.
 * @remarks Missing data: none allowed here (listwise). Ordinal alpha and omega refer to the continuous responses
 *   behind the answers, which nobody observes; only categorical omega is about the sum score.
 * @throws DomainError 'too-many-categories'.
 * @see Green, S. B., Yang, Y. (2009). https://doi.org/10.1007/s11336-008-9099-3; Chalmers, R. P. (2018). On
 *   misconceptions and the limited usefulness of ordinal alpha. Educ Psychol Meas 78, 1056–1071.
 *   https://doi.org/10.1177/0013164417727036; Zumbo, B. D. et al. (2007). J Mod Appl Stat Methods 6, 21–29.
 *   Reference values: lavaan 0.6.14, semTools 0.5.6, psych 2.2.9.
 */
export function ordinalReliability(rows: ItemMatrix): OrdinalReliability {
  const correlation = correlationOfItems(rows, 'polychoric');
  if (!correlation.ok) return correlation;
  const { matrix } = correlation;
  return {
    ok: true,
    ordinalAlpha: cronbachAlphaFromCovariance(matrix),
    ordinalOmega: exploratoryOmega(matrix, rows.n, 'minres'),
    model: modelOmega(rows, matrix),
  };
}
