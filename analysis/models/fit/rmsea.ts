import { findRoot } from '../../numeric/find-root.ts';
import { noncentralChiSquare } from '../../numeric/noncentral-chi-square.ts';

/** λ at which P(χ²(df, λ) ≤ x) = probability; 0 when even λ = 0 is below it. */
function noncentrality(x: number, df: number, probability: number): number {
  const f = (lambda: number) => noncentralChiSquare(x, df, lambda) - probability;
  if (f(0) <= 0) return 0;
  let upper = Math.max(1, 2 * x);
  while (f(upper) > 0) upper *= 2;
  return findRoot(f, 0, upper);
}

export interface Rmsea {
  readonly estimate: number;
  /** 90 % */
  readonly lower: number;
  readonly upper: number;
  /** P of a statistic as large if RMSEA were 0.05. */
  readonly closeFitP: number;
}

export interface RmseaInput {
  /** The unscaled statistic. */
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly n: number;
  readonly groups: number;
  /** c of the scaled statistic χ²/c; default 1. */
  readonly scalingFactor?: number;
}

/**
 * The root mean square error of approximation with its 90 % interval, plain, scaled or robust.
 *
 * Plain and scaled: √(G (χ²/c − df)/(N df)); its interval has λ/c in place of χ²/c − df, λ of χ² on c df
 * degrees of freedom. Robust: √(G (χ² − c df)/(N df)); its interval has c λ, λ of χ²/c on df.
 *
 * @param input statistic, df, N, number of groups G, scaling factor c.
 * @param variant 'scaled' estimates the error of the scaled statistic's model (plain when c = 1), 'robust'
 *   the population's.
 * @returns estimate and bounds ≥ 0, smaller is better; undefined without degrees of freedom.
 * @remarks Missing data: in the statistic. A statistic below df gives 0.
 * @throws never.
 * @see Steiger, J. H. (1990). https://doi.org/10.1207/s15327906mbr2502_4; Browne, M. W., Cudeck, R. (1993).
 *   https://doi.org/10.1177/0049124192021002005; Brosseau-Liard, P. E., Savalei, V., Li, L. (2012).
 *   https://doi.org/10.1080/00273171.2012.715252. Reference values: lavaan 0.6-14 `fitMeasures`.
 */
export function rmsea(
  { chiSquare, degreesOfFreedom: df, n, groups, scalingFactor: c = 1 }: RmseaInput,
  variant: 'scaled' | 'robust' = 'scaled',
): Rmsea | undefined {
  if (df <= 0 || !(c > 0)) return undefined;
  const x = Math.max(chiSquare, 0);
  const root = (lambda: number) => Math.sqrt((Math.max(lambda, 0) * groups) / (n * df));
  const close = (n * df * 0.0025) / groups;
  if (variant === 'robust') {
    return {
      estimate: root(x - c * df),
      lower: root(c * noncentrality(x / c, df, 0.95)),
      upper: root(c * noncentrality(x / c, df, 0.05)),
      closeFitP: 1 - noncentralChiSquare(x / c, df, close / c),
    };
  }
  return {
    estimate: root(x / c - df),
    lower: root(noncentrality(x, c * df, 0.95) / c),
    upper: root(noncentrality(x, c * df, 0.05) / c),
    closeFitP: 1 - noncentralChiSquare(x / c, df, close),
  };
}
