import { DomainError } from '../errors.ts';
import type { NotEstimable } from '../estimate.ts';
import { groupMoments } from '../groups/group-moments.ts';
import type { OneWayAnova } from '../groups/one-way-anova.ts';
import { median } from '../numeric/median.ts';
import { expressionColumn } from '../table/expression/expression-column.ts';
import { groupColumn, type Grouping } from '../table/group-column.ts';
import { itemMatrix, type ItemMatrix } from '../table/item-matrix.ts';
import type { Table } from '../table/table.ts';
import { groupDependence, type GroupDependence } from './group-dependence.ts';
import { multilevelLinear, type MultilevelLinearReport } from './multilevel-linear.ts';
import { withinGroupAgreement, type GroupAgreement } from './within-group-agreement.ts';

export interface MultilevelGroupsOptions {
  readonly group: string;
  /** A column or formula; default: the mean of the items. */
  readonly outcome?: string | undefined;
  readonly items?: readonly string[] | undefined;
  readonly reverse?: readonly string[] | undefined;
  readonly minCategory?: number | undefined;
  readonly maxCategory?: number | undefined;
  readonly predictors?: readonly string[] | undefined;
  readonly level?: number | undefined;
}

export interface MultilevelGroupsReport {
  readonly n: number;
  readonly anova: OneWayAnova;
  readonly dependence: GroupDependence | NotEstimable;
  /** Without predictors. */
  readonly emptyModel: MultilevelLinearReport;
  /** With predictors, when there are any. */
  readonly model: MultilevelLinearReport | null;
  /** Absent without items. */
  readonly agreement: {
    readonly answerOptions: number;
    readonly mean: number;
    readonly median: number;
    readonly groups: readonly GroupAgreement[];
  } | null;
}

function rowMeans({ values, n, names }: ItemMatrix): Float64Array {
  const k = names.length;
  return Float64Array.from({ length: n }, (_, row) => {
    return values.subarray(row * k, (row + 1) * k).reduce((sum, x) => sum + x, 0) / k;
  });
}

function agreementOf(matrix: ItemMatrix, grouping: Grouping, answerOptions: number) {
  const k = matrix.names.length;
  const isComplete = (row: number) => {
    return !matrix.values.subarray(row * k, (row + 1) * k).some(Number.isNaN);
  };
  const index = grouping.index.map((group, row) => (isComplete(row) ? group : -1));
  const groups = withinGroupAgreement(matrix, { levels: grouping.levels, index }, answerOptions);
  if (groups.length === 0) return null;
  const values = groups.map(({ rwg }) => rwg);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { answerOptions, mean, median: median(Float64Array.from(values)), groups };
}

/**
 * Do people of the same group answer alike? ICC(1), ICC(2), r_wg(j) and the random intercept model.
 *
 * ICC(1) = (MS_b − MS_w)/(MS_b + (k − 1) MS_w), ICC(2) = (MS_b − MS_w)/MS_b, k the mean group size or
 * k₀ = (n − Σ n_g²/n)/(g − 1).
 *
 * @param table named columns.
 * @param options group; outcome, or items whose mean is the outcome; predictors.
 * @returns analysis of variance, coefficients, models, and agreement within groups where items are given.
 * @remarks Missing data: rows without the outcome (any item, for the mean of items), group or a predictor are
 *   left out, each part with its own n.
 * @throws DomainError of the columns; 'no-outcome'.
 * @see Bliese, P. D. (2000). Within-group agreement, non-independence, and reliability, in Klein & Kozlowski
 *   (eds), Multilevel Theory, Research, and Methods in Organizations. Reference values: multilevel 2.7, lme4 1.1.31.
 */
export function multilevelGroups(
  table: Table,
  options: MultilevelGroupsOptions,
): MultilevelGroupsReport {
  const { group, outcome, items = [], predictors = [], level } = options;
  const matrix = items.length > 0 ? itemMatrix(table, { ...options, items }) : null;
  if (outcome === undefined && !matrix) throw new DomainError('no-outcome');
  const values =
    outcome === undefined && matrix ? rowMeans(matrix) : expressionColumn(table, outcome ?? '');
  const grouping = groupColumn(table, group);
  const name = 'outcome of groups';
  const extended: Table = {
    n: table.n,
    columns: new Map([...table.columns, [name, { kind: 'number', values }]]),
  };
  const modelWith = (covariates: readonly string[]) => {
    return multilevelLinear(extended, { outcome: name, group, covariates, level });
  };
  const answers = matrix?.values.filter((answer) => !Number.isNaN(answer)) ?? new Float64Array(0);
  const lowest = options.minCategory ?? answers.reduce((low, x) => Math.min(low, x), Infinity);
  const highest = options.maxCategory ?? answers.reduce((high, x) => Math.max(high, x), -Infinity);
  return {
    n: values.filter((x, row) => !Number.isNaN(x) && (grouping.index[row] ?? -1) >= 0).length,
    ...groupDependence(groupMoments(values, grouping)),
    emptyModel: modelWith([]),
    model: predictors.length > 0 ? modelWith(predictors) : null,
    agreement:
      matrix && highest > lowest ? agreementOf(matrix, grouping, highest - lowest + 1) : null,
  };
}
