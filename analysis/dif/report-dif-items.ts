import type { Interval, NotEstimable } from '../estimate.ts';
import { adjustPValues } from '../groups/adjust-p-values.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';
import type { DifSample } from './dif-sample.ts';
import { difVerdict, type DifVerdict } from './dif-verdict.ts';
import { generalisedMantelHaenszel } from './generalised-mantel-haenszel.ts';
import { liuAgrestiLogOdds } from './liu-agresti-log-odds.ts';
import { mantelTest } from './mantel-test.ts';
import { matchingTable, type MatchingScore } from './matching-table.ts';
import { ordinalLogisticDif, type OrdinalLogisticDif } from './ordinal-logistic-dif.ts';
import { standardisedMeanDifference } from './standardised-mean-difference.ts';
import type { StratifiedTable } from './stratified-table.ts';
import { usableStrata } from './usable-strata.ts';

interface Gain {
  readonly uniform: number;
  readonly nonUniform: number;
  readonly total: number;
}

export interface LogisticDifReport extends OrdinalLogisticDif {
  /** p of the test with 2 df, adjusted over the items. */
  readonly holmP: number;
  readonly benjaminiHochbergP: number;
  readonly deltaNagelkerke: Gain;
  readonly deltaMcFadden: Gain;
  /** Odds of a higher answer, focal against reference group, at the same matching score. */
  readonly oddsRatio: number;
  readonly oddsRatioInterval: Interval;
  readonly verdict: DifVerdict;
}

export interface DifItemReport {
  readonly item: string;
  /** Whether the item is part of the other items' matching score. */
  readonly isAnchor: boolean;
  readonly ordinalLogistic: LogisticDifReport | NotEstimable;
  readonly mantel: MantelReport;
}

interface MantelReport {
  readonly test: ReturnType<typeof mantelTest>;
  readonly generalised: ReturnType<typeof generalisedMantelHaenszel>;
  readonly liuAgrestiLogOdds: ReturnType<typeof liuAgrestiLogOdds>;
  readonly standardisedMeanDifference: ReturnType<typeof standardisedMeanDifference>;
  readonly strataUsed: number;
  readonly nUsed: number;
}

function mantelReport(table: StratifiedTable): MantelReport {
  const strata = usableStrata(table);
  return {
    test: mantelTest(table),
    generalised: generalisedMantelHaenszel(table),
    liuAgrestiLogOdds: liuAgrestiLogOdds(table),
    standardisedMeanDifference: standardisedMeanDifference(table),
    strataUsed: strata.length,
    nUsed: strata.reduce((sum, { nReference, nFocal }) => sum + nReference + nFocal, 0),
  };
}

function gain(explained: OrdinalLogisticDif['nagelkerke']): Gain {
  const { score, scoreGroup, scoreGroupInteraction } = explained;
  return {
    uniform: scoreGroup - score,
    nonUniform: scoreGroupInteraction - scoreGroup,
    total: scoreGroupInteraction - score,
  };
}

/**
 * Differential item functioning of every item, the groups matched by the anchors' score.
 *
 * Ordinal logistic regression with p adjusted over the items, and the Mantel family at the same score.
 *
 * @param sample complete answers of two groups.
 * @param anchors indexes of the items of the matching score.
 * @param options total or rest score, level of significance, confidence level.
 * @returns one report an item, in their order.
 * @remarks Missing data: none in the sample. What cannot be estimated carries its reason and is not counted in
 *   the adjustment.
 * @throws never.
 * @see `ordinalLogisticDif`, `mantelTest`, `adjustPValues` for sources.
 */
export function reportDifItems(
  sample: DifSample,
  anchors: ReadonlySet<number>,
  options: {
    readonly matching: MatchingScore;
    readonly alpha: number;
    readonly confidenceLevel: number;
  },
): DifItemReport[] {
  const z = normalQuantile((1 + options.confidenceLevel) / 2);
  const studied = sample.names.map((item, i) => {
    const table = matchingTable(sample, i, anchors, options.matching);
    return { item, isAnchor: anchors.has(i), table, result: ordinalLogisticDif(table) };
  });
  const p = studied.map(({ result }) => (result.ok ? result.total.p : NaN));
  const holm = adjustPValues(p, 'holm');
  const benjaminiHochberg = adjustPValues(p, 'bh');
  const logistic = (result: OrdinalLogisticDif, i: number): LogisticDifReport => {
    const { estimate, standardError } = result.groupEffect;
    const [deltaNagelkerke, deltaMcFadden] = [gain(result.nagelkerke), gain(result.mcFadden)];
    const holmP = holm[i] ?? NaN;
    const effect = { nagelkerke: deltaNagelkerke.total, mcFadden: deltaMcFadden.total };
    return {
      ...result,
      ...{ holmP, benjaminiHochbergP: benjaminiHochberg[i] ?? NaN, deltaNagelkerke, deltaMcFadden },
      oddsRatio: Math.exp(estimate),
      oddsRatioInterval: [
        Math.exp(estimate - z * standardError),
        Math.exp(estimate + z * standardError),
      ],
      verdict: difVerdict({ p: holmP, ...effect }, options.alpha),
    };
  };
  return studied.map(({ item, isAnchor, table, result }, i) => ({
    item,
    isAnchor,
    ordinalLogistic: result.ok ? logistic(result, i) : result,
    mantel: mantelReport(table),
  }));
}
