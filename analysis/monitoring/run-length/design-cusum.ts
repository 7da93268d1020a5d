import { DomainError } from '../../errors.ts';
import { findRoot } from '../../numeric/find-root.ts';
import { cusumRunLength, type CusumDesign } from './cusum-run-length.ts';

/** Siegmund's L = (e^{2kb} − 2kb − 1)/(2k²), b = h + 1.166. */
function siegmundLimit(k: number, runLength: number): number {
  const length = (b: number) => (Math.expm1(2 * k * b) - 2 * k * b) / (2 * k * k);
  const b = findRoot((value) => Math.log(length(value) / runLength), 1e-3, 40 / k, 1e-6);
  return Math.max(0.05, b - 1.166);
}

/**
 * The limit of a CUSUM chart that gives one false alarm in so many points.
 *
 * h with L(h; μ = 0) = ARL₀, searched around Siegmund's approximation.
 *
 * @param reference k > 0: half the shift that matters, in standard deviations.
 * @param runLength ARL₀ > 1: points between false alarms, on average.
 * @param sides one or two.
 * @returns h in standard deviations.
 * @remarks Missing data: none.
 * @throws DomainError 'chart-design' when k ≤ 0 or no limit in (0, 40] gives that run length.
 * @see Siegmund, D. (1985). Sequential Analysis, 2.6. https://doi.org/10.1007/978-1-4757-1862-1. Reference values:
 *   spc, R 4.2.2 `xcusum.crit`.
 */
export function designCusum(
  reference: number,
  runLength: number,
  sides: CusumDesign['sides'],
): number {
  if (!(reference > 0 && runLength > 1 && runLength < 1e9)) {
    throw new DomainError('chart-design', { reference, runLength });
  }
  const gap = (limit: number) => Math.log(cusumRunLength({ reference, limit, sides }) / runLength);
  const start = siegmundLimit(reference, sides === 'two' ? 2 * runLength : runLength);
  const limit = findRoot(gap, Math.max(1e-3, start - 1), start + 1, 1e-12);
  const found = Number.isNaN(limit) ? findRoot(gap, 1e-6, 40, 1e-12) : limit;
  if (Number.isNaN(found)) throw new DomainError('chart-design', { reference, runLength });
  return found;
}
