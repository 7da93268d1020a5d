import { kolmogorovSmirnovP } from '../numeric/kolmogorov-smirnov-p.ts';
import { expressionColumn } from '../table/expression/expression-column.ts';
import type { Table } from '../table/table.ts';
import { chooseLevels } from './choose-levels.ts';
import { groupMoments } from './group-moments.ts';
import { leveneTest } from './levene-test.ts';
import { mannWhitney, type MannWhitney } from './mann-whitney.ts';
import type { OneWayAnova } from './one-way-anova.ts';
import { standardisedDifference, type StandardisedDifference } from './standardised-difference.ts';
import { twoSampleT, type TwoSampleT } from './two-sample-t.ts';

export interface TwoGroupsOptions {
  readonly outcome: string;
  readonly group: string;
  readonly group1?: string | number | undefined;
  readonly group2?: string | number | undefined;
  readonly level?: number | undefined;
}

export interface TwoGroupsReport {
  readonly groups: readonly {
    readonly level: string;
    readonly n: number;
    readonly mean: number | null;
    readonly sd: number | null;
  }[];
  /** To be reported first. */
  readonly welch: TwoSampleT;
  readonly student: TwoSampleT;
  readonly effectSizes: StandardisedDifference;
  readonly mannWhitney: MannWhitney;
  /** Equality of variances, about the medians. */
  readonly brownForsythe: OneWayAnova;
  readonly kolmogorovSmirnov: {
    readonly statistic: number;
    readonly p: number;
    readonly pExact: number | null;
  } | null;
}

/**
 * Two independent groups compared: means, ranks, spreads, distributions.
 *
 * Differences are first − second; see each test.
 *
 * @param table named columns.
 * @param options outcome (column or formula), group, which two levels, confidence level.
 * @returns Welch's test with Hedges' g first; the others beside it.
 * @remarks Missing data: rows without the outcome or the group are left out.
 * @throws DomainError of the columns, 'not-two-groups', 'unknown-level'.
 * @see the parts. Reference values: R 4.2.2, effectsize 0.8.3, car 3.1.1.
 */
export function compareTwoGroups(table: Table, options: TwoGroupsOptions): TwoGroupsReport {
  const { outcome, group, group1, group2, level = 0.95 } = options;
  const values = expressionColumn(table, outcome);
  const grouping = chooseLevels(table, group, group1, group2);
  const moments = groupMoments(values, grouping);
  const empty = { level: '', n: 0, mean: NaN, squares: 0 };
  const [first = empty, second = empty] = moments;
  const [one, two] = [0, 1].map((place) => {
    return values.filter((x, row) => grouping.index[row] === place && !Number.isNaN(x));
  }) as [Float64Array, Float64Array];
  return {
    groups: moments.map(({ level: name, n, mean, squares }) => ({
      ...{ level: name, n, mean: n > 0 ? mean : null },
      sd: n > 1 ? Math.sqrt(squares / (n - 1)) : null,
    })),
    welch: twoSampleT(first, second, 'unequal', level),
    student: twoSampleT(first, second, 'equal', level),
    effectSizes: standardisedDifference(first, second, level),
    mannWhitney: mannWhitney(one, two, level),
    brownForsythe: leveneTest(values, grouping),
    kolmogorovSmirnov: one.length > 0 && two.length > 0 ? kolmogorovSmirnovP(one, two) : null,
  };
}
