import { DomainError } from '../errors.ts';

/** Horner, highest coefficient first. */
function polynomial(x: number, coefficients: readonly number[]): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}

// Wichura's PPND16, each coefficient as the nearest double: |p − ½| ≤ 0.425, then r ≤ 5, then r > 5.
const centre = {
  numerator: [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
    1971.5909503065513, 133.14166789178438, 3.3871328727963665,
  ],
  denominator: [
    5226.495278852546, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
    687.1870074920579, 42.31333070160091, 1,
  ],
};
const shoulder = {
  numerator: [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684,
    3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  denominator: [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008,
    0.6897673349851, 1.6763848301838038, 2.053191626637759, 1,
  ],
};
const tail = {
  numerator: [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
    0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  denominator: [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133,
    0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
  ],
};

/**
 * The quantile z of the standard normal distribution, Φ(z) = p.
 *
 * Rational approximations in (p − ½)² near the middle and in √(−ln min(p, 1 − p)) in the tails.
 *
 * @param p probability in (0, 1).
 * @returns z in (−∞, ∞); relative error about 1e-16.
 * @remarks Missing data: NaN is refused, as are 0 and 1, whose quantiles are infinite.
 * @throws DomainError 'normal-quantile'.
 * @see Wichura, M. J. (1988). Algorithm AS 241. Applied Statistics 37, 477–484.
 *   https://doi.org/10.2307/2347330. Reference values: R 4.2.2 `qnorm`.
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new DomainError('normal-quantile', { p });
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(r, centre.numerator)) / polynomial(r, centre.denominator);
  }
  const r = Math.sqrt(-Math.log(Math.min(p, 1 - p)));
  const { numerator, denominator } = r <= 5 ? shoulder : tail;
  const shifted = r <= 5 ? r - 1.6 : r - 5;
  return (Math.sign(q) * polynomial(shifted, numerator)) / polynomial(shifted, denominator);
}
