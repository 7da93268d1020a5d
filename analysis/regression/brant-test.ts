import type { NotEstimable } from '../estimate.ts';
import { chiSquareP } from '../numeric/chi-square-p.ts';
import { choleskyFactor } from '../numeric/cholesky-factor.ts';
import { choleskySolve } from '../numeric/cholesky-solve.ts';
import { crossInformation } from '../numeric/cross-information.ts';
import { fitProportionalOdds } from './fit-proportional-odds.ts';
import type { RegressionRows } from './regression-rows.ts';

interface Wald {
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
}

export type BrantTest =
  | {
      readonly ok: true;
      readonly omnibus: Wald;
      readonly predictors: readonly (Wald & { readonly name: string })[];
    }
  | NotEstimable;

/**
 * Whether one odds ratio holds for every cut of the outcome (parallel lines): Brant's test.
 *
 * β_j from K − 1 separate logistic regressions of Y > j; Cov(β_j, β_l) from (X′W_jj X)⁻¹ X′W_jl X (X′W_ll X)⁻¹,
 * w_jl = π_l(1 − π_j), j ≤ l; χ² = (Dβ)′(DVD′)⁻¹(Dβ), D: β₁ − β_j; on (K − 2) p degrees of freedom.
 *
 * @param rows complete rows; three categories or more.
 * @returns the test over all predictors and for each; small p: the odds ratio changes along the scale.
 * @remarks Missing data: listwise. Two categories or no predictor: 'too-few-groups'; a cut that one predictor
 *   decides: 'separation'; reasons of `fitProportionalOdds`. Sensitive in large samples: compare the sizes of β_j.
 * @throws never.
 * @see Brant, R. (1990). Assessing proportionality in the proportional odds model. Biometrics 46, 1171–1178.
 *   https://doi.org/10.2307/2532457. By formula in R 4.2.2 from `glm` fits.
 */
export function brantTest({ outcome, design, names, n }: RegressionRows): BrantTest {
  const values = [...new Set(outcome)].sort((a, b) => a - b);
  const p = names.length;
  const cuts = values.length - 1;
  if (cuts < 2 || p === 0) return { ok: false, reason: 'too-few-groups' };
  const fits: { constant: number; slopes: Float64Array }[] = [];
  for (const value of values.slice(0, -1)) {
    const counts = new Float64Array(2 * n);
    outcome.forEach((y, row) => (counts[2 * row + Number(y > value)] = 1));
    const fit = fitProportionalOdds({ design, covariates: p, counts, categories: 2 });
    if (!fit.ok) return fit;
    fits.push({ constant: -(fit.thresholds[0] ?? NaN), slopes: fit.coefficients });
  }
  const covariance = crossInformation(design, p, fits);
  if (!covariance) return { ok: false, reason: 'singular' };
  const width = cuts * p;
  // Contrasts of cut 1 with every other, over the chosen predictors.
  const test = (chosen: readonly number[]): Wald | undefined => {
    const contrasts = fits
      .slice(1)
      .flatMap((_, j) => chosen.map((s) => [s, (j + 1) * p + s] as const));
    const at = (a: number, b: number) => covariance[a * width + b] ?? NaN;
    const slope = (place: number) => fits[Math.floor(place / p)]?.slopes[place % p] ?? NaN;
    const difference = Float64Array.from(contrasts, ([a, b]) => slope(a) - slope(b));
    const spread = Float64Array.from(
      contrasts.flatMap(([a, b]) => {
        return contrasts.map(([c, d]) => at(a, c) - at(a, d) - at(b, c) + at(b, d));
      }),
    );
    const df = contrasts.length;
    const factor = choleskyFactor(spread, df);
    if (!factor) return undefined;
    const solved = choleskySolve(factor, difference);
    const chiSquare = solved.reduce((sum, value, i) => sum + value * (difference[i] ?? 0), 0);
    return { chiSquare, df, p: chiSquareP(chiSquare, df) };
  };
  const omnibus = test([...names.keys()]);
  const predictors = names.map((name, s) => ({ name, test: test([s]) }));
  if (!omnibus || predictors.some((one) => !one.test)) return { ok: false, reason: 'singular' };
  return {
    ...{ ok: true, omnibus },
    predictors: predictors.flatMap(({ name, test: one }) => (one ? [{ name, ...one }] : [])),
  };
}
