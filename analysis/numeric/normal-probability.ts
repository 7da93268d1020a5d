import { DomainError } from '../errors.ts';

// Cody's rational approximations: |x| ≤ 0.67448975, up to √32, beyond.
const a = [
  2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356,
  0.06568233791820745,
] as const;
const b = [47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673] as const;
const c = [
  0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002, 2494.5375852903726,
  6848.190450536283, 11602.65143764735, 9842.714838383978, 1.0765576773720192e-8,
] as const;
const d = [
  22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
  34900.95272114598, 38912.00328609327, 19685.429676859992,
] as const;
const p = [
  0.215898534057957, 0.12740116116024736, 0.02223527787064981, 0.0014216191932278934,
  2.9112874951168793e-5, 0.02307344176494017,
] as const;
const q = [
  1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824,
  7.297515550839662e-5,
] as const;

/** e^(−y²/2) · r, with y split so that the exponent keeps its digits. */
function scaled(y: number, r: number): number {
  const near = Math.trunc(y * 16) / 16;
  return Math.exp(-near * near * 0.5) * Math.exp(-(y - near) * (y + near) * 0.5) * r;
}

function tail(y: number): number {
  if (y <= Math.sqrt(32)) {
    let numerator = c[8] * y;
    let denominator = y;
    for (let i = 0; i < 7; i += 1) {
      numerator = (numerator + c[i]!) * y;
      denominator = (denominator + d[i]!) * y;
    }
    return scaled(y, (numerator + c[7]) / (denominator + d[7]));
  }
  const square = 1 / (y * y);
  let numerator = p[5] * square;
  let denominator = square;
  for (let i = 0; i < 4; i += 1) {
    numerator = (numerator + p[i]!) * square;
    denominator = (denominator + q[i]!) * square;
  }
  const ratio = (square * (numerator + p[4])) / (denominator + q[4]);
  return scaled(y, (1 / Math.sqrt(2 * Math.PI) - ratio) / y);
}

/**
 * The lower tail of the standard normal distribution.
 *
 * Φ(x) = ∫_{−∞}^x e^(−t²/2) / √(2π) dt. The upper tail is Φ(−x), which keeps its digits.
 *
 * @param x any number; ±∞ give 1 and 0.
 * @returns Φ(x) in [0, 1]; relative error about 1e-15.
 * @remarks Missing data: NaN is refused.
 * @throws DomainError 'normal-probability'.
 * @see Cody, W. J. (1969). Rational Chebyshev approximations for the error function. Math Comp 23,
 *   631–637. https://doi.org/10.1090/S0025-5718-1969-0247736-4; Cody, W. J. (1993). Algorithm 715. ACM
 *   TOMS 19, 22–30. https://doi.org/10.1145/151271.151273. Reference values: R 4.2.2 `pnorm`.
 */
export function normalProbability(x: number): number {
  if (Number.isNaN(x)) throw new DomainError('normal-probability');
  const y = Math.abs(x);
  if (y === Infinity) return x > 0 ? 1 : 0;
  if (y > 0.67448975) return x > 0 ? 1 - tail(y) : tail(y);
  const square = x * x;
  let numerator = a[4] * square;
  let denominator = square;
  for (let i = 0; i < 3; i += 1) {
    numerator = (numerator + a[i]!) * square;
    denominator = (denominator + b[i]!) * square;
  }
  return 0.5 + (x * (numerator + a[3])) / (denominator + b[3]);
}
