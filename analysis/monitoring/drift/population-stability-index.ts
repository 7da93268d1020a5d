import { ShapeError } from '../../errors.ts';
import { sharesOfCounts } from './shares-of-counts.ts';

/** What an empty bin counts as. */
const FLOOR = 1e-4;

/**
 * The population stability index of two distributions over the same frozen bins.
 *
 * PSI = Σ (b − a) ln(b/a), shares of at least 10⁻⁴.
 *
 * @param reference counts in the bins.
 * @param current counts in the same bins.
 * @returns ≥ 0; without drift about (B − 1)(1/n + 1/m): a limit that does not know n is none (`driftLimits`).
 * @remarks Missing data: a bin of its own, or left out.
 * @throws ShapeError 'bins'; DomainError 'count'.
 * @see Kullback, S. (1959), Jeffreys' divergence; Yurdakul & Naranjo (2020). https://doi.org/10.21314/JRMV.2020.227.
 *   Reference values: R 4.2.2 by formula.
 */
export function populationStabilityIndex(
  reference: readonly number[],
  current: readonly number[],
): number {
  if (reference.length !== current.length) throw new ShapeError('bins');
  const a = sharesOfCounts(reference, FLOOR);
  const b = sharesOfCounts(current, FLOOR);
  return a.reduce((sum, share, i) => {
    const other = b[i] ?? NaN;
    return sum + (other - share) * Math.log(other / share);
  }, 0);
}
