import { logGamma } from './log-gamma.ts';
import type { Generator } from './seeded-generator.ts';

/**
 * A binomial number.
 *
 * Inversion from the mode outwards: one uniform number u is used up by P(mode), then by the larger of the next
 * probabilities on either side, until it is below 0; about √(n p(1 − p)) steps.
 *
 * @param n draws, ≥ 0, whole. @param p chance in [0, 1]. @param generator uniform numbers in [0, 1).
 * @returns a whole number in [0, n].
 * @remarks Missing data: none.
 * @throws never.
 * @see Devroye, L. (1986). Non-Uniform Random Variate Generation, III.2. https://doi.org/10.1007/978-1-4613-8643-8.
 */
export function drawBinomial(n: number, p: number, generator: Generator): number {
  if (n === 0 || p <= 0) return 0;
  if (p >= 1) return n;
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const odds = p / (1 - p);
  const choose = logGamma(n + 1) - logGamma(mode + 1) - logGamma(n - mode + 1);
  const highest = Math.exp(choose + mode * Math.log(p) + (n - mode) * Math.log(1 - p));
  let left = generator() - highest;
  let [below, above] = [mode, mode];
  let [lower, upper] = [highest, highest];
  while (left >= 0) {
    const down = below > 0 ? (lower * below) / ((n - below + 1) * odds) : 0;
    const up = above < n ? (upper * (n - above) * odds) / (above + 1) : 0;
    if (down === 0 && up === 0) break;
    const isUp = up >= down;
    if (isUp) [above, upper] = [above + 1, up];
    else [below, lower] = [below - 1, down];
    left -= isUp ? up : down;
    if (left < 0) return isUp ? above : below;
  }
  return mode;
}
