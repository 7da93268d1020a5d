import { normalQuantile } from './normal-quantile.ts';
import type { Generator } from './seeded-generator.ts';

/**
 * A standard normal number.
 *
 * z = Φ⁻¹(u), u uniform on the middles of 2³² cells.
 *
 * @param generator uniform numbers in [0, 1) of 32 bits.
 * @returns z in about [−6.3, 6.3].
 * @remarks Missing data: none.
 * @throws never.
 * @see Devroye, L. (1986). Non-Uniform Random Variate Generation, II.2. https://doi.org/10.1007/978-1-4613-8643-8.
 */
export function drawNormal(generator: Generator): number {
  return normalQuantile(generator() + 2 ** -33);
}
