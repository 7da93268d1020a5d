import { DomainError, ShapeError } from '../errors.ts';
import type { PreparedDimension } from './prepare-dimensions.ts';
import type { ReadinessPairs } from './readiness-input.ts';

export interface LocatedPairs {
  readonly before: Int32Array;
  readonly after: Int32Array;
  /** All rows of either wave, paired or not. */
  readonly beforeRows: Int32Array;
  readonly afterRows: Int32Array;
  /** Whether both waves are shown as groups. */
  readonly areWavesShown: boolean;
}

/**
 * Checks the pairs and finds the two waves they join.
 *
 * All earlier rows must lie in one level of the dimension, all later rows in another, and no row may be
 * in two pairs.
 *
 * @param pairs row indexes of earlier and later answers.
 * @param dimensions the prepared dimensions.
 * @returns the pairs with the rows of their waves; null when there is no pair.
 * @remarks Missing data: people who answered one wave only are in no pair.
 * @throws ShapeError 'pairs'; DomainError 'pair-dimension', 'pair-row', 'pair-waves'.
 * @see This room's README, "Suppression". No reference program.
 */
export function locatePairs(
  pairs: ReadinessPairs,
  dimensions: readonly PreparedDimension[],
): LocatedPairs | null {
  const { before, after } = pairs;
  if (before.length !== after.length) {
    throw new ShapeError('pairs', { before: before.length, after: after.length });
  }
  const dimension = dimensions.find(({ id }) => id === pairs.dimension);
  if (!dimension) throw new DomainError('pair-dimension', { id: pairs.dimension });
  if (before.length === 0) return null;
  const rows = [...before, ...after];
  const bad = rows.find((row) => row < 0 || row >= dimension.index.length);
  if (bad !== undefined) throw new DomainError('pair-row', { row: bad });
  if (new Set(rows).size < rows.length) throw new DomainError('pair-row', { rows: rows.length });
  const waveOf = (list: Int32Array): number | undefined => {
    const waves = new Set(Array.from(list, (row) => dimension.index[row]));
    return waves.size === 1 ? [...waves][0] : undefined;
  };
  const [first, second] = [waveOf(before), waveOf(after)];
  if (first === undefined || second === undefined || first === second) {
    throw new DomainError('pair-waves', { id: pairs.dimension });
  }
  const rowsOf = (wave: number): Int32Array =>
    dimension.index.map((_, row) => row).filter((row) => dimension.index[row] === wave);
  return {
    before,
    after,
    beforeRows: rowsOf(first),
    afterRows: rowsOf(second),
    areWavesShown:
      dimension.releases[first]?.shown === true && dimension.releases[second]?.shown === true,
  };
}
