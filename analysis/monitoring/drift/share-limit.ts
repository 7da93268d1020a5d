import { DomainError, ShapeError } from '../../errors.ts';
import type { NotEstimable } from '../../estimate.ts';
import { limitAfterNone } from '../charts/limit-after-none.ts';
import { meanMovingRange } from '../charts/mean-moving-range.ts';
import { sumBy } from '../../numeric/sum-by.ts';

export type ShareLimit =
  | {
      readonly ok: true;
      readonly centre: number;
      /** In [0, 1]; a share above it is a signal. */
      readonly limit: number;
      /** How much wider than chance alone, at least 1. */
      readonly dispersion: number;
    }
  | NotEstimable;

/** d₂ for ranges of two, as the papers on p′ print it. */
const D2 = 1.128;
/** Fewer earlier periods say little of how much periods differ. */
export const fewestEarlierPeriods = 6;

/**
 * The upper limit of a p′ chart of earlier periods, for a period that is no part of them: what is missing of an
 * input, or out of range.
 *
 * p̄ + 3 max(1, σ_z) √(p̄(1 − p̄)/n), p̄ = Σ x/Σ m, σ_z = m̄R(z)/1.128, z_t = (x_t/m_t − p̄)/√(p̄(1 − p̄)/m_t).
 *
 * @param counts cases of each earlier period that have the property, in order of time.
 * @param sizes cases of the earlier periods; periods without cases are passed over.
 * @param n cases of the period that is looked at.
 * @returns centre and limit. Narrower than chance alone is never taken: earlier periods may be alike by chance.
 * @remarks Missing data: left out before. Fewer than six earlier periods: 'too-few-points'. Nothing, or everything, in
 *   all of them: `limitAfterNone`, above which nothing can lie where it was everything. Of quiet periods one in 500 lies
 *   above after twelve that differ by chance alone; of strongly over-dispersed ones (odds that vary by half) one in 35
 *   after twelve and one in 23 after six, since their dispersion is estimated from few.
 * @throws ShapeError 'counts-and-sizes'; DomainError 'count'.
 * @see Laney, D. B. (2002). Improved control charts for attributes. Quality Engineering 14, 531–537.
 *   https://doi.org/10.1081/QEN-120003555. Equal to `laneyPChart` where σ_z > 1; false alarms by simulation.
 */
export function shareLimit(
  counts: readonly number[],
  sizes: readonly number[],
  n: number,
): ShareLimit {
  if (counts.length !== sizes.length) throw new ShapeError('counts-and-sizes');
  const earlier = sizes.flatMap((size, index) => {
    const count = counts[index] ?? NaN;
    if (!(count >= 0 && count <= size)) throw new DomainError('count', { index, count, size });
    return size > 0 ? [{ count, size }] : [];
  });
  if (!(n > 0)) return { ok: false, reason: 'too-few-cases' };
  if (earlier.length < fewestEarlierPeriods) return { ok: false, reason: 'too-few-points' };
  const before = sumBy(earlier, ({ size }) => size);
  const centre = sumBy(earlier, ({ count }) => count) / before;
  const variance = centre * (1 - centre);
  if (!(variance > 0)) {
    const limit = centre > 0 ? 1 : limitAfterNone({ before, size: n, isShare: true }, 3);
    return { ok: true, centre, limit, dispersion: 1 };
  }
  const z = earlier.map(({ count, size }) => (count / size - centre) / Math.sqrt(variance / size));
  const dispersion = Math.max(1, meanMovingRange(z, false) / D2);
  const limit = Math.min(1, centre + 3 * dispersion * Math.sqrt(variance / n));
  return { ok: true, centre, limit, dispersion };
}
