import { DomainError } from '../errors.ts';
import type { Interval, NotEstimable } from '../estimate.ts';
import { wilsonInterval } from '../groups/wilson-interval.ts';
import { expressionColumn } from '../table/expression/expression-column.ts';
import type { Table } from '../table/table.ts';
import { clusterSizes, type ClusterSizes, type MultilevelWarning } from './cluster-sizes.ts';
import { groupDependence } from './group-dependence.ts';
import { readModel } from './read-model.ts';

export interface ClusteredProportionOptions {
  readonly outcome: string;
  /** What counts as an event: "attitude >= 4"; default: the outcome is 1 (of 0 and 1). */
  readonly binary?: string | undefined;
  readonly group: string;
  /** Rows without one of these are left out, so that the n is that of a model with them. */
  readonly covariates?: readonly string[] | undefined;
  readonly level?: number | undefined;
}

export type ClusteredInterval =
  | {
      readonly ok: true;
      /** Cluster size corrected for unequal sizes. */
      readonly k0: number;
      /** ICC(1) of the analysis of variance with k₀; may be negative, then the interval is narrower. */
      readonly intraclassCorrelation: number;
      readonly designEffect: number;
      readonly effectiveN: number;
      /** Wilson at the effective n: the one to report. */
      readonly interval: Interval;
    }
  | NotEstimable;

export interface ClusteredProportionReport {
  readonly n: number;
  readonly missing: number;
  readonly events: number;
  readonly proportion: number | null;
  readonly clusters: ClusterSizes;
  readonly warnings: readonly MultilevelWarning[];
  readonly clustered: ClusteredInterval;
  /** Wilson as if respondents were independent; null without respondents. */
  readonly unadjustedInterval: Interval | null;
}

/**
 * A proportion whose respondents come in clusters (sites, teams), with an interval that allows for it.
 *
 * D = 1 + (Σ m²/Σ m − 1) ρ, ρ the ANOVA intraclass correlation with k₀; Wilson's interval at n/D.
 *
 * @param table named columns.
 * @param options outcome or what counts as an event, the clusters, confidence level.
 * @returns proportion in [0, 1], D ≥ 1 when people of a cluster answer alike.
 * @remarks Missing data: rows without outcome, cluster or a covariate are left out. One cluster:
 *   'too-few-groups'; one respondent in each: 'too-few-respondents'; all or none in every cluster:
 *   'zero-variance'.
 * @throws DomainError of `readModel`; 'not-binary' for an outcome with other values than 0 and 1.
 * @see Donner, A., Klar, N. (2000). Design and Analysis of Cluster Randomization Trials, ch. 1; Korn, E. L.,
 *   Graubard, B. I. (1998). Confidence intervals for proportions with small expected number of positive counts
 *   estimated from survey data. Survey Methodology 24, 193–201. By formula in R 4.2.2.
 */
export function clusteredProportion(
  table: Table,
  options: ClusteredProportionOptions,
): ClusteredProportionReport {
  const { outcome, binary, level = 0.95 } = options;
  const rows = readModel(table, options, expressionColumn(table, binary ?? outcome));
  const other = rows.outcome.find((value) => value !== 0 && value !== 1);
  if (other !== undefined) throw new DomainError('not-binary', { value: other });
  const { n } = rows;
  const events = rows.outcome.reduce((sum, event) => sum + event, 0);
  const moments = [...rows.lowerStart.subarray(0, -1)].map((start, cluster) => {
    const values = rows.outcome.subarray(start, rows.lowerStart[cluster + 1]);
    const yes = values.reduce((sum, event) => sum + event, 0);
    const size = values.length;
    return { level: '', n: size, mean: yes / size, squares: (yes * (size - yes)) / size };
  });
  const { dependence } = groupDependence(moments);
  const { sizes, warnings } = clusterSizes(rows, false);
  const adjusted = (): ClusteredInterval => {
    if (!dependence.ok) return dependence;
    const { k0, icc1WithK0: icc } = dependence;
    const weighted = moments.reduce((sum, cluster) => sum + cluster.n ** 2, 0) / n;
    const designEffect = 1 + (weighted - 1) * icc;
    if (!(designEffect > 0)) return { ok: false, reason: 'zero-variance' };
    const effectiveN = n / designEffect;
    if (effectiveN < 1) return { ok: false, reason: 'too-few-respondents' };
    return {
      ...{ ok: true, k0, intraclassCorrelation: icc, designEffect, effectiveN },
      interval: wilsonInterval((events / n) * effectiveN, effectiveN, level),
    };
  };
  return {
    ...{ n, missing: rows.incomplete, events, proportion: n > 0 ? events / n : null },
    ...{ clusters: sizes, warnings },
    clustered: adjusted(),
    unadjustedInterval: n > 0 ? wilsonInterval(events, n, level) : null,
  };
}
