import type { Directions } from '../structure/directions.ts';
import { projectSymmetric } from '../structure/project-symmetric.ts';
import { projectVector } from '../structure/project-vector.ts';
import type { Elements } from '../structure/structure.ts';
import { writeScores } from '../structure/write-scores.ts';
import type { Pattern } from './pattern.ts';

/**
 * Adds the cross-products of respondents' scores: the first-order information.
 *
 * B_rs += Σ_i s_ir s_is, s_ir as in `writeScores`.
 *
 * @param products width × width, row-major, to be added to.
 * @param width number of parameters.
 * @param pattern respondents with the same answered items.
 * @param w Σ_aa⁻¹ embedded in p × p, of the model or of the saturated model.
 * @param mean μ around which answers are taken, p.
 * @param directions of the model, elements what they belong to.
 * @returns nothing.
 * @remarks Missing data: by pattern.
 * @throws never.
 * @see White, H. (1982). https://doi.org/10.2307/1912526; Yuan, K.-H., Bentler, P. M. (2000).
 *   https://doi.org/10.1111/0081-1750.00078. Reference values: lavaan 0.6-14 `vcov` of MLR.
 */
export function addScoreProducts(
  products: Float64Array,
  width: number,
  { n, observed, rows }: Pattern,
  { w, mean }: { w: Float64Array; mean: Float64Array },
  directions: Directions,
  elements: Elements,
): void {
  const { p, size } = directions;
  const q = observed.length;
  const g = projectSymmetric(w, directions);
  const scores = new Float64Array(width);
  const image = new Float64Array(p);
  const t = new Float64Array(size);
  for (let r = 0; r < n; r += 1) {
    image.fill(0);
    for (let j = 0; j < q; j += 1) {
      const item = observed[j]!;
      const row = item * p;
      const deviation = rows[r * q + j]! - mean[item]!;
      for (let i = 0; i < p; i += 1) image[i]! += deviation * w[row + i]!;
    }
    projectVector(image, directions, t);
    writeScores(scores, { g, t }, directions, elements);
    for (let i = 0; i < width; i += 1) {
      const factor = scores[i]!;
      if (factor === 0) continue;
      for (let j = 0, to = i * width; j <= i; j += 1) products[to + j]! += factor * scores[j]!;
    }
  }
  for (let i = 0; i < width; i += 1) {
    for (let j = 0; j < i; j += 1) products[j * width + i] = products[i * width + j]!;
  }
}
