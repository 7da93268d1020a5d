import { chiSquareFit, type FitVariant } from '../fit/chi-square-fit.ts';
import { incrementalFit } from '../fit/incremental-fit.ts';
import { rmsea } from '../fit/rmsea.ts';
import { categoricalMl } from './categorical-ml.ts';
import type { OrdinalEstimate, PlainTest } from './estimate-ordinal.ts';
import { ordinalBaseline } from './ordinal-baseline.ts';
import { ordinalResidualFit, type OrdinalResidualFit } from './ordinal-residual-fit.ts';
import type { ScaledShiftedTest } from './scaled-shifted.ts';

/** Fit of a model of ordered items; every index says which variant it is. */
export interface OrdinalFitMeasures extends OrdinalResidualFit {
  readonly freeParameters: number;
  /** F at the estimates. */
  readonly discrepancy: number;
  readonly test: PlainTest;
  readonly baseline: PlainTest;
  readonly plain: FitVariant;
  /** Of the scaled-and-shifted test; undefined with DWLS. */
  readonly scaled:
    | (FitVariant & { readonly test: ScaledShiftedTest; readonly baseline: ScaledShiftedTest })
    | undefined;
  /**
   * Savalei's; undefined with DWLS, with restricted thresholds, and where correlations are not
   * positive definite.
   */
  readonly robust: FitVariant | undefined;
}

/**
 * Chi-squares and fit indices of a model of ordered items: plain, scaled (scaled-and-shifted test) and robust.
 *
 * CFI, TLI, RMSEA of each variant (`incrementalFit`, `rmsea`), SRMR, GFI (`ordinalResidualFit`).
 *
 * @param estimate of the model.
 * @returns the measures. Cut-offs made for ML fit the robust variant best; plain ones flatter.
 * @remarks Missing data: not applicable.
 * @throws never.
 * @see Savalei, V. (2021). https://doi.org/10.1080/00273171.2020.1717922; Xia, Y., Yang, Y. (2019).
 *   https://doi.org/10.3758/s13428-018-1055-2. Reference values: lavaan 0.6-14 `fitMeasures`.
 */
export function ordinalFitMeasures(estimate: OrdinalEstimate): OrdinalFitMeasures {
  const { data, test, scaledTest, model, state, estimator } = estimate;
  const groups = data.groups.length;
  // Γ has n − 1 in every group; so has the error of approximation.
  const size = { n: data.n - groups, groups };
  const baseline = ordinalBaseline(data);
  const isScaled = estimator === 'WLSMV' && scaledTest.p !== undefined;
  const first = data.itemOf.length;
  const isSaturated = state.groups.every(({ residuals }) =>
    residuals.subarray(0, first).every((e) => Math.abs(e) < 1e-6),
  );
  // The robust indices look at correlations alone, so thresholds must not be restricted.
  const ml = isScaled && isSaturated ? categoricalMl(estimate) : undefined;
  return {
    ...ordinalResidualFit(estimate),
    freeParameters: model.freeCount,
    discrepancy: state.value,
    ...{ test, baseline: baseline.test },
    plain: chiSquareFit(test, baseline.test, size).plain,
    scaled: isScaled
      ? {
          ...incrementalFit(unit(scaledTest), unit(baseline.scaledTest)),
          rmsea: rmsea({ ...unit(scaledTest), ...size }),
          ...{ test: scaledTest, baseline: baseline.scaledTest },
        }
      : undefined,
    robust: ml
      ? {
          ...incrementalFit(ml.model, ml.baseline, 'robust'),
          rmsea: rmsea({ ...ml.model, ...size }, 'robust'),
        }
      : undefined,
  };
}

/** The adjusted statistic taken as it is. */
function unit({ chiSquare, degreesOfFreedom }: ScaledShiftedTest): PlainTest {
  return { chiSquare, degreesOfFreedom, p: undefined };
}
