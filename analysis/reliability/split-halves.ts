import type { Matrix } from 'ml-matrix';
import type { NotEstimable } from '../estimate.ts';
import { combinationsOf } from '../numeric/combinations-of.ts';
import type { Generator } from '../numeric/seeded-generator.ts';

export type SplitHalves =
  | {
      readonly ok: true;
      /** Every split once, or a random sample of them. */
      readonly method: 'all' | 'sampled';
      /** One coefficient per split; of all splits in the order of `combinationsOf` the smaller half. */
      readonly values: Float64Array;
    }
  | NotEstimable;

/** k up to which all splits are formed: 12,870 halves of 16 items. */
const mostItems = 16;

function sampleHalf(k: number, generator: Generator): number[] {
  const items = Array.from({ length: k }, (_, item) => item);
  const size = Math.floor(k / 2);
  // Fisher–Yates, as far as needed.
  for (let place = 0; place < size; place += 1) {
    const other = place + Math.floor(generator() * (k - place));
    [items[place], items[other]] = [items[other] ?? 0, items[place] ?? 0];
  }
  return items.slice(0, size);
}

/**
 * The split-half reliability of every split of a scale into halves (sizes ⌊k/2⌋ and ⌈k/2⌉).
 *
 * Guttman's 4 c_AB/V for each; the largest is λ4, the mean for even k is alpha.
 *
 * @param covariance k × k, or the correlations for standardised coefficients.
 * @param draws splits drawn at random where there are too many (k > 16).
 * @param generator uniform numbers in [0, 1).
 * @returns coefficients in (−∞, 1].
 * @remarks Missing data: as in the matrix given. Fewer than two items: 'too-few-items'; NaN:
 *   'too-few-respondents'; a sum without variance: 'zero-variance'.
 * @throws never.
 * @see Guttman, L. (1945). https://doi.org/10.1007/BF02288892; Cronbach, L. J. (1951). Psychometrika 16,
 *   297–334. https://doi.org/10.1007/BF02310555. Reference values: R 4.2.2 over all `combn`; psych 2.2.9
 *   `splitHalf`, which for odd k forms only the first half of them.
 */
export function splitHalves(covariance: Matrix, draws: number, generator: Generator): SplitHalves {
  const k = covariance.rows;
  if (k < 2) return { ok: false, reason: 'too-few-items' };
  const total = covariance.sum();
  if (Number.isNaN(total)) return { ok: false, reason: 'too-few-respondents' };
  if (total <= 1e-12 * covariance.trace()) return { ok: false, reason: 'zero-variance' };
  const sums = covariance.sum('row');
  const cells = Float64Array.from(covariance.to1DArray());
  const coefficient = (half: readonly number[]) => {
    let cross = 0;
    for (const i of half) {
      cross += sums[i] ?? 0;
      for (const j of half) cross -= cells[i * k + j] ?? 0;
    }
    return (4 * cross) / total;
  };
  const size = Math.floor(k / 2);
  if (k > mostItems) {
    const drawn = Float64Array.from({ length: draws }, () => coefficient(sampleHalf(k, generator)));
    return { ok: true, method: 'sampled', values: drawn };
  }
  const halves = combinationsOf(k, size);
  // With halves of equal size each split comes twice, the second time from the other side.
  const distinct = 2 * size === k ? halves.slice(0, halves.length / 2) : halves;
  return { ok: true, method: 'all', values: Float64Array.from(distinct, coefficient) };
}
