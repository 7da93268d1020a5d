import type { Interval, NotEstimable } from '../../estimate.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';

/** Cases of one predicted risk: rows have n = 1. */
export interface RiskGroup {
  readonly n: number;
  readonly events: number;
  /** In (0, 1). */
  readonly risk: number;
}

interface Parameter {
  readonly value: number;
  readonly standardError: number;
  readonly interval: Interval;
}

export type LogisticRecalibration =
  | {
      readonly ok: true;
      /** Of the model with slope 1: calibration in the large; above 0: risks are too low. */
      readonly inTheLarge: Parameter;
      /** Of the model with a slope; NotEstimable when risks do not vary. */
      readonly line:
        | {
            readonly ok: true;
            intercept: Parameter;
            slope: Parameter;
            /** Of intercept and slope. */
            covariance: number;
          }
        | NotEstimable;
      /** −2 log L of the risks as they are, and after recalibration. */
      readonly deviance: number;
      readonly recalibratedDeviance: number | null;
    }
  | NotEstimable;

interface Fit {
  readonly a: number;
  readonly b: number;
  /** Information: of a, of both, of b. */
  readonly information: readonly [number, number, number];
  readonly deviance: number;
}

const ITERATIONS = 60;
/** A last step above it: the method has not come to rest. */
const SETTLED = 1e-6;
/** A slope or intercept beyond it: one risk separates events from none. */
const FURTHEST = 50;

function derivatives(groups: readonly (RiskGroup & { x: number })[], a: number, b: number) {
  let [ga, gb, aa, ab, bb, deviance] = [0, 0, 0, 0, 0, 0];
  for (const { n, events, x } of groups) {
    const eta = a + b * x;
    const p = 1 / (1 + Math.exp(-eta));
    const weight = n * p * (1 - p);
    ga += events - n * p;
    gb += (events - n * p) * x;
    aa += weight;
    ab += weight * x;
    bb += weight * x * x;
    const softplus = Math.max(eta, 0) + Math.log1p(Math.exp(-Math.abs(eta)));
    deviance -= 2 * (events * eta - n * softplus);
  }
  return { ga, gb, aa, ab, bb, deviance };
}

/** Newton's method, steps halved while they do not lower the deviance. */
function fit(
  groups: readonly (RiskGroup & { x: number })[],
  hasSlope: boolean,
): Fit | 'separation' | 'no-convergence' {
  let [a, b] = [0, 1];
  let step = Infinity;
  let current = derivatives(groups, a, b);
  for (let i = 0; i < ITERATIONS; i += 1) {
    const { ga, gb, aa, ab, bb } = current;
    const determinant = hasSlope ? aa * bb - ab * ab : aa;
    if (!(determinant > 1e-10 * aa * (hasSlope ? bb : 1))) return 'separation';
    const stepA = hasSlope ? (bb * ga - ab * gb) / determinant : ga / aa;
    const stepB = hasSlope ? (aa * gb - ab * ga) / determinant : 0;
    let scale = 1;
    let next = derivatives(groups, a + stepA, b + stepB);
    while (!(next.deviance <= current.deviance + 1e-9) && scale > 1e-6) {
      scale /= 2;
      next = derivatives(groups, a + scale * stepA, b + scale * stepB);
    }
    [a, b, current] = [a + scale * stepA, b + scale * stepB, next];
    if (Math.abs(a) > FURTHEST || Math.abs(b) > FURTHEST) return 'separation';
    step = scale * (Math.abs(stepA) + Math.abs(stepB));
    if (step < 1e-11) break;
  }
  if (step > SETTLED) return 'no-convergence';
  const { aa, ab, bb, deviance } = current;
  return { a, b, information: [aa, ab, bb], deviance };
}

/**
 * Intercept and slope of a logistic recalibration.
 *
 * logit P(y = 1) = a + logit p (calibration in the large), and a + b logit p; maximum likelihood by Newton's method,
 * standard errors from the information.
 *
 * @param groups cases by predicted risk: rows, or the mean risks of bins, which makes it an approximation.
 * @param level confidence level in (0, 1), Wald.
 * @returns intercept 0 and slope 1: calibrated; slope below 1: risks too extreme; above 1: too alike.
 * @remarks Missing data: not in the groups; risks of 0 and 1, which have no logit, are to be left out and told.
 *   No event or nothing but events: 'one-category'; risks all alike: the line is 'zero-variance'; risks that separate
 *   events from none: the line is 'separation'. Sixty steps that do not settle: 'no-convergence'.
 * @throws DomainError of `normalQuantile`.
 * @see Cox, D. R. (1958). Two further applications of a model for binary regression. Biometrika 45, 562–565.
 *   https://doi.org/10.1093/biomet/45.3-4.562; Van Calster, B., et al. (2019).
 *   https://doi.org/10.1186/s12916-019-1466-7. Reference values: R 4.2.2 `glm`.
 */
export function logisticRecalibration(
  groups: readonly RiskGroup[],
  level = 0.95,
): LogisticRecalibration {
  const used = groups
    .filter(({ n, risk }) => n > 0 && risk > 0 && risk < 1)
    .map((group) => ({ ...group, x: Math.log(group.risk / (1 - group.risk)) }));
  const events = used.reduce((sum, group) => sum + group.events, 0);
  const n = used.reduce((sum, group) => sum + group.n, 0);
  if (n === 0) return { ok: false, reason: 'too-few-cases' };
  if (events === 0 || events === n) return { ok: false, reason: 'one-category' };
  const z = normalQuantile((1 + level) / 2);
  const parameter = (value: number, variance: number): Parameter => {
    const standardError = Math.sqrt(variance);
    const margin = z * standardError;
    return { value, standardError, interval: [value - margin, value + margin] };
  };
  const large = fit(used, false);
  if (typeof large === 'string') return { ok: false, reason: 'no-convergence' };
  const varies = used.some(({ x }) => x !== used[0]?.x);
  const both = varies ? fit(used, true) : 'zero-variance';
  const line = () => {
    if (typeof both === 'string') return { ok: false, reason: both } as const;
    const [aa, ab, bb] = both.information;
    const determinant = aa * bb - ab * ab;
    const intercept = parameter(both.a, bb / determinant);
    const slope = parameter(both.b, aa / determinant);
    return { ok: true as const, intercept, slope, covariance: -ab / determinant };
  };
  return {
    ok: true,
    inTheLarge: parameter(large.a, 1 / large.information[0]),
    line: line(),
    deviance: derivatives(used, 0, 1).deviance,
    recalibratedDeviance: typeof both === 'string' ? null : both.deviance,
  };
}
