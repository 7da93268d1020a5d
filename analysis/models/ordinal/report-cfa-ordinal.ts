import type { NotEstimable } from '../../estimate.ts';
import type { Parameterization } from '../../numeric/ordinal/response-moments.ts';
import { correlationFromCovariance } from '../../psychometrics/correlation-from-covariance.ts';
import { covarianceOfRows } from '../../psychometrics/covariance-of-rows.ts';
import type { Table } from '../../table/table.ts';
import { htmt } from '../fit/htmt.ts';
import { buildModel } from '../table/build-model.ts';
import { describeFactors, type OrdinalFactor } from './describe-factors.ts';
import { estimateOrdinal, type OrdinalEstimator } from './estimate-ordinal.ts';
import { listEstimates, type ListedEstimate } from './list-estimates.ts';
import { ordinalData } from './ordinal-data.ts';
import { ordinalFitMeasures, type OrdinalFitMeasures } from './ordinal-fit-measures.ts';
import {
  ordinalModificationIndices,
  type OrdinalModificationIndex,
} from './ordinal-modification-indices.ts';
import { readOrdinalGroups, type OrdinalGroupsOptions } from './read-ordinal-groups.ts';

export interface CfaOrdinalOptions extends Omit<OrdinalGroupsOptions, 'group' | 'groupLevels'> {
  /** Default: 'WLSMV'. */
  readonly estimator?: OrdinalEstimator | undefined;
  /** Default: 'delta'. */
  readonly parameterization?: Parameterization | undefined;
  /** Factor variances at one instead of first loadings. Default: true. */
  readonly stdLv?: boolean | undefined;
  readonly orthogonal?: boolean | undefined;
}

type Rows = readonly (readonly number[])[];

export interface CfaOrdinalReport {
  readonly n: number;
  readonly estimator: OrdinalEstimator;
  readonly parameterization: Parameterization;
  readonly fit: OrdinalFitMeasures;
  readonly estimates: readonly ListedEstimate[];
  readonly factors: readonly OrdinalFactor[];
  /** In the order of `factors`. */
  readonly factorCorrelations: Rows;
  /** Heterotrait–monotrait ratios; null for a single factor. */
  readonly htmt: {
    readonly polychoric: Rows;
    readonly pearson: Rows;
    /** With geometric means, Pearson. */
    readonly pearson2: Rows;
  } | null;
  /** The ten largest. */
  readonly modificationIndices: readonly OrdinalModificationIndex[];
  readonly warnings: readonly {
    readonly code: 'empty-cells' | 'negative-variance' | 'correlation-above-one';
    readonly items: readonly string[];
    readonly cells?: number;
  }[];
}

const rowsOf = (values: Float64Array, size: number) =>
  Array.from({ length: size }, (_, row) => [...values.subarray(row * size, (row + 1) * size)]);

function warningsOf(
  estimates: readonly ListedEstimate[],
  emptyCells: readonly { items: readonly [string, string]; cells: number }[],
): CfaOrdinalReport['warnings'] {
  const isImproper = ({ lhs, op, rhs, standardised, estimate }: ListedEstimate) =>
    op === '~~' && (lhs === rhs ? estimate < 0 : Math.abs(standardised) > 1);
  return [
    ...emptyCells.map(({ items, cells }) => ({ code: 'empty-cells' as const, items, cells })),
    ...estimates.filter(isImproper).map(({ lhs, rhs }) => ({
      code: lhs === rhs ? ('negative-variance' as const) : ('correlation-above-one' as const),
      items: lhs === rhs ? [lhs] : [lhs, rhs],
    })),
  ];
}

/**
 * Confirmatory factor analysis of ordered items, from a researcher's table.
 *
 * Two-step polychoric correlations, diagonally weighted least squares; the functions composed say the rest.
 *
 * @param table named columns.
 * @param options model text, keying, estimator, parameterization, identification.
 * @param controls `onProgress` is called with the share done.
 * @returns fit (plain, scaled, robust), estimates with standard errors, factors with reliability and AVE,
 *   discriminant validity, modification indices, warnings; a reason when it cannot be estimated.
 * @remarks Missing data: listwise on the items of the model.
 * @throws DomainError as `readOrdinalGroups`, `buildModel`.
 * @see Muthén, B., du Toit, S., Spisic, D. (1997). Robust inference using weighted least squares and quadratic
 *   estimating equations. Reference values: lavaan 0.6-14 `cfa(ordered = , estimator = "WLSMV")`, semTools
 *   0.5-6.
 */
export function reportCfaOrdinal(
  table: Table,
  options: CfaOrdinalOptions,
  controls: { onProgress?: ((share: number) => void) | undefined } = {},
): CfaOrdinalReport | NotEstimable {
  const { estimator = 'WLSMV', parameterization = 'delta', stdLv = true, orthogonal } = options;
  const found = readOrdinalGroups(table, options, (share) => controls.onProgress?.(share * 0.8));
  if (!found.ok) return found;
  const data = ordinalData(found.moments);
  const model = buildModel(options.model, {
    ...{ isStandardised: stdLv, isOrthogonal: orthogonal ?? false, hasMeans: true },
    ordered: new Map(data.names.map((name, item) => [name, data.steps[item] ?? 0])),
  });
  const estimate = estimateOrdinal(model, data, { estimator, parameterization });
  if (!estimate.ok) return estimate;
  const estimates = listEstimates(estimate);
  const { factors, correlations } = describeFactors(estimate, estimates);
  const [rows] = found.rows;
  const blocks = factors.map(({ items }) => items.map((name) => data.names.indexOf(name)));
  const ratios = (matrix: Float64Array) => htmt(matrix, blocks);
  const pearson = rows && correlationFromCovariance(covarianceOfRows(rows).covariance).to1DArray();
  const size = factors.length;
  const [ofPearson, ofPolychoric] = [
    ratios(Float64Array.from(pearson ?? [])),
    ratios(data.groups[0]?.correlations ?? new Float64Array()),
  ];
  controls.onProgress?.(1);
  return {
    ...{ n: data.n, estimator, parameterization, fit: ordinalFitMeasures(estimate), estimates },
    ...{ factors, factorCorrelations: rowsOf(correlations, size) },
    htmt:
      size > 1
        ? {
            polychoric: rowsOf(ofPolychoric.htmt, size),
            pearson: rowsOf(ofPearson.htmt, size),
            pearson2: rowsOf(ofPearson.htmt2, size),
          }
        : null,
    modificationIndices: ordinalModificationIndices(estimate).slice(0, 10),
    warnings: warningsOf(estimates, found.moments[0]?.emptyCells ?? []),
  };
}
