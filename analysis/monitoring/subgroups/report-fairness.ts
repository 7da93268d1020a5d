import type { NotEstimable } from '../../estimate.ts';
import { groupColumn } from '../../table/group-column.ts';
import type { Table } from '../../table/table.ts';
import { checkCases } from '../outcomes/check-cases.ts';
import { aucFromCounts, type AreaUnderCurve } from '../performance/auc-from-counts.ts';
import { brierScore, type BrierScore } from '../performance/brier-score.ts';
import { compareAucUnpaired, type UnpairedAucs } from '../performance/compare-auc-unpaired.ts';
import { confusionAt, type Confusion, type ThresholdRule } from '../performance/confusion.ts';
import {
  observedExpectedRatio,
  type ObservedExpectedRatio,
} from '../performance/observed-expected-ratio.ts';
import {
  rateNames,
  ratesOfConfusion,
  type Rate,
  type RateName,
} from '../performance/rates-of-confusion.ts';
import { readPredictions } from '../performance/read-predictions.ts';
import { scoreCounts } from '../performance/score-counts.ts';
import { fairnessDifferences, type GroupDifferences } from './fairness-differences.ts';
import { poolRates, type PooledRates } from './pool-rates.ts';
import { sum } from '../../numeric/sum.ts';

export interface FairnessOptions {
  readonly outcome: string;
  readonly probability: string;
  readonly group: string;
  readonly threshold: number;
  readonly rule?: ThresholdRule | undefined;
  /** Group to compare with; default: each with all others together. */
  readonly reference?: string | undefined;
  /** Differences up to it do not matter; default 0.05. */
  readonly margin?: number | undefined;
  readonly minimumDenominator?: number | undefined;
  readonly minimumNumerator?: number | undefined;
  readonly level?: number | undefined;
}

export interface GroupPerformance extends Confusion {
  readonly group: string;
  readonly n: number;
  readonly prevalence: number | null;
  readonly meanRisk: number | null;
  readonly accuracy: number | null;
  readonly rates: Record<RateName, Rate>;
  readonly area: AreaUnderCurve | NotEstimable;
  readonly ratio: ObservedExpectedRatio;
  readonly scores: BrierScore;
}

export interface FairnessReport {
  readonly n: number;
  readonly missing: number;
  readonly groups: readonly GroupPerformance[];
  readonly differences: readonly (GroupDifferences & { readonly area: UnpairedAucs })[];
  /** Lowest over highest selection rate of the groups that have cases; null where nobody was selected. */
  readonly selectionRatio: number | null;
  readonly pooled: Record<RateName, PooledRates>;
}

interface Cases {
  readonly outcomes: Float64Array;
  readonly risks: Float64Array;
}

function performanceOf(
  group: string,
  { outcomes, risks }: Cases,
  { threshold, rule, level = 0.95 }: FairnessOptions,
): GroupPerformance {
  const n = outcomes.length;
  const confusion = confusionAt(outcomes, risks, threshold, rule);
  const share = (x: number) => (n > 0 ? x / n : null);
  return {
    ...{ group, n, ...confusion },
    ...{ prevalence: share(sum(outcomes)), meanRisk: share(sum(risks)) },
    accuracy: share(confusion.tp + confusion.tn),
    rates: ratesOfConfusion(confusion, level),
    area: aucFromCounts(scoreCounts(outcomes, risks), level),
    ratio: observedExpectedRatio(sum(outcomes), sum(risks), n, level),
    scores: brierScore(outcomes, risks),
  };
}

/**
 * How a prediction works in each group, how far the groups are apart, and what can be said of it.
 *
 * See `ratesOfConfusion`, `aucFromCounts`, `observedExpectedRatio`, `fairnessDifferences`, `poolRates`,
 * `compareAucUnpaired`.
 *
 * @param table named columns.
 * @param options outcome of 0 and 1, probability, grouping, threshold, reference, margin, minimums.
 * @returns groups in the order of their levels, differences from the reference, rates pooled over the groups.
 * @remarks Missing data: rows without outcome, probability or group are left out and counted.
 * @throws DomainError of `readPredictions`, `groupColumn` and `fairnessDifferences`; 'probability'.
 * @see the parts. Reference values: pROC 1.18.0, R 4.2.2.
 */
export function reportFairness(table: Table, options: FairnessOptions): FairnessReport {
  const { outcome, probability, reference, margin = 0.05, level = 0.95 } = options;
  const { outcomes, scores, rows } = readPredictions(table, outcome, [probability]);
  const [risks = new Float64Array()] = scores;
  checkCases(outcomes, risks);
  const { levels, index } = groupColumn(table, options.group);
  const casesIn = (isIn: (level: number) => boolean): Cases => {
    const places = [...rows.keys()].filter((place) => isIn(index[rows[place] ?? -1] ?? -1));
    const pick = (values: Float64Array) => Float64Array.from(places, (i) => values[i] ?? NaN);
    return { outcomes: pick(outcomes), risks: pick(risks) };
  };
  const groups = levels.map((name, own) => {
    return performanceOf(
      name,
      casesIn((place) => place === own),
      options,
    );
  });
  const differences = fairnessDifferences(
    groups.map((group) => ({ group: group.group, confusion: group })),
    reference,
    { ...options, margin },
  );
  const areaAgainst = (name: string): UnpairedAucs => {
    const own = levels.indexOf(name);
    const other = reference === undefined ? undefined : levels.indexOf(reference);
    const area = (isIn: (place: number) => boolean) => {
      const cases = casesIn(isIn);
      return aucFromCounts(scoreCounts(cases.outcomes, cases.risks), level);
    };
    const first = area((place) => place === own);
    const second = area((place) =>
      other === undefined ? place >= 0 && place !== own : place === other,
    );
    if (!first.ok) return first;
    return second.ok ? compareAucUnpaired(first, second, level) : second;
  };
  const n = sum(groups.map((group) => group.n));
  const selected = groups.map(({ rates }) => rates.selectionRate.value).filter((v) => v !== null);
  const highest = Math.max(...selected);
  return {
    ...{ n, missing: table.n - n, groups },
    differences: differences.map((one) => ({ ...one, area: areaAgainst(one.group) })),
    selectionRatio: highest > 0 ? Math.min(...selected) / highest : null,
    pooled: Object.fromEntries(
      rateNames.map((name) => [
        name,
        poolRates(
          groups.map(({ rates }) => rates[name]),
          level,
        ),
      ]),
    ) as Record<RateName, PooledRates>,
  };
}
