import { drawChiSquare } from './draw-chi-square.ts';
import type { Generator } from './seeded-generator.ts';

/** Gamma of any shape > 0 and scale 2: of shape a + 1, times U^{1/a}. */
function drawGamma(shape: number, generator: Generator): number {
  const larger = drawChiSquare(2 * (shape + 1), generator);
  return larger * (1 - generator()) ** (1 / shape);
}

/**
 * A number of the beta distribution.
 *
 * x / (x + y), x and y gamma of shapes a and b.
 *
 * @param a, b shapes, > 0; from about 0.01 on.
 * @param generator uniform numbers in [0, 1).
 * @returns a number in [0, 1].
 * @remarks Missing data: none.
 * @throws never.
 * @see Devroye, L. (1986). Non-Uniform Random Variate Generation, IX.3.
 *   https://doi.org/10.1007/978-1-4613-8643-8; Marsaglia, G., Tsang, W. W. (2000).
 *   https://doi.org/10.1145/358407.358414 (shapes below 1)
 */
export function drawBeta(a: number, b: number, generator: Generator): number {
  const x = drawGamma(a, generator);
  return x / (x + drawGamma(b, generator));
}
