import { DomainError } from '../errors.ts';
import type { Grouping } from '../table/group-column.ts';

export interface RakeMargin {
  readonly grouping: Grouping;
  /** Population shares of the levels, ≥ 0; they are brought to sum 1. */
  readonly shares: readonly number[];
}

export interface RakeSettings {
  /** Lowest and highest weight after scaling to mean 1. Default: none. */
  readonly trim?: readonly [lowest: number, highest: number] | undefined;
  /** Largest difference from a share at which the rounds stop. Default 1e-10. */
  readonly tolerance?: number | undefined;
  readonly maximumRounds?: number | undefined;
}

export interface RakedWeights {
  /** One per row, mean 1 over the weighted rows (with bounds: when converged); 0 without one of the groupings. */
  readonly weights: Float64Array;
  readonly converged: boolean;
  readonly rounds: number;
  /** Largest |weighted share − population share|. */
  readonly largestDifference: number;
  /** Rows at a bound of the trimming. */
  readonly trimmed: number;
}

function shareOf(weights: Float64Array, { grouping }: RakeMargin): Float64Array {
  const sums = new Float64Array(grouping.levels.length);
  let total = 0;
  weights.forEach((weight, row) => {
    const level = grouping.index[row] ?? -1;
    if (level < 0) return;
    sums[level] = (sums[level] ?? 0) + weight;
    total += weight;
  });
  return sums.map((sum) => sum / total);
}

function scaleToMeanOne(weights: Float64Array, rows: readonly number[]): void {
  const total = rows.reduce((sum, row) => sum + (weights[row] ?? 0), 0);
  for (const row of rows) weights[row] = ((weights[row] ?? 0) * rows.length) / total;
}

/**
 * Raking weights: iterative proportional fitting to the margins of a population.
 *
 * In turn for every margin w_r ← w_r · P_l/p_l, l the row's level; after each round weights are scaled to mean 1
 * and, with bounds, cut to them; until every weighted share is P_l.
 *
 * @param n rows.
 * @param margins one per variable: the rows' levels and the population shares.
 * @param settings bounds, stop.
 * @returns weights; with bounds the margins may be missed: `largestDifference` says by how much.
 * @remarks Missing data: rows without one of the groupings get weight 0. A level with a share but no respondent
 *   cannot be reached.
 * @throws DomainError 'margin-shares', 'margin-without-respondents', 'trim'.
 * @see Deming, W. E., Stephan, F. F. (1940). https://doi.org/10.1214/aoms/1177731829; Deville, J.-C. et al. (1993).
 *   https://doi.org/10.1080/01621459.1993.10476369. Reference values: the same rounds in base R 4.2.2.
 */
export function rake(
  n: number,
  margins: readonly RakeMargin[],
  { trim, tolerance = 1e-10, maximumRounds = 1000 }: RakeSettings = {},
): RakedWeights {
  if (trim && !(trim[0] >= 0 && trim[0] < 1 && trim[1] > 1)) throw new DomainError('trim');
  const rows = Array.from({ length: n }, (_, row) => row).filter((row) => {
    return margins.every(({ grouping }) => (grouping.index[row] ?? -1) >= 0);
  });
  const weights = new Float64Array(n);
  for (const row of rows) weights[row] = 1;
  const targets = margins.map((margin, place) => {
    const total = margin.shares.reduce((sum, share) => sum + share, 0);
    const isShare = margin.shares.every((share) => share >= 0) && total > 0;
    if (!isShare || margin.shares.length !== margin.grouping.levels.length) {
      throw new DomainError('margin-shares', { margin: place });
    }
    const present = shareOf(weights, margin);
    margin.grouping.levels.forEach((level, l) => {
      if ((margin.shares[l] ?? 0) > 0 && !((present[l] ?? 0) > 0)) {
        throw new DomainError('margin-without-respondents', { margin: place, level });
      }
    });
    return margin.shares.map((share) => share / total);
  });
  const differenceOf = () => {
    return margins.reduce((most, margin, place) => {
      const shares = shareOf(weights, margin);
      return shares.reduce((m, share, l) => {
        return Math.max(m, Math.abs(share - (targets[place]?.[l] ?? NaN)));
      }, most);
    }, 0);
  };
  let largestDifference = differenceOf();
  let rounds = 0;
  for (; rounds < maximumRounds && largestDifference > tolerance; rounds += 1) {
    margins.forEach((margin, place) => {
      const shares = shareOf(weights, margin);
      for (const row of rows) {
        const level = margin.grouping.index[row] ?? -1;
        weights[row] =
          ((weights[row] ?? 0) * (targets[place]?.[level] ?? 0)) / (shares[level] || 1);
      }
    });
    scaleToMeanOne(weights, rows);
    if (trim)
      for (const row of rows)
        weights[row] = Math.min(trim[1], Math.max(trim[0], weights[row] ?? 0));
    const next = differenceOf();
    const isStuck = trim !== undefined && Math.abs(next - largestDifference) < tolerance / 1000;
    largestDifference = next;
    if (isStuck) break;
  }
  const isAtBound = (weight: number) =>
    trim !== undefined && (weight <= trim[0] || weight >= trim[1]);
  return {
    ...{ weights, rounds, largestDifference, converged: largestDifference <= tolerance },
    trimmed: rows.filter((row) => isAtBound(weights[row] ?? 1)).length,
  };
}
