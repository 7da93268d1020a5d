import type { Matrix } from 'ml-matrix';
import { quantileOfSorted } from '../../descriptives/quantile-of-sorted.ts';
import type { Generator } from '../../numeric/seeded-generator.ts';
import { symmetricEigen } from '../../numeric/symmetric-eigen.ts';
import { randomCorrelation } from './random-correlation.ts';
import { reducedEigenvalues } from './reduced-eigenvalues.ts';

/** Eigenvalues of the data beside those of unrelated items; p values each, descending. */
export interface ParallelLine {
  readonly observed: Float64Array;
  readonly mean: Float64Array;
  readonly sd: Float64Array;
  readonly percentile95: Float64Array;
  /** Leading observed values above the mean, above the 95th percentile. */
  readonly aboveMean: number;
  readonly abovePercentile: number;
}

export interface ParallelAnalysis {
  readonly draws: number;
  readonly components: ParallelLine;
  /** Undefined when one factor does not converge on the data. */
  readonly factors: ParallelLine | undefined;
}

export interface ParallelOptions {
  readonly draws: number;
  readonly generator: Generator;
  /** Draws whose reduced matrix is computed as well; slower, as each needs a factor solution. */
  readonly factorDraws: number;
  readonly onProgress?: ((share: number) => void) | undefined;
}

function leading(observed: Float64Array, line: Float64Array): number {
  const first = observed.findIndex((value, m) => !(value > (line[m] ?? NaN)));
  return first < 0 ? observed.length : first;
}

function summarise(observed: Float64Array, draws: readonly Float64Array[]): ParallelLine {
  const columns = Array.from(observed, (_, m) => {
    return Float64Array.from(draws, (draw) => draw[m] ?? NaN).sort();
  });
  const n = draws.length;
  const mean = Float64Array.from(columns, (column) => column.reduce((sum, x) => sum + x, 0) / n);
  const sd = Float64Array.from(columns, (column, m) => {
    const squares = column.reduce((sum, x) => sum + (x - (mean[m] ?? NaN)) ** 2, 0);
    return Math.sqrt(squares / (n - 1));
  });
  const percentile95 = Float64Array.from(columns, (column) => quantileOfSorted(column, 0.95));
  return {
    ...{ observed, mean, sd, percentile95 },
    aboveMean: leading(observed, mean),
    abovePercentile: leading(observed, percentile95),
  };
}

/**
 * Horn's parallel analysis: how many eigenvalues exceed those of unrelated items.
 *
 * Compares θ_1 ≥ … ≥ θ_p of R with the mean and the 95th percentile of the eigenvalues of correlation
 * matrices of n respondents on p independent normal items; the number is the count of leading values
 * above the line.
 *
 * @param correlation p × p.
 * @param n respondents, > p + 1.
 * @param options number of random matrices, of those compared as factors, generator.
 * @returns lines for components and factors. The rule to report: components above the 95th percentile.
 * @remarks Missing data: as in the matrix given. The random lines depend on the seed; their standard error
 *   is sd / √draws. The random matrices are drawn from their Wishart distribution directly.
 * @throws never.
 * @see Horn, J. L. (1965). A rationale and test for the number of factors in factor analysis. Psychometrika
 *   30, 179–185. https://doi.org/10.1007/BF02289447; Glorfeld, L. W. (1995).
 *   https://doi.org/10.1177/0013164495055003002. Reference values: R 4.2.2, psych 2.2.9 `fa.parallel`.
 */
export function parallelAnalysis(
  correlation: Matrix,
  n: number,
  options: ParallelOptions,
): ParallelAnalysis {
  const { draws, generator, factorDraws, onProgress } = options;
  const reduced = factorDraws > 0 ? reducedEigenvalues(correlation) : undefined;
  const components: Float64Array[] = [];
  const factors: Float64Array[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const random = randomCorrelation(n, correlation.rows, generator);
    components.push(symmetricEigen(random).values);
    const values = draw < factorDraws ? reducedEigenvalues(random) : undefined;
    if (values) factors.push(values);
    if (draw % 16 === 15) onProgress?.((draw + 1) / draws);
  }
  return {
    draws,
    components: summarise(symmetricEigen(correlation).values, components),
    factors: reduced && summarise(reduced, factors),
  };
}
