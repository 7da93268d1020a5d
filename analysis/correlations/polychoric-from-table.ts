import type { NotEstimable } from '../estimate.ts';
import { maximiseOverRho } from '../numeric/maximise-over-rho.ts';
import { pairCuts } from '../numeric/pair-probabilities.ts';
import { rhoInfluence } from '../numeric/rho-influence.ts';
import { chiSquareP } from '../numeric/chi-square-p.ts';
import { pearsonFromTable } from './pearson-from-table.ts';
import type { PairTable } from './pair-table.ts';
import { tableMargins } from './table-margins.ts';
import { thresholdsFromCounts } from './thresholds-from-counts.ts';

/** A two-step polychoric correlation. */
export interface PolychoricEstimate {
  readonly ok: true;
  readonly n: number;
  readonly rho: number;
  /** Of the two-step estimate, whether or not normality holds (sandwich). */
  readonly standardError: number;
  /** From the curvature in ρ alone, thresholds taken as known. */
  readonly conditionalStandardError: number;
  readonly rowThresholds: Float64Array;
  readonly columnThresholds: Float64Array;
  /** Likelihood-ratio test of bivariate normality against the observed table. */
  readonly chiSquare: number;
  readonly df: number;
  /** Null when no degree of freedom is left. */
  readonly pValue: number | null;
  readonly emptyCells: number;
  /** R × C: influence of a pair of answers on ρ; its variance over respondents is n · standardError². */
  readonly influence: Float64Array;
}

/** A single empty cell of a 2 × 2 table gets ½, the margins kept (Brown & Benedetti). */
function filled({ rows, columns, counts }: PairTable): Float64Array {
  const empty = counts.indexOf(0);
  if (rows !== 2 || columns !== 2 || empty < 0 || empty !== counts.lastIndexOf(0)) return counts;
  const isDiagonal = empty === 0 || empty === 3;
  return counts.map(
    (count, cell) => count + ((cell === 0 || cell === 3) === isDiagonal ? 0.5 : -0.5),
  );
}

/**
 * Polychoric correlation of two ordered items: thresholds from the margins, then ρ by maximum likelihood
 * (two-step). Of two binary items: the tetrachoric correlation.
 *
 * τ_c = Φ⁻¹(F_c), ρ̂ = argmax Σ n_ab ln π_ab(τ̂, ρ); no continuity correction, except that a single empty
 * cell of a 2 × 2 table is given ½.
 *
 * @param table R × C counts.
 * @returns ρ in (−1, 1), standard errors, thresholds and the test of normality; 'zero-variance' when an
 *   item has one category, 'perfect-correlation' when the likelihood rises up to |ρ| = 1.
 * @remarks Missing data: not counted. Empty cells are counted and reported: with many of them ρ is unstable.
 * @throws never.
 * @see Olsson, U. (1979). Maximum likelihood estimation of the polychoric correlation coefficient.
 *   Psychometrika 44, 443–460. https://doi.org/10.1007/BF02296207; Brown, M. B., Benedetti, J. K. (1977). On
 *   the mean and variance of the tetrachoric correlation coefficient. Psychometrika 42, 347–355.
 *   https://doi.org/10.1007/BF02293655. Reference values: lavaan 0.6-14 `lavCor`, polycor 0.8-1.
 */
export function polychoricFromTable(table: PairTable): PolychoricEstimate | NotEstimable {
  if (table.rows < 2 || table.columns < 2) return { ok: false, reason: 'zero-variance' };
  const emptyCells = table.counts.filter((count) => count === 0).length;
  const counts = filled(table);
  const { n, row, column } = tableMargins({ ...table, counts });
  const cuts = pairCuts(thresholdsFromCounts(row), thresholdsFromCounts(column));
  const maximum = maximiseOverRho(counts, cuts, pearsonFromTable({ ...table, counts }));
  if (maximum.isAtLimit || !(maximum.information > 0)) {
    return { ok: false, reason: 'perfect-correlation' };
  }
  const influence = rhoInfluence(counts, cuts, maximum.rho, maximum.cells);
  const squares = counts.reduce((sum, count, cell) => sum + count * (influence[cell] ?? 0) ** 2, 0);
  const saturated = counts.reduce((sum, count) => {
    return sum + (count > 0 ? count * Math.log(count / n) : 0);
  }, 0);
  const df = counts.length - table.rows - table.columns;
  const chiSquare = Math.max(0, 2 * (saturated - maximum.logLikelihood));
  return {
    ok: true,
    n,
    rho: maximum.rho,
    standardError: Math.sqrt(squares / (n * (n - 1))),
    conditionalStandardError: 1 / Math.sqrt(maximum.information),
    rowThresholds: cuts.row,
    columnThresholds: cuts.column,
    chiSquare,
    df,
    pValue: df > 0 ? chiSquareP(chiSquare, df) : null,
    emptyCells,
    influence,
  };
}
