import type { NotEstimable } from '../estimate.ts';
import { pairedChange } from '../groups/paired-change.ts';
import type { PairedChange } from '../groups/paired-change-from-moments.ts';
import { covarianceOfRows } from '../psychometrics/covariance-of-rows.ts';
import { completeRows } from '../table/complete-rows.ts';
import type { Table } from '../table/table.ts';
import { intraclassCorrelations, type IntraclassCorrelations } from './intraclass-correlations.ts';
import { limitsOfAgreement, type LimitsOfAgreement } from './limits-of-agreement.ts';
import { repeatedMeasurements, type MeasurementSelection } from './repeated-measurements.ts';
import { smallestDetectableChange } from './smallest-detectable-change.ts';
import { twoWayMeanSquares } from './two-way-mean-squares.ts';

export interface RetestOptions extends MeasurementSelection {
  /** Confidence level in (0, 1). */
  readonly level: number;
}

export interface RetestError {
  /** Systematic differences between measurements count as error: SD √(1 − ICC2), SD of all scores. */
  readonly standardErrorOfMeasurementAgreement: number;
  readonly smallestDetectableChange95Agreement: number;
  /** They do not: √MS_E, for two measurements SD of the differences / √2. */
  readonly standardErrorOfMeasurementConsistency: number;
  readonly smallestDetectableChange95Consistency: number;
}

export interface RetestReport {
  readonly n: number;
  readonly nComplete: number;
  readonly missing: 'listwise';
  readonly level: number;
  readonly measurements: readonly {
    readonly name: string;
    readonly mean: number;
    readonly sd: number;
  }[];
  readonly intraclassCorrelations: IntraclassCorrelations;
  readonly measurementError: RetestError;
  /** Two measurements only. */
  readonly pearson: number | null;
  readonly limitsOfAgreement: LimitsOfAgreement | NotEstimable | undefined;
  readonly change: PairedChange | undefined;
}

function compareTwo(values: Float64Array, level: number) {
  const before = values.filter((_, cell) => cell % 2 === 0);
  const after = values.filter((_, cell) => cell % 2 === 1);
  const change = pairedChange(before, after, level);
  const n = before.length;
  const mean = after.reduce((sum, value, row) => sum + value - (before[row] ?? NaN), 0) / n;
  const sd = change.ok ? change.sdChange : 0;
  return { change, limitsOfAgreement: limitsOfAgreement({ n, mean, sd }, level) };
}

/**
 * Test-retest or inter-rater reliability of a score: intraclass correlations, measurement error, limits of
 * agreement.
 *
 * See the functions composed; SEM and SDC in points of the score.
 *
 * @param table named columns.
 * @param options measurements or a scale with suffixes, confidence level.
 * @returns the report; or the reason nothing can be said. To be reported by default: ICC2 with its interval.
 * @remarks Missing data: people with every measurement. Others as `twoWayMeanSquares`.
 * @throws DomainError as `repeatedMeasurements`.
 * @see Koo, T. K., Li, M. Y. (2016). A guideline of selecting and reporting intraclass correlation coefficients. J
 *   Chiropr Med 15, 155–163. https://doi.org/10.1016/j.jcm.2016.02.012; de Vet, H. C. W. et al. (2006). J Clin
 *   Epidemiol 59, 1033–1039. https://doi.org/10.1016/j.jclinepi.2005.10.015. Reference values: psych 2.2.9 `ICC`,
 *   irr 0.84.1 `icc`.
 */
export function reportRetest(table: Table, options: RetestOptions): RetestReport | NotEstimable {
  const { level } = options;
  const all = repeatedMeasurements(table, options);
  const rows = completeRows(all);
  const squares = twoWayMeanSquares(rows);
  if (!squares.ok) return squares;
  const { means, covariance } = covarianceOfRows(rows);
  const icc = intraclassCorrelations(squares, level);
  const agreement = icc.ICC2.ok ? icc.ICC2.value : 0;
  const errors = {
    agreement: Math.sqrt(squares.total * (1 - agreement)),
    consistency: Math.sqrt(squares.residual),
  };
  const [a, b] = covariance.diagonal();
  const scale = Math.sqrt((a ?? NaN) * (b ?? NaN));
  const two = rows.names.length === 2 ? compareTwo(rows.values, level) : undefined;
  return {
    ...{ n: all.n, nComplete: rows.n, missing: 'listwise', level },
    measurements: rows.names.map((name, j) => ({
      ...{ name, mean: means[j] ?? NaN, sd: Math.sqrt(covariance.get(j, j)) },
    })),
    intraclassCorrelations: icc,
    measurementError: {
      standardErrorOfMeasurementAgreement: errors.agreement,
      smallestDetectableChange95Agreement: smallestDetectableChange(errors.agreement),
      standardErrorOfMeasurementConsistency: errors.consistency,
      smallestDetectableChange95Consistency: smallestDetectableChange(errors.consistency),
    },
    pearson: two && scale > 0 ? covariance.get(0, 1) / scale : null,
    limitsOfAgreement: two?.limitsOfAgreement,
    change: two?.change,
  };
}
