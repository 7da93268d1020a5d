import type { Matrix } from 'ml-matrix';
import type { NotEstimable } from '../../estimate.ts';
import { DomainError } from '../../errors.ts';
import { extractMl } from './extract-ml.ts';
import { extractMinres } from './extract-minres.ts';
import { extractPaf } from './extract-paf.ts';
import { exploratoryFit, type ExploratoryFit } from './exploratory-fit.ts';
import type { Extraction, ExtractionMethod } from './extraction.ts';
import { itemComplexity } from './item-complexity.ts';
import { rotate, type RotateOptions } from './rotate.ts';
import { sortFactors } from './sort-factors.ts';

export interface ExploratoryOptions extends RotateOptions {
  readonly factors: number;
  readonly method: ExtractionMethod;
}

export type ExploratorySolution =
  | {
      readonly ok: true;
      /** p × q: pattern, structure ΛΦ. Factors by falling share of variance, sums of loadings ≥ 0. */
      readonly loadings: Matrix;
      readonly structure: Matrix;
      readonly phi: Matrix;
      readonly unrotated: Matrix;
      readonly communalities: readonly number[];
      readonly uniquenesses: readonly number[];
      readonly complexity: readonly number[];
      /** diag(ΦΛ'Λ): variance of each factor's common part. */
      readonly sumsOfSquares: readonly number[];
      readonly criterion: number | undefined;
      readonly converged: boolean;
      readonly heywood: readonly number[];
      readonly fit: ExploratoryFit;
    }
  | NotEstimable;

const extractors: Record<ExtractionMethod, (correlation: Matrix, q: number) => Extraction> = {
  minres: extractMinres,
  ml: extractMl,
  paf: extractPaf,
};

/**
 * Exploratory factor analysis of a correlation matrix.
 *
 * R ≈ ΛΦΛ' + Ψ: extraction, rotation, fit; the formulas stand at `extractMinres`, `extractMl`,
 * `extractPaf`, `rotate`, `exploratoryFit`.
 *
 * @param correlation p × p, Pearson or polychoric.
 * @param n respondents it rests on.
 * @param options number of factors q with ((p − q)² − p − q)/2 ≥ 0, extraction, rotation.
 * @returns loadings in (−∞, ∞), for orthogonal factors in [−1, 1]; communalities in [0, 1]; fit.
 * @remarks Missing data: as in the matrix given. A communality at or above its bound is named in `heywood`:
 *   the solution is then improper. More factors than p items can carry: 'not-identified'.
 * @throws DomainError 'number-of-factors' unless 1 ≤ q < p.
 * @see Fabrigar, L. R. et al. (1999). Evaluating the use of exploratory factor analysis in psychological
 *   research. Psychological Methods 4, 272–299. https://doi.org/10.1037/1082-989X.4.3.272. Reference
 *   values: psych 2.2.9 `fa`, R 4.2.2 `factanal`.
 */
export function exploratoryFactorAnalysis(
  correlation: Matrix,
  n: number,
  options: ExploratoryOptions,
): ExploratorySolution {
  const { factors: q, method } = options;
  const p = correlation.rows;
  if (!(Number.isInteger(q) && q >= 1 && q < p)) throw new DomainError('number-of-factors', { q });
  if ((p - q) ** 2 - p - q < 0) return { ok: false, reason: 'not-identified' };
  const extraction = extractors[method](correlation, q);
  if (!extraction.ok) return extraction;
  const rotated = rotate(extraction.loadings, options);
  const { loadings, phi, sumsOfSquares } = sortFactors(rotated.loadings, rotated.phi);
  const common = extraction.loadings.mmul(extraction.loadings.transpose());
  return {
    ok: true,
    loadings,
    phi,
    sumsOfSquares,
    structure: loadings.mmul(phi),
    unrotated: extraction.loadings,
    communalities: common.diagonal(),
    uniquenesses: common.diagonal().map((value) => 1 - value),
    complexity: loadings.to2DArray().map(itemComplexity),
    criterion: rotated.criterion,
    converged: rotated.converged,
    heywood: extraction.heywood,
    fit: exploratoryFit(correlation, common, q, n),
  };
}
