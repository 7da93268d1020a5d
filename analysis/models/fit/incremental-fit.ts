export interface TestStatistic {
  /** The unscaled statistic. */
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  /** c of the scaled statistic χ²/c; default 1. */
  readonly scalingFactor?: number;
}

/** The statistic less its expectation under the model. */
function excess(
  { chiSquare, degreesOfFreedom: df, scalingFactor: c = 1 }: TestStatistic,
  variant: string,
) {
  return variant === 'robust' ? chiSquare - c * df : chiSquare / c - df;
}

/**
 * Comparative fit index and Tucker–Lewis index, plain, scaled or robust.
 *
 * CFI = 1 − max(d, 0)/max(d, d_B, 0), TLI = 1 − (d/df)/(d_B/df_B); d = χ²/c − df, robust d = χ² − c df; B the
 * independence model.
 *
 * @param model, baseline their statistics.
 * @param variant 'scaled' (plain when c = 1) or 'robust'.
 * @returns the indices; TLI undefined without degrees of freedom, CFI undefined when nothing is to be
 *   explained (d and d_B ≤ 0).
 * @remarks Missing data: in the statistics.
 * @throws never.
 * @see Bentler, P. M. (1990). https://doi.org/10.1037/0033-2909.107.2.238; Tucker, L. R., Lewis, C. (1973).
 *   https://doi.org/10.1007/BF02291170; Brosseau-Liard, P. E., Savalei, V. (2014).
 *   https://doi.org/10.1080/00273171.2014.933697. Reference values: lavaan 0.6-14 `fitMeasures`.
 */
export function incrementalFit(
  model: TestStatistic,
  baseline: TestStatistic,
  variant: 'scaled' | 'robust' = 'scaled',
): { cfi: number | undefined; tli: number | undefined } {
  const [d, b] = [excess(model, variant), excess(baseline, variant)];
  const most = Math.max(d, b, 0);
  const [df, dfB] = [model.degreesOfFreedom, baseline.degreesOfFreedom];
  return {
    cfi: most > 0 ? 1 - Math.max(d, 0) / most : undefined,
    tli: df > 0 && b !== 0 ? 1 - (d * dfB) / (b * df) : undefined,
  };
}
