import { DomainError } from '../errors.ts';
import { binomialDeviance } from './binomial-deviance.ts';
import { stirlingError } from './stirling-error.ts';

/** x^a y^b / B(a, b) as a binomial density: Loader's form keeps its digits for large a and b. */
function prefix(x: number, y: number, a: number, b: number): number {
  const n = a + b;
  const exponent =
    stirlingError(n) -
    stirlingError(a) -
    stirlingError(b) -
    binomialDeviance(a, n * x) -
    binomialDeviance(b, n * y);
  return Math.exp(exponent) * Math.sqrt((a * b) / (2 * Math.PI * n));
}

/**
 * DLMF 8.17.22 contracted to its even part, in the arrangement of BFRAC: λ = a − (a + b) x is formed
 * from the smaller of x and y, so that nothing cancels when x is close to 1. About √max(a, b) steps.
 */
function continuedFraction(x: number, y: number, a: number, b: number): number {
  const lambda = a > b ? (a + b) * y - b : a - (a + b) * x;
  const c = 1 + lambda;
  const c1 = 1 + 1 / a;
  let [p, s] = [1, a + 1];
  let [an, bn, an1, bn1] = [0, 1, 1, c / c1];
  let fraction = c1 / c;
  for (let n = 1; n < 1_000_000; n += 1) {
    const t = n / a;
    const w = n * (b - n) * x;
    const ratio = a / s;
    const alpha = p * (p + b / a) * ratio * ratio * w * x;
    const beta = n + w / s + ((t + 1) / (c1 + 2 * t)) * (c + n * (1 + y));
    p = 1 + t;
    s += 2;
    [an, an1] = [an1, alpha * an + beta * an1];
    [bn, bn1] = [bn1, alpha * bn + beta * bn1];
    const next = an1 / bn1;
    if (Math.abs(next - fraction) <= 1e-16 * next) return next;
    fraction = next;
    [an, bn, an1, bn1] = [an / bn1, bn / bn1, next, 1];
  }
  return fraction;
}

/**
 * Both tails of the beta distribution: the regularised incomplete beta function I_x(a, b) and its
 * complement.
 *
 * I_x(a, b) = x^a y^b / (a B(a, b)) · 1/(1 + d_1/(1 + d_2/(1 + …))), y = 1 − x; taken on the side
 * where x ≤ a/(a + b), the other being 1 − I_y(b, a).
 *
 * @param x in [0, 1].
 * @param y 1 − x, given apart so that a small one keeps its digits.
 * @param a, b shapes, > 0.
 * @returns `lower` = I_x(a, b) and `upper` = 1 − lower, each in [0, 1]; the smaller is computed
 *   directly where the continued fraction is on its side.
 * @remarks Missing data: NaN is refused. x = 0 gives 0 and 1.
 * @throws DomainError 'beta-probability'.
 * @see DLMF 8.17.22 (https://dlmf.nist.gov/8.17.E22); Didonato, A. R., Morris, A. H. (1992).
 *   Algorithm 708. ACM TOMS 18, 360–373. https://doi.org/10.1145/131766.131776. Reference values:
 *   R 4.2.2 `pbeta`.
 */
export function betaProbability(
  x: number,
  y: number,
  a: number,
  b: number,
): { lower: number; upper: number } {
  if (!(x >= 0 && y >= 0 && a > 0 && b > 0)) throw new DomainError('beta-probability', { x, a, b });
  if (x === 0) return { lower: 0, upper: 1 };
  if (y === 0) return { lower: 1, upper: 0 };
  if (b * x <= a * y) {
    const lower = Math.min(1, prefix(x, y, a, b) * continuedFraction(x, y, a, b));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, prefix(x, y, a, b) * continuedFraction(y, x, b, a));
  return { lower: 1 - upper, upper };
}
