import type { OrdinalEstimate } from './estimate-ordinal.ts';

export interface OrdinalResidualFit {
  /** Over correlations and unit variances; thresholds left out. */
  readonly srmr: number;
  /** Bentler's: thresholds counted. */
  readonly srmrWithThresholds: number;
  readonly gfi: number;
  readonly agfi: number | undefined;
  readonly largestResidualCorrelation: number;
}

/**
 * Indices of fit from the residuals of thresholds and correlations.
 *
 * SRMR = √(Σ e_ij² / (p(p + 1)/2)), averaged over groups by n_g/N; GFI = 1 − Σ n_g e′We / Σ n_g s′Ws;
 * AGFI = 1 − (S/df)(1 − GFI), S the number of statistics.
 *
 * @param estimate of the model.
 * @returns the indices; AGFI undefined without degrees of freedom.
 * @remarks Missing data: not applicable.
 * @throws never.
 * @see Bentler, P. M. (1995). EQS structural equations program manual; Tanaka, J. S., Huba, G. J. (1985).
 *   https://doi.org/10.1111/j.2044-8317.1985.tb00834.x. Reference values: lavaan 0.6-14 `fitMeasures`.
 */
export function ordinalResidualFit({ data, state, test }: OrdinalEstimate): OrdinalResidualFit {
  const first = data.itemOf.length;
  const p = data.names.length;
  const cells = (p * (p + 1)) / 2;
  let [srmr, srmrWithThresholds, residual, total, largest, statistics] = [0, 0, 0, 0, 0, 0];
  data.groups.forEach((group, index) => {
    const share = group.n / data.n;
    const { residuals = new Float64Array() } = state.groups[index] ?? {};
    let [correlations, thresholds] = [0, 0];
    residuals.forEach((e, s) => {
      const weight = group.weights[s] ?? 0;
      residual += group.n * weight * e * e;
      total += group.n * weight * (group.statistics[s] ?? 0) ** 2;
      if (s < first) thresholds += e * e;
      else {
        correlations += e * e;
        largest = Math.max(largest, Math.abs(e));
      }
    });
    srmr += share * Math.sqrt(correlations / cells);
    srmrWithThresholds += share * Math.sqrt((correlations + thresholds) / (cells + first));
    statistics += residuals.length;
  });
  const gfi = 1 - residual / total;
  const df = test.degreesOfFreedom;
  return {
    ...{ srmr, srmrWithThresholds, gfi },
    agfi: df > 0 ? 1 - (statistics / df) * (1 - gfi) : undefined,
    largestResidualCorrelation: largest,
  };
}
