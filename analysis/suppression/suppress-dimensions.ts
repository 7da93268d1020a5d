import { ShapeError } from '../errors.ts';
import type { GroupRelease } from './release.ts';
import { suppressGroups, type GroupSize } from './suppress-groups.ts';

export interface SuppressibleDimension {
  readonly levels: number;
  /** One per row, 0 … levels − 1; "not stated" is a level. */
  readonly index: Int32Array;
}

/** 2 × 2 atoms of two groups: in both, in one only, in the other only, in neither. */
function isSeparable(atoms: readonly number[], k: number): boolean {
  return atoms.includes(0) && atoms.some((n) => n > 0 && n < k);
}

function crossTable(a: SuppressibleDimension, b: SuppressibleDimension): Float64Array {
  const cells = new Float64Array(a.levels * b.levels);
  a.index.forEach((level, row) => {
    const cell = level * b.levels + (b.index[row] ?? 0);
    cells[cell] = (cells[cell] ?? 0) + 1;
  });
  return cells;
}

function sizesOf({ levels, index }: SuppressibleDimension): number[] {
  const sizes = Array.from({ length: levels }, () => 0);
  index.forEach((level) => (sizes[level] = (sizes[level] ?? 0) + 1));
  return sizes;
}

/**
 * Suppression of the levels of several dimensions whose margins are published side by side, with
 * their common total.
 *
 * Within a dimension: `suppressGroups`. Between dimensions: two shown groups g, h and the total N give
 * three equations for the four atoms g∩h, g∖h, h∖g and neither; when one atom is empty (a language
 * spoken at one site only) the others can be solved for, so each must then be 0 or ≥ k. Otherwise the
 * smaller group is hidden and its dimension gone through again, to the fixed point.
 *
 * @param dimensions one level per row in each.
 * @param k minimum cell size, an integer ≥ 2.
 * @returns per dimension one release per level.
 * @remarks Missing data: "not stated" is a level. Groups are taken two at a time (levels within a
 *   dimension: all together); unions of levels against levels of another dimension are not searched.
 * @throws ShapeError 'rows' when the dimensions differ in length; DomainError 'minimum-cell-size'.
 * @see Hundepool, A. et al. (2012). Statistical Disclosure Control. Wiley, sections 4.3 and 5.2 (linked
 *   tables). https://doi.org/10.1002/9781118348239. Checked by searching all pairs of margins.
 */
export function suppressDimensions(
  dimensions: readonly SuppressibleDimension[],
  k: number,
): GroupRelease[][] {
  const rows = dimensions[0]?.index.length ?? 0;
  if (dimensions.some(({ index }) => index.length !== rows)) throw new ShapeError('rows', { rows });
  const groups: GroupSize[][] = dimensions.map((dimension) =>
    sizesOf(dimension).map((n) => ({ n })),
  );
  const releases = groups.map((levels) =>
    suppressGroups({ groups: levels, minimumCellSize: k, totalShown: true }),
  );
  const hide = (dimension: number, level: number): void => {
    const levels = (groups[dimension] ?? []).map((group, index) => {
      const release = releases[dimension]?.[index];
      if (index === level) return { ...group, hidden: 'complementary' as const };
      // Once hidden, always hidden: the fixed point is reached from one side.
      return release?.shown === false ? { ...group, hidden: release.reason } : group;
    });
    releases[dimension] = suppressGroups({ groups: levels, minimumCellSize: k, totalShown: true });
  };
  const pairs = dimensions.flatMap((a, first) =>
    dimensions.slice(first + 1).map((b, offset) => {
      return { first, second: first + 1 + offset, cells: crossTable(a, b), width: b.levels };
    }),
  );
  const findSeparable = (): { dimension: number; level: number } | undefined => {
    for (const { first, second, cells, width } of pairs) {
      for (const [g, a] of (releases[first] ?? []).entries()) {
        for (const [h, b] of (releases[second] ?? []).entries()) {
          if (!a.shown || !b.shown) continue;
          const both = cells[g * width + h] ?? 0;
          if (isSeparable([both, a.n - both, b.n - both, rows - a.n - b.n + both], k)) {
            return a.n < b.n ? { dimension: first, level: g } : { dimension: second, level: h };
          }
        }
      }
    }
    return undefined;
  };
  for (let found = findSeparable(); found; found = findSeparable())
    hide(found.dimension, found.level);
  return releases;
}
