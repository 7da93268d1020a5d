import type { NotEstimable } from '../estimate.ts';
import { chiSquareP } from '../numeric/chi-square-p.ts';
import { maximisePairLikelihood } from '../numeric/maximise-pair-likelihood.ts';
import type { PairTable } from './pair-table.ts';
import { polychoricFromTable } from './polychoric-from-table.ts';

/** Thresholds and correlation estimated together. */
export interface PolychoricMlEstimate {
  readonly ok: true;
  readonly rho: number;
  readonly standardError: number;
  readonly rowThresholds: Float64Array;
  readonly columnThresholds: Float64Array;
  readonly rowStandardErrors: Float64Array;
  readonly columnStandardErrors: Float64Array;
  readonly chiSquare: number;
  readonly df: number;
  readonly pValue: number | null;
}

/**
 * Polychoric correlation by full maximum likelihood: thresholds and ρ together.
 *
 * (τ̂, ρ̂) = argmax Σ n_ab ln π_ab(τ, ρ); standard errors from the inverse of the observed information.
 *
 * @param table R × C counts.
 * @returns estimates with standard errors and the likelihood-ratio test of normality; 'zero-variance',
 *   'perfect-correlation', or 'no-convergence'.
 * @remarks Missing data: not counted. It differs from the two-step estimate where normality fails; the
 *   matrix of all pairs is made two-step, because here an item has other thresholds in every pair.
 * @throws never.
 * @see Olsson, U. (1979). Psychometrika 44, 443–460, section 3. https://doi.org/10.1007/BF02296207.
 *   Reference values: the same likelihood maximised by R 4.2.2 `optim` with tight limits.
 */
export function polychoricMlFromTable(table: PairTable): PolychoricMlEstimate | NotEstimable {
  const start = polychoricFromTable(table);
  if (!start.ok) return start;
  const theta = Float64Array.from([...start.rowThresholds, ...start.columnThresholds, start.rho]);
  const maximum = maximisePairLikelihood(table.counts, table.rows, table.columns, theta);
  if (!maximum) return { ok: false, reason: 'no-convergence' };
  const errors = Float64Array.from(maximum.covariance.diagonal(), Math.sqrt);
  const last = errors.length - 1;
  const saturated = table.counts.reduce((sum, count) => {
    return sum + (count > 0 ? count * Math.log(count / start.n) : 0);
  }, 0);
  const chiSquare = Math.max(0, 2 * (saturated - maximum.logLikelihood));
  return {
    ok: true,
    rho: maximum.rho,
    standardError: errors[last] ?? 0,
    rowThresholds: maximum.row,
    columnThresholds: maximum.column,
    rowStandardErrors: errors.slice(0, table.rows - 1),
    columnStandardErrors: errors.slice(table.rows - 1, last),
    chiSquare,
    df: start.df,
    pValue: start.df > 0 ? chiSquareP(chiSquare, start.df) : null,
  };
}
