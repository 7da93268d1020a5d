import { Matrix } from 'ml-matrix';
import { drawChiSquare } from '../../numeric/draw-chi-square.ts';
import { drawNormal } from '../../numeric/draw-normal.ts';
import type { Generator } from '../../numeric/seeded-generator.ts';

/**
 * The correlation matrix of n respondents on p unrelated normal items, without drawing the respondents.
 *
 * (n − 1)S = AA' has the Wishart distribution when A is lower triangular with a_ii² ~ χ²(n − i),
 * i = 1 … p, and a_ij ~ N(0, 1) below the diagonal (Bartlett's decomposition). A row of A divided by its
 * length gives the correlations.
 *
 * @param n respondents, > p + 1.
 * @param p items.
 * @param generator uniform numbers in [0, 1).
 * @returns p × p.
 * @remarks Missing data: none.
 * @throws never.
 * @see Bartlett, M. S. (1933). On the theory of statistical regression. Proc Roy Soc Edinburgh 53,
 *   260–283. https://doi.org/10.1017/S0370164600015637.
 */
export function randomCorrelation(n: number, p: number, generator: Generator): Matrix {
  const a = Matrix.zeros(p, p);
  for (let i = 0; i < p; i += 1) {
    for (let j = 0; j < i; j += 1) a.set(i, j, drawNormal(generator));
    a.set(i, i, Math.sqrt(drawChiSquare(n - 1 - i, generator)));
    a.mulRow(i, 1 / Math.hypot(...a.getRow(i)));
  }
  return a.mmul(a.transpose());
}
