import { z } from 'zod';
import type { Matrix } from 'ml-matrix';
import { correlationOfItems } from '#analysis/correlations/correlation-of-items.ts';
import { countFactors } from '#analysis/psychometrics/exploratory/count-factors.ts';
import { exploratoryFactorAnalysis } from '#analysis/psychometrics/exploratory/exploratory-factor-analysis.ts';
import type { ParallelLine } from '#analysis/psychometrics/exploratory/parallel-analysis.ts';
import { verySimpleStructure } from '#analysis/psychometrics/exploratory/very-simple-structure.ts';
import { completeRows } from '#analysis/table/complete-rows.ts';
import { itemMatrix } from '#analysis/table/item-matrix.ts';
import type { OracleFamily } from '../family.ts';
import { Simulated, type Tree } from '../tree.ts';

const optionsSchema = z.object({ items: z.array(z.string()), correlation: z.string() });
const draws = 1000;

/** Standard errors of a mean, a standard deviation and a 95th percentile of normal draws, in sd / √draws. */
const precision = { mean: 1, sd: Math.SQRT1_2, percentile95: 2.11 };

/** The reference made draws of its own: their error counts as much as ours. */
function simulated(line: ParallelLine, what: keyof typeof precision, theirs: number): Tree {
  const share = Math.sqrt((1 / draws + 1 / theirs) / 2) * precision[what];
  return Array.from(line[what], (value, m) => new Simulated(value, (line.sd[m] ?? NaN) * share));
}

/**
 * psych's `vss`: varimax with R's early stop. Where a uniqueness lies at its bound several minima exist, and
 * psych's optimiser need not stop at the lowest: not compared.
 */
function candidate(correlation: Matrix, n: number, factors: number) {
  const solution = exploratoryFactorAnalysis(correlation, n, {
    ...{ factors, method: 'minres', rotation: 'varimax', kaiser: true, varimaxTolerance: 1e-5 },
  });
  if (!solution.ok || solution.heywood.length > 0) return undefined;
  const { loadings, fit } = solution;
  const complexity2 = factors === 1 ? 0 : verySimpleStructure(correlation, loadings, 2);
  return { complexity1: verySimpleStructure(correlation, loadings, 1), complexity2, fit };
}

export const numberOfFactors: OracleFamily = {
  compute: (table, given) => {
    const { items, correlation } = optionsSchema.parse(given);
    const kind = correlation.startsWith('polychoric') ? 'polychoric' : 'pearson';
    const counted = countFactors(table, { items, correlation: kind, draws, seed: 1, most: 8 });
    if (!counted.ok) throw new Error(counted.reason);
    const { n, parallel, map, scree } = counted;
    const rows = completeRows(itemMatrix(table, { items }));
    const matrix = correlationOfItems(rows, kind);
    if (!matrix.ok) throw new Error(matrix.reason);
    const most = Math.min(8, items.length - 1);
    const candidates = Array.from({ length: most }, (_, m) => candidate(matrix.matrix, n, m + 1));
    const { components, factors } = parallel;
    const partial = map.squared.slice(1);
    return {
      n,
      eigenvalues: [...components.observed],
      kaiser_gt1: scree.kaiser,
      minres1_factor_eigenvalues: factors && [...factors.observed],
      pa_mean_random_eigenvalues: simulated(components, 'mean', 200),
      pa_p95_random_eigenvalues: simulated(components, 'percentile95', 200),
      pa_sd_random_eigenvalues: simulated(components, 'sd', 200),
      pa_components_mean_rule: components.aboveMean,
      pa_components_p95_rule: components.abovePercentile,
      map_squared_0_to_pminus2: map.squared,
      map_fourth_0_to_pminus2: map.fourth,
      map_squared_n: map.bySquares,
      map_fourth_n: map.byFourths,
      psych_vss_map: partial,
      psych_vss_map_n: partial.indexOf(Math.min(...partial)) + 1,
      vss_complexity1: candidates.map((one) => one?.complexity1),
      vss_complexity2: candidates.map((one) => one?.complexity2),
      vss_fit_bic: candidates.map((one) => one?.fit.bic),
      vss_fit_rmsea: candidates.map((one) => one?.fit.rmsea),
      vss_fit_chisq: candidates.map((one) => one?.fit.chiSquare),
      vss_fit_dof: candidates.map((one) => one?.fit.degreesOfFreedom),
      nScree: {
        noc: scree.optimalCoordinates,
        naf: scree.accelerationFactor,
        nparallel: components.abovePercentile,
        nkaiser: scree.kaiser,
      },
      psych_fa_parallel: factors && {
        pc_values: [...components.observed],
        fa_values: [...factors.observed],
        pc_sim_mean: simulated(components, 'mean', 100),
        fa_sim_mean: simulated(factors, 'mean', 100),
        nfact: factors.abovePercentile,
        ncomp: components.abovePercentile,
      },
    };
  },
  tolerances: [
    [/^pa_|sim_mean/, 'pa_random'],
    [/vss_complexity/, 'vss'],
    [/vss_fit/, 'fit_chisq_rel'],
    [/minres1|fa_values/, 'vss'],
  ],
};
