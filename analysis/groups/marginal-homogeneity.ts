import type { NotEstimable } from '../estimate.ts';
import { chiSquareP } from '../numeric/chi-square-p.ts';
import { choleskyFactor } from '../numeric/cholesky-factor.ts';
import { choleskySolve } from '../numeric/cholesky-solve.ts';
import { signTestP } from '../numeric/sign-test-p.ts';

export type MarginalHomogeneity =
  | {
      readonly ok: true;
      /** Stuart–Maxwell; of two categories McNemar's test without continuity correction. */
      readonly chiSquare: number;
      readonly df: number;
      readonly p: number;
      /** Two categories alone: McNemar with continuity correction, and the exact (binomial) p. */
      readonly pCorrected: number | null;
      readonly pExact: number | null;
    }
  | NotEstimable;

/**
 * Whether the shares of the categories are the same before and after: Stuart–Maxwell, McNemar.
 *
 * d_i = n_i· − n_·i, S_ii = n_i· + n_·i − 2n_ii, S_ij = −(n_ij + n_ji); χ² = d′S⁻¹d without one category,
 * on K − 1 degrees of freedom. Two categories: (b − c)²/(b + c), (|b − c| − 1)²/(b + c).
 *
 * @param counts K × K, row-major: rows before, columns after.
 * @param categories K.
 * @returns the test; small p: the shares changed.
 * @remarks Missing data: complete pairs only. Categories nobody moved into or out of do not enter. Nobody moved:
 *   'zero-variance'; movements that do not determine the test: 'singular'.
 * @throws never.
 * @see Stuart, A. (1955). https://doi.org/10.1093/biomet/42.3-4.412; Maxwell, A. E. (1970).
 *   https://doi.org/10.1192/bjp.116.535.651; McNemar, Q. (1947). https://doi.org/10.1007/BF02295996. Reference
 *   values: R 4.2.2 `mcnemar.test`, coin 1.4.2 `mh_test`.
 */
export function marginalHomogeneity(
  counts: ArrayLike<number>,
  categories: number,
): MarginalHomogeneity {
  const at = (i: number, j: number) => counts[i * categories + j] ?? 0;
  const all = Array.from({ length: categories }, (_, i) => i);
  const moved = (i: number) => all.reduce((sum, j) => sum + (j === i ? 0 : at(i, j) + at(j, i)), 0);
  const active = all.filter((i) => moved(i) > 0);
  if (active.length < 2) return { ok: false, reason: 'zero-variance' };
  const kept = active.slice(0, -1);
  const difference = Float64Array.from(kept, (i) =>
    all.reduce((sum, j) => sum + at(i, j) - at(j, i), 0),
  );
  const df = kept.length;
  const covariance = Float64Array.from(
    kept.flatMap((i) => kept.map((j) => (i === j ? moved(i) : -(at(i, j) + at(j, i))))),
  );
  const factor = choleskyFactor(covariance, df);
  if (!factor) return { ok: false, reason: 'singular' };
  const solved = choleskySolve(factor, difference);
  const chiSquare = solved.reduce((sum, value, i) => sum + value * (difference[i] ?? 0), 0);
  const [first = 0, last = 0] = [active[0], active.at(-1)];
  const [b, c] = [at(first, last), at(last, first)];
  const corrected = Math.max(0, Math.abs(b - c) - 1) ** 2 / (b + c);
  return {
    ...{ ok: true, chiSquare, df, p: chiSquareP(chiSquare, df) },
    pCorrected: df === 1 ? chiSquareP(corrected, 1) : null,
    pExact: df === 1 ? signTestP(b, b + c) : null,
  };
}
