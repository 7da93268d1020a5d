import type { Interval, NotEstimable } from '../estimate.ts';
import type { FTest } from '../groups/one-way-anova.ts';
import { fP } from '../numeric/f-p.ts';
import { leastSquares } from '../numeric/least-squares.ts';
import { studentTQuantile } from '../numeric/student-t-quantile.ts';
import { studentTTwoSidedP } from '../numeric/student-t-two-sided-p.ts';
import { fromStandardised } from './from-standardised.ts';
import type { RegressionRows } from './regression-rows.ts';

export interface LinearCoefficient {
  readonly name: string;
  readonly estimate: number;
  readonly standardError: number;
  readonly t: number;
  readonly p: number;
  readonly interval: Interval;
  /** HC3: holds when the residual variance differs from row to row. Null where one row decides alone. */
  readonly robustStandardError: number | null;
  readonly robustP: number | null;
  /** In SDs of outcome and predictor; null for the intercept. */
  readonly standardised: number | null;
  /** 1/(1 − R² on the other predictors); null for the intercept or a single predictor. */
  readonly varianceInflation: number | null;
}

export interface LinearRegression {
  readonly ok: true;
  readonly coefficients: readonly LinearCoefficient[];
  readonly rSquared: number;
  readonly adjustedRSquared: number;
  readonly residualSd: number;
  readonly degreesOfFreedom: number;
  /** Null without predictors. */
  readonly f: FTest | null;
  readonly logLik: number;
  readonly aic: number;
  readonly bic: number;
}

/**
 * Linear regression by ordinary least squares, with classical and HC3 standard errors.
 *
 * b = (X′X)⁻¹X′y, V = s²(X′X)⁻¹; HC3: (X′X)⁻¹ X′ diag(e²/(1 − h)²) X (X′X)⁻¹; log L = −n/2 (ln 2π + ln RSS/n +
 * 1); AIC and BIC count s² among the parameters.
 *
 * @param rows complete rows (`regressionRows`).
 * @param level confidence level in (0, 1).
 * @returns coefficients, the intercept first, in the unit of the outcome per unit of the predictor.
 * @remarks Missing data: listwise. No degree of freedom left: 'too-few-respondents'; an outcome that does not
 *   vary: 'zero-variance'; predictors that determine each other, or do not vary: 'collinear'; a perfect fit:
 *   'perfect-correlation'.
 * @throws DomainError of `studentTQuantile`.
 * @see MacKinnon, J. G., White, H. (1985). https://doi.org/10.1016/0304-4076(85)90158-7 (HC3); Long, J. S., Ervin,
 *   L. H. (2000). https://doi.org/10.1080/00031305.2000.10474549. Reference values: R 4.2.2 `lm`, sandwich 3.0-2
 *   `vcovHC`, lmtest 0.9-40 `coeftest`, car 3.1-1 `vif`.
 */
export function linearRegression(
  rows: RegressionRows,
  level = 0.95,
): LinearRegression | NotEstimable {
  const { n, names, outcome, sds } = rows;
  const p = names.length;
  const df = n - p - 1;
  if (df < 1) return { ok: false, reason: 'too-few-respondents' };
  if (outcome.every((value) => value === outcome[0])) return { ok: false, reason: 'zero-variance' };
  const fit = leastSquares(rows.design, outcome, p);
  if (!fit) return { ok: false, reason: 'collinear' };
  const { totalSquares, residualSquares } = fit;
  if (residualSquares <= 1e-20 * totalSquares) return { ok: false, reason: 'perfect-correlation' };
  const variance = residualSquares / df;
  const classical = fromStandardised(
    rows,
    fit.coefficients,
    fit.inverse.map((v) => v * variance),
  );
  const robust = fromStandardised(rows, fit.coefficients, fit.robust);
  // The inverse of (n − 1) times the correlation matrix of the predictors.
  const inflation = (place: number) => (fit.inverse[place * (p + 2)] ?? NaN) * (n - 1);
  const quantile = studentTQuantile((1 + level) / 2, df);
  const outcomeSd = Math.sqrt(totalSquares / (n - 1));
  const coefficients = ['(Intercept)', ...names].map((name, place): LinearCoefficient => {
    const estimate = classical.estimates[place] ?? NaN;
    const standardError = classical.standardErrors[place] ?? NaN;
    const hc3 = robust.standardErrors[place] ?? NaN;
    const t = estimate / standardError;
    const margin = quantile * standardError;
    const isSlope = place > 0;
    return {
      ...{ name, estimate, standardError, t, p: studentTTwoSidedP(t, df) },
      interval: [estimate - margin, estimate + margin],
      robustStandardError: Number.isFinite(hc3) ? hc3 : null,
      robustP: hc3 > 0 && hc3 < Infinity ? studentTTwoSidedP(estimate / hc3, df) : null,
      standardised: isSlope ? (estimate * (sds[place - 1] ?? NaN)) / outcomeSd : null,
      varianceInflation: isSlope && p > 1 ? inflation(place) : null,
    };
  });
  const explained = 1 - residualSquares / totalSquares;
  const f = (totalSquares - residualSquares) / p / variance;
  const logLik = (-n / 2) * (Math.log(2 * Math.PI) + Math.log(residualSquares / n) + 1);
  return {
    ...{ ok: true, coefficients, rSquared: explained },
    adjustedRSquared: 1 - ((1 - explained) * (n - 1)) / df,
    residualSd: Math.sqrt(variance),
    degreesOfFreedom: df,
    f: p > 0 ? { f, df1: p, df2: df, p: fP(f, p, df) } : null,
    ...{ logLik, aic: -2 * logLik + 2 * (p + 2), bic: -2 * logLik + Math.log(n) * (p + 2) },
  };
}
