import { orderedItems } from '../correlations/ordered-items.ts';
import { pairwiseCovariance } from '../correlations/pairwise-covariance.ts';
import type { Estimate, NotEstimable } from '../estimate.ts';
import { seededGenerator } from '../numeric/seeded-generator.ts';
import { correlationFromCovariance } from '../psychometrics/correlation-from-covariance.ts';
import { cronbachAlphaFromCovariance } from '../psychometrics/cronbach-alpha-from-covariance.ts';
import { completeRows } from '../table/complete-rows.ts';
import { itemMatrix, type ItemSelection } from '../table/item-matrix.ts';
import type { Table } from '../table/table.ts';
import { covarianceOfItems } from './covariance-of-items.ts';
import { describeAlpha, type AlphaDescription } from './describe-alpha.ts';
import {
  describeSplitHalves,
  type SplitHalfDescription,
  type SplitOptions,
} from './describe-split-halves.ts';
import { exploratoryOmega, type ExploratoryOmega } from './exploratory-omega.ts';
import { guttmanLambdas, type GuttmanLambdas } from './guttman-lambdas.ts';
import { hierarchicalOmega, type HierarchicalOmega } from './hierarchical-omega.ts';
import { oneFactorOmega, type OneFactorOmega } from './one-factor-omega.ts';
import { ordinalReliability, type OrdinalReliability } from './ordinal-reliability.ts';
import {
  summariseInterItemCorrelations,
  type InterItemCorrelations,
} from './summarise-inter-item-correlations.ts';
import { sumScoreError, type SumScoreError } from './sum-score-error.ts';

export interface ReliabilityOptions extends ItemSelection, SplitOptions {
  /** Confidence level in (0, 1). */
  readonly level: number;
  /** Numbers of group factors for which omega hierarchical is computed. */
  readonly groupFactors: readonly number[];
  /** Whether the answers are ordered categories; default: when all items look so (`orderedItems`). */
  readonly ordered?: boolean | undefined;
}

export interface ReliabilityReport {
  /** Rows of the table, and those that answered every item. */
  readonly n: number;
  readonly nComplete: number;
  readonly missing: 'listwise';
  readonly items: readonly string[];
  readonly reversed: readonly string[];
  /** Items in which everybody answered alike: counted in raw alpha. */
  readonly zeroVarianceItems: readonly string[];
  readonly alpha: AlphaDescription | NotEstimable;
  readonly interItemCorrelations: InterItemCorrelations | undefined;
  /** Error of the sum score by raw alpha. */
  readonly measurementError: SumScoreError;
  /** Of covariances, and λ6 of correlations. */
  readonly guttman: GuttmanLambdas;
  readonly lambda6OfCorrelations: Estimate;
  readonly splitHalf: SplitHalfDescription;
  readonly omega: {
    /** Confirmatory one-factor model: the version over the implied variance is to be reported. */
    readonly oneFactor: OneFactorOmega | NotEstimable;
    readonly exploratory: { readonly minres: ExploratoryOmega; readonly ml: ExploratoryOmega };
    readonly hierarchical: readonly (
      | (HierarchicalOmega & { readonly turnedItems: readonly string[] })
      | (NotEstimable & { readonly groupFactors: number })
    )[];
  };
  /** Undefined for items that are not ordered categories. */
  readonly ordinal: OrdinalReliability | undefined;
  /** From covariances over all who answered each pair; not a substitute for the listwise coefficients. */
  readonly pairwise: {
    readonly alpha: Estimate;
    readonly standardisedAlpha: Estimate;
    readonly lambda6: Estimate;
  };
}

const lambda6Of = (lambdas: GuttmanLambdas): Estimate => (lambdas.ok ? lambdas.lambda6 : lambdas);

/**
 * The internal consistency of a scale by every coefficient in use, each under its variant's name.
 *
 * See the functions composed.
 *
 * @param table named columns.
 * @param options items, keying, confidence level, group factors, random splits and their seed.
 * @returns coefficients in (−∞, 1], or the reason there is none.
 * @remarks Missing data: listwise, except under `pairwise`. Nothing is reversed or dropped but by the options,
 *   except in `omega.hierarchical`, which names what it turns.
 * @throws DomainError as `itemMatrix`.
 * @see Revelle, W., Condon, D. M. (2019). Reliability from α to ω: a tutorial. Psychol Assess 31, 1395–1411.
 *   https://doi.org/10.1037/pas0000754. Reference values: psych 2.2.9, lavaan 0.6.14, semTools 0.5.6.
 */
export function reportReliability(table: Table, options: ReliabilityOptions): ReliabilityReport {
  const matrix = itemMatrix(table, options);
  const rows = completeRows(matrix);
  const { names, n } = rows;
  const k = names.length;
  const { covariance, constant } = covarianceOfItems(rows);
  const correlation = correlationFromCovariance(covariance);
  const alpha = describeAlpha(covariance, names, n, options.level);
  const pairwise = pairwiseCovariance(matrix);
  const pairwiseCorrelations = correlationFromCovariance(pairwise);
  const isOrdered = options.ordered ?? orderedItems(matrix).length === k;
  const named = (items: readonly number[]) => items.map((item) => names[item] ?? '');
  const hierarchical = options.groupFactors.map((groupFactors) => {
    const found = hierarchicalOmega(correlation, n, groupFactors, seededGenerator(options.seed));
    return found.ok ? { ...found, turnedItems: named(found.turned) } : { ...found, groupFactors };
  });
  return {
    ...{ n: matrix.n, nComplete: n, missing: 'listwise', items: names },
    reversed: options.reverse ?? [],
    zeroVarianceItems: named(constant),
    alpha,
    interItemCorrelations: summariseInterItemCorrelations(correlation),
    measurementError: alpha.ok ? sumScoreError(covariance.sum(), alpha.raw, k) : alpha,
    guttman: guttmanLambdas(covariance),
    lambda6OfCorrelations: lambda6Of(guttmanLambdas(correlation)),
    splitHalf: describeSplitHalves(covariance, correlation, options),
    omega: {
      oneFactor: oneFactorOmega(rows),
      exploratory: {
        minres: exploratoryOmega(correlation, n, 'minres'),
        ml: exploratoryOmega(correlation, n, 'ml'),
      },
      hierarchical,
    },
    ordinal: isOrdered ? ordinalReliability(rows) : undefined,
    pairwise: {
      alpha: cronbachAlphaFromCovariance(pairwise),
      standardisedAlpha: cronbachAlphaFromCovariance(pairwiseCorrelations),
      lambda6: lambda6Of(guttmanLambdas(pairwiseCorrelations)),
    },
  };
}
