import { DomainError } from '../errors.ts';
import { requireMinimum } from './require-minimum.ts';
import { suppressGroups } from './suppress-groups.ts';

export interface FilterCondition {
  readonly dimension: string;
  readonly level: string;
}

export interface MayShowFilterInput {
  /** At most one condition per dimension; none is the total. */
  readonly filter: readonly FilterCondition[];
  /** All levels of each dimension in the filter, "not stated" included. */
  readonly levels: Readonly<Record<string, readonly string[]>>;
  /** Respondents that meet all the conditions given. */
  readonly countOf: (filter: readonly FilterCondition[]) => number;
  readonly minimumCellSize: number;
}

export type FilterRelease =
  | { readonly shown: true; readonly n: number }
  | { readonly shown: false; readonly reason: 'below-minimum' | 'differencing' };

function subsetsOf<T>(items: readonly T[]): T[][] {
  return items.reduce<T[][]>((all, item) => [...all, ...all.map((set) => [...set, item])], [[]]);
}

/**
 * Whether results for respondents who meet several conditions at once may be shown.
 *
 * n(F) ≥ k, and for every condition of every F′ ⊆ F its level survives `suppressGroups` among its
 * siblings within F′ without it, so that a small sibling cannot be had by subtracting all the others.
 * A level that survives differs from its whole by 0 or ≥ k; step by step down to the total therefore
 * n(F′) − n(F) is 0 or ≥ k for every F′ ⊂ F. The answer depends on the data alone, never on what was
 * asked before.
 *
 * @param input the filter, the levels of its dimensions, and a way to count.
 * @returns shown with n(F), or the reason; a refused filter's size is not given out.
 * @remarks Missing data: "not stated" is a level. A filter without conditions needs n ≥ k alone. With d
 *   conditions 2^d subsets are counted; more than eight are refused.
 * @throws DomainError 'filter' (a dimension twice, an unknown level, more than eight conditions),
 *   'minimum-cell-size'.
 * @see Denning, D. E., Denning, P. J., Schwartz, M. D. (1979). The tracker. ACM TODS 4, 76–96.
 *   https://doi.org/10.1145/320064.320069. Checked by differencing all filters of random data.
 */
export function mayShowFilter(input: MayShowFilterInput): FilterRelease {
  const { filter, levels, countOf, minimumCellSize: k } = input;
  requireMinimum(k);
  const isKnown = filter.every(({ dimension, level }) => levels[dimension]?.includes(level));
  const isOnce = new Set(filter.map(({ dimension }) => dimension)).size === filter.length;
  if (!isKnown || !isOnce || filter.length > 8) {
    throw new DomainError('filter', { conditions: filter.length });
  }
  const n = countOf(filter);
  if (n < k) return { shown: false, reason: 'below-minimum' };
  const survives = (within: readonly FilterCondition[], { dimension, level }: FilterCondition) => {
    const siblings = levels[dimension] ?? [];
    const releases = suppressGroups({
      groups: siblings.map((sibling) => ({
        n: countOf([...within, { dimension, level: sibling }]),
      })),
      minimumCellSize: k,
      totalShown: true,
    });
    return releases[siblings.indexOf(level)]?.shown === true;
  };
  for (const subset of subsetsOf(filter)) {
    for (const condition of subset) {
      const within = subset.filter((other) => other !== condition);
      if (!survives(within, condition)) return { shown: false, reason: 'differencing' };
    }
  }
  return { shown: true, n };
}
