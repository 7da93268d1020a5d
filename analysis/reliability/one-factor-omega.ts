import type { NotEstimable } from '../estimate.ts';
import { confirmatoryFactorAnalysis } from '../models/confirmatory-factor-analysis.ts';
import type { ModelWarning } from '../models/fit/admissibility.ts';
import type { ConvergentValidity } from '../models/fit/convergent-validity.ts';
import type { NormalFitIndices } from '../models/fit/normal-fit-indices.ts';
import type { ItemMatrix } from '../table/item-matrix.ts';
import { oneFactorTable } from './one-factor-table.ts';

export interface OneFactorOmega extends ConvergentValidity {
  readonly ok: true;
  /** Standardised, one per item. */
  readonly loadings: readonly number[];
  /** Omega is no better than the model it rests on. */
  readonly fit: NormalFitIndices;
  readonly warnings: readonly ModelWarning[];
}

/**
 * McDonald's omega total from a one-factor model of continuous items.
 *
 * Maximum likelihood, factor variance one; ω = (Σλ)²/V, V the implied (to be reported) or the sample variance
 * of the sum; see `convergentValidity`.
 *
 * @param rows n × k without missing answers, k ≥ 3.
 * @returns ω in [0, 1] (the version over the sample variance may pass 1), AVE, composite reliability,
 *   standardised loadings and the fit of the model.
 * @remarks Missing data: none allowed here (listwise). Fewer than three items: 'not-identified'; others as
 *   `confirmatoryFactorAnalysis`. Improper solutions are returned with warnings.
 * @throws never.
 * @see McDonald, R. P. (1999). Test Theory: A Unified Treatment, eq. 6.21. Reference values: lavaan 0.6.14 `cfa`,
 *   semTools 0.5.6 `compRelSEM`.
 */
export function oneFactorOmega(rows: ItemMatrix): OneFactorOmega | NotEstimable {
  if (rows.names.length < 3) return { ok: false, reason: 'not-identified' };
  const { table, model } = oneFactorTable(rows);
  const report = confirmatoryFactorAnalysis(table, { model, estimator: 'ML' });
  if (!report.ok) return { ok: false, reason: report.reason };
  const factor = report.validity[0]?.factors[0];
  if (!factor) return { ok: false, reason: 'no-convergence' };
  const loadings = report.parameters.filter(({ op }) => op === '=~');
  return {
    ok: true,
    omegaImpliedVariance: factor.omegaImpliedVariance,
    omegaObservedVariance: factor.omegaObservedVariance,
    averageVarianceExtracted: factor.averageVarianceExtracted,
    averageVarianceExtractedUnstandardised: factor.averageVarianceExtractedUnstandardised,
    compositeReliability: factor.compositeReliability,
    loadings: loadings.map(({ standardised }) => standardised),
    ...{ fit: report.fit, warnings: report.warnings },
  };
}
