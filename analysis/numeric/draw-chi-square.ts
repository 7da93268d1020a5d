import { drawNormal } from './draw-normal.ts';
import type { Generator } from './seeded-generator.ts';

/**
 * A chi-square number.
 *
 * 2d v, d = ν/2 − ⅓, v = (1 + z/√(9d))³, taken with probability min(1, exp(z²/2 + d − dv + d ln v)).
 *
 * @param degreesOfFreedom ν ≥ 2.
 * @param generator uniform numbers in [0, 1).
 * @returns a number > 0.
 * @remarks Missing data: none.
 * @throws never.
 * @see Marsaglia, G., Tsang, W. W. (2000). A simple method for generating gamma variables. ACM TOMS 26,
 *   363–372. https://doi.org/10.1145/358407.358414.
 */
export function drawChiSquare(degreesOfFreedom: number, generator: Generator): number {
  const d = degreesOfFreedom / 2 - 1 / 3;
  for (;;) {
    const z = drawNormal(generator);
    const v = (1 + z / Math.sqrt(9 * d)) ** 3;
    if (v <= 0) continue;
    if (Math.log(1 - generator()) < (z * z) / 2 + d - d * v + d * Math.log(v)) return 2 * d * v;
  }
}
