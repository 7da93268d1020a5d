import { normalProbability } from './normal-probability.ts';
import type { PairCells, PairCuts } from './pair-probabilities.ts';
import { thresholdInfluence } from './threshold-influence.ts';

const floor = Number.EPSILON;

/**
 * Mean product of the scores of ρ and of the first variable's thresholds, in the likelihood of the pair:
 * (1/n) Σ_b ∂π/∂τ_i (ψ_ib − ψ_{i+1,b}), ψ = n_ab s_ab / π_ab.
 */
function scoreProducts(
  { row, column, rho }: { row: Float64Array; column: Float64Array; rho: number },
  psi: (a: number, b: number) => number,
): Float64Array {
  const root = Math.sqrt(1 - rho * rho);
  return row.map((tau, i) => {
    const density = Math.exp((-tau * tau) / 2) / Math.sqrt(2 * Math.PI);
    let [sum, below] = [0, 0];
    for (let b = 0; b <= column.length; b += 1) {
      const upTo = b < column.length ? normalProbability((column[b]! - rho * tau) / root) : 1;
      sum += density * (upTo - below) * (psi(i, b) - psi(i + 1, b));
      below = upTo;
    }
    return sum;
  });
}

/**
 * How far one pair of answers moves the two-step estimate of a polychoric correlation.
 *
 * z(a, b) = (s_ab − Σ_i A_ρτi z_τi(a) − Σ_j A_ρκj z_κj(b)) / A_ρρ with s the score of ρ, A the mean
 * products of scores in the likelihood of the pair, z_τ, z_κ the influence on the thresholds, which are
 * estimated first.
 *
 * @param counts R × C, row-major.
 * @param cuts thresholds of both variables, from the margins of the same table.
 * @param rho the two-step estimate.
 * @param cells probabilities and derivatives at ρ.
 * @returns R × C; mean 0 over respondents, mean square n times the asymptotic variance of ρ.
 * @remarks Missing data: not counted. It holds whether or not normality does.
 * @throws never.
 * @see Muthén, B. (1984). A general structural equation model with dichotomous, ordered categorical, and
 *   continuous latent variable indicators. Psychometrika 49, 115–132, section 4.
 *   https://doi.org/10.1007/BF02294210. Reference values: lavaan 0.6-14 `lavCor`, standard errors.
 */
export function rhoInfluence(
  counts: Float64Array,
  cuts: PairCuts,
  rho: number,
  { p, first }: PairCells,
): Float64Array {
  const { row, column, rowBelow, columnBelow } = cuts;
  const columns = column.length + 1;
  let [n, squares] = [0, 0];
  const influence = new Float64Array(counts.length);
  const psi = new Float64Array(counts.length);
  for (let cell = 0; cell < counts.length; cell += 1) {
    const score = first[cell]! / Math.max(p[cell]!, floor);
    influence[cell] = score;
    n += counts[cell]!;
    squares += counts[cell]! * score * score;
    psi[cell] = (counts[cell]! * score) / Math.max(p[cell]!, floor);
  }
  const byRow = scoreProducts({ row, column, rho }, (a, b) => psi[a * columns + b]!);
  const turned = { row: column, column: row, rho };
  const byColumn = scoreProducts(turned, (b, a) => psi[a * columns + b]!);
  const rowInfluence = thresholdInfluence(row, rowBelow);
  const columnInfluence = thresholdInfluence(column, columnBelow);
  for (let a = 0, cell = 0; a <= row.length; a += 1) {
    let ofRow = 0;
    for (let i = 0; i < row.length; i += 1) {
      ofRow += (byRow[i]! / n) * rowInfluence[a * row.length + i]!;
    }
    for (let b = 0; b < columns; b += 1, cell += 1) {
      let moved = influence[cell]! - ofRow;
      for (let j = 0; j < column.length; j += 1) {
        moved -= (byColumn[j]! / n) * columnInfluence[b * column.length + j]!;
      }
      influence[cell] = (moved * n) / squares;
    }
  }
  return influence;
}
