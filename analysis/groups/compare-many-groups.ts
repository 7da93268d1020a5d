import type { NotEstimable } from '../estimate.ts';
import { shapiroWilk, type ShapiroWilk } from '../numeric/shapiro-wilk.ts';
import { expressionColumn } from '../table/expression/expression-column.ts';
import { groupColumn } from '../table/group-column.ts';
import type { Table } from '../table/table.ts';
import { anovaEffectSizes, type AnovaEffectSizes } from './anova-effect-sizes.ts';
import { bartlettTest, type ChiSquareTest } from './bartlett-test.ts';
import { groupMoments } from './group-moments.ts';
import { kruskalWallis, type KruskalWallis } from './kruskal-wallis.ts';
import { leveneTest } from './levene-test.ts';
import { meanPairs, type MeanPair } from './mean-pairs.ts';
import { oneWayAnova, type OneWayAnova } from './one-way-anova.ts';
import { welchAnova, type WelchAnova } from './welch-anova.ts';

export interface ManyGroupsOptions {
  readonly outcome: string;
  readonly group: string;
  /** Groups that count, in the order wanted; default: all. */
  readonly levels?: readonly string[] | undefined;
  readonly level?: number | undefined;
}

export interface ManyGroupsReport {
  readonly n: number;
  readonly groups: readonly {
    readonly level: string;
    readonly n: number;
    readonly mean: number;
    readonly sd: number | null;
  }[];
  /** To be reported first, with Games–Howell. */
  readonly welchAnova: WelchAnova;
  readonly anova: OneWayAnova;
  readonly effectSizes: AnovaEffectSizes | NotEstimable;
  readonly gamesHowell: readonly MeanPair[] | NotEstimable;
  readonly tukey: readonly MeanPair[] | NotEstimable;
  readonly kruskalWallis: KruskalWallis;
  readonly brownForsythe: OneWayAnova;
  readonly bartlett: ChiSquareTest;
  /** Of the residuals. */
  readonly shapiroWilk: ShapiroWilk;
}

/**
 * Several independent groups compared: means, ranks, spreads, all pairs.
 *
 * See each test; pairs are later − earlier group.
 *
 * @param table named columns.
 * @param options outcome (column or formula), group, levels, confidence level.
 * @returns Welch's analysis of variance with Games–Howell first; the others beside it.
 * @remarks Missing data: rows without the outcome or the group are left out, and groups without anybody.
 * @throws DomainError of the columns.
 * @see the parts. Reference values: R 4.2.2, effectsize 0.8.3, car 3.1.1.
 */
export function compareManyGroups(table: Table, options: ManyGroupsOptions): ManyGroupsReport {
  const { outcome, group, levels, level = 0.95 } = options;
  const values = expressionColumn(table, outcome);
  const grouping = groupColumn(table, group, levels);
  const everyone = groupMoments(values, grouping);
  const present = everyone.filter(({ n }) => n > 0);
  const valuesOf = (name: string) => {
    const place = grouping.levels.indexOf(name);
    return values.filter((x, row) => grouping.index[row] === place && !Number.isNaN(x));
  };
  const anova = oneWayAnova(present);
  const welch = welchAnova(present);
  const residuals = values
    .map((x, row) => x - (everyone[grouping.index[row] ?? -1]?.mean ?? NaN))
    .filter((x) => !Number.isNaN(x));
  return {
    n: residuals.length,
    groups: present.map(({ level: name, n, mean, squares }) => ({
      ...{ level: name, n, mean },
      sd: n > 1 ? Math.sqrt(squares / (n - 1)) : null,
    })),
    welchAnova: welch,
    anova,
    effectSizes: anova.ok ? anovaEffectSizes(anova, level) : anova,
    gamesHowell: welch.ok ? meanPairs(present, 'games-howell', level) : welch,
    tukey: anova.ok ? meanPairs(present, 'tukey', level) : anova,
    kruskalWallis: kruskalWallis(
      present.map(({ level: name }) => ({ level: name, values: valuesOf(name) })),
    ),
    brownForsythe: leveneTest(values, grouping),
    bartlett: bartlettTest(present),
    shapiroWilk: shapiroWilk(residuals),
  };
}
