import type { Interval } from '../estimate.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';
import type { ItemResponseFit } from './item-response-fit.ts';
import { parameterLayout } from './marginal-model.ts';
import type { parameterCovariance } from './parameter-covariance.ts';

export interface ParameterEstimate {
  readonly estimate: number;
  /** Absent where the parameter is fixed or the information is singular. */
  readonly standardError?: number;
  readonly interval?: Interval;
}

export interface ItemParameters {
  readonly item: string;
  /** Respondents who answered it. */
  readonly n: number;
  /** Scores of the categories that occur, ascending. */
  readonly categories: readonly number[];
  readonly counts: readonly number[];
  /** a */
  readonly slope: ParameterEstimate;
  /** d_1 … d_{K−1}, the intercepts of aθ + d. */
  readonly intercepts: readonly ParameterEstimate[];
  /** b_1 … b_{K−1} on the scale of the latent trait. */
  readonly thresholds: readonly ParameterEstimate[];
  /** a/1.702 / √(1 + (a/1.702)²): the loading in a factor analysis of latent responses. */
  readonly standardisedLoading: number;
}

/** Scale between the logistic and the normal metric (Camilli 1994, https://doi.org/10.3102/10769986019003293). */
const NORMAL_METRIC = 1.702;

export interface ItemParameterOptions {
  /** Whether a threshold belongs to its intercept alone (graded) or to the step from the one before. */
  readonly thresholdOf: 'intercept' | 'step';
  readonly hasSlope: boolean;
  readonly confidenceLevel: number;
}

function categoryCounts({ responses }: ItemResponseFit): Float64Array {
  const { patterns, counts, names, offsets } = responses;
  const all = new Float64Array(offsets.at(-1) ?? 0);
  patterns.forEach((place, cell) => {
    if (place >= 0) all[place] = (all[place] ?? 0) + (counts[Math.floor(cell / names.length)] ?? 0);
  });
  return all;
}

/**
 * The item parameters of a fitted model with standard errors and confidence intervals.
 *
 * Graded: b_c = −d_c/a; partial credit: b_c = −(d_c − d_{c−1})/a. Standard errors of b by the delta method,
 * (1/a²)(V(Δd) + 2b C(Δd, a) + b² V(a)).
 *
 * @param fit a fitted model.
 * @param covariance of its parameters.
 * @param options how thresholds follow from intercepts, whether slopes are free, confidence level.
 * @returns one an item.
 * @remarks Missing data: n counts the answers. Without covariance there are estimates alone.
 * @throws never.
 * @see Samejima, F. (1969). https://doi.org/10.1007/BF03372160; Takane, Y., de Leeuw, J. (1987).
 *   https://doi.org/10.1007/BF02294363 (loadings). Reference values: mirt 1.38.1 `coef(IRTpars = TRUE)`.
 */
export function itemParameters(
  fit: ItemResponseFit,
  covariance: ReturnType<typeof parameterCovariance>,
  options: ItemParameterOptions,
): ItemParameters[] {
  const z = normalQuantile((1 + options.confidenceLevel) / 2);
  const starts = parameterLayout(fit.model).blocks;
  const counts = categoryCounts(fit);
  const cell = (s: number, t: number) =>
    covariance.ok ? (covariance.values[s * covariance.size + t] ?? NaN) : NaN;
  const first = options.hasSlope ? 1 : 0;
  return fit.items.map(({ parameters, categories }, i) => {
    const start = starts[i] ?? 0;
    const a = options.hasSlope ? (parameters[0] ?? NaN) : 1;
    /** A function of the parameters with its gradient, as [place, derivative]. */
    const withError = (
      estimate: number,
      gradient: readonly [number, number][],
    ): ParameterEstimate => {
      if (!covariance.ok || gradient.length === 0) return { estimate };
      const variance = gradient.reduce(
        (sum, [s, x]) =>
          sum + gradient.reduce((inner, [t, y]) => inner + x * y * cell(start + s, start + t), 0),
        0,
      );
      const standardError = Math.sqrt(variance);
      const margin = z * standardError;
      return { estimate, standardError, interval: [estimate - margin, estimate + margin] };
    };
    const steps = Array.from({ length: categories - 1 }, (_, c) => {
      const place = first + c;
      const before = options.thresholdOf === 'step' && c > 0 ? place - 1 : undefined;
      const d =
        (parameters[place] ?? NaN) - (before === undefined ? 0 : (parameters[before] ?? NaN));
      const b = -d / a;
      return withError(b, [
        [place, -1 / a],
        ...(before === undefined ? [] : [[before, 1 / a] as [number, number]]),
        ...(options.hasSlope ? [[0, -b / a] as [number, number]] : []),
      ]);
    });
    const own = [...counts.subarray(fit.responses.offsets[i], fit.responses.offsets[i + 1])];
    const scaled = a / NORMAL_METRIC;
    return {
      item: fit.responses.names[i] ?? '',
      n: own.reduce((sum, count) => sum + count, 0),
      categories: [...(fit.responses.scores[i] ?? [])],
      counts: own,
      slope: withError(a, options.hasSlope ? [[0, 1]] : []),
      intercepts: Array.from(parameters.subarray(first), (d, c) => withError(d, [[first + c, 1]])),
      thresholds: steps,
      standardisedLoading: scaled / Math.sqrt(1 + scaled * scaled),
    };
  });
}
