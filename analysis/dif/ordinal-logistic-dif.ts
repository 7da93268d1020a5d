import type { NotEstimable } from '../estimate.ts';
import {
  fitProportionalOdds,
  type ProportionalOddsFit,
} from '../regression/fit-proportional-odds.ts';
import { likelihoodRatioTest, type ChiSquareTest } from './likelihood-ratio-test.ts';
import type { StratifiedTable } from './stratified-table.ts';

/** Shares of explained variation of the models with matching score; with group too; with interaction too. */
export interface ExplainedVariation {
  readonly score: number;
  readonly scoreGroup: number;
  readonly scoreGroupInteraction: number;
}

export interface OrdinalLogisticDif {
  readonly ok: true;
  readonly n: number;
  readonly logLik: ExplainedVariation & { readonly null: number };
  /** Group added to the matching score, 1 df. */
  readonly uniform: ChiSquareTest;
  /** Interaction added to both, 1 df. */
  readonly nonUniform: ChiSquareTest;
  /** Both at once, 2 df. */
  readonly total: ChiSquareTest;
  readonly nagelkerke: ExplainedVariation;
  readonly mcFadden: ExplainedVariation;
  /** Slope of the matching score without and with the group in the model. */
  readonly scoreSlope: { readonly alone: number; readonly withGroup: number };
  /** 100 |β₂ − β₁| / |β₁|. */
  readonly betaChangePercent: number;
  /** Focal minus reference group, in log odds of a higher answer, without interaction. */
  readonly groupEffect: { readonly estimate: number; readonly standardError: number };
  readonly thresholds: Float64Array;
}

/** Rows: matching score and group; columns: matching score, group, product; rows without answers left out. */
function patterns({ matching, scores, counts }: StratifiedTable) {
  const k = scores.length;
  const rows = Array.from({ length: matching.length * 2 }, (_, row) => ({
    x: matching[Math.floor(row / 2)] ?? NaN,
    group: row % 2,
    counts: [...counts.subarray(row * k, (row + 1) * k)],
  })).filter((row) => row.counts.some((count) => count > 0));
  const kept = Float64Array.from(rows.flatMap((row) => row.counts));
  return (covariates: 1 | 2 | 3) => ({
    design: Float64Array.from(
      rows.flatMap(({ x, group }) => [x, group, x * group].slice(0, covariates)),
    ),
    covariates,
    counts: kept,
    categories: k,
  });
}

/** Log-likelihood without covariates: every category has its share. */
function nullLogLik({ scores, counts }: StratifiedTable): { n: number; logLik: number } {
  const totals = new Float64Array(scores.length);
  counts.forEach((count, cell) => {
    totals[cell % scores.length] = (totals[cell % scores.length] ?? 0) + count;
  });
  const n = totals.reduce((sum, count) => sum + count, 0);
  return { n, logLik: totals.reduce((sum, count) => sum + count * Math.log(count / n), 0) };
}

function summarise(
  { n, logLik: none }: { n: number; logLik: number },
  [score, group, interaction]: readonly [
    ProportionalOddsFit,
    ProportionalOddsFit,
    ProportionalOddsFit,
  ],
): OrdinalLogisticDif {
  const explained = (share: (logLik: number) => number): ExplainedVariation => ({
    score: share(score.logLik),
    scoreGroup: share(group.logLik),
    scoreGroupInteraction: share(interaction.logLik),
  });
  const ceiling = -Math.expm1((2 * none) / n);
  const [alone = NaN] = score.coefficients;
  const [withGroup = NaN, estimate = NaN] = group.coefficients;
  return {
    ok: true,
    n,
    logLik: { null: none, ...explained((logLik) => logLik) },
    uniform: likelihoodRatioTest(score.logLik, group.logLik, 1),
    nonUniform: likelihoodRatioTest(group.logLik, interaction.logLik, 1),
    total: likelihoodRatioTest(score.logLik, interaction.logLik, 2),
    nagelkerke: explained((logLik) => -Math.expm1((2 / n) * (none - logLik)) / ceiling),
    mcFadden: explained((logLik) => 1 - logLik / none),
    scoreSlope: { alone, withGroup },
    betaChangePercent: 100 * Math.abs((withGroup - alone) / alone),
    groupEffect: { estimate, standardError: Math.sqrt(group.covariance.at(-1) ?? NaN) },
    thresholds: group.thresholds,
  };
}

/**
 * Differential item functioning by ordinal logistic regression: does the group tell anything about the answer
 * that the matching score does not?
 *
 * logit P(Y > j) = −θ_j + β s (1), + γ g (2), + δ s g (3). Uniform: 2 against 1; non-uniform: 3 against 2; total:
 * 3 against 1. Nagelkerke R² = (1 − e^{2(ℓ_0 − ℓ)/n}) / (1 − e^{2ℓ_0/n}); McFadden R² = 1 − ℓ/ℓ_0.
 *
 * @param table counts by matching score and group (0 reference, 1 focal).
 * @returns tests, effect sizes and the group effect; a group effect above 0: the focal group answers higher at
 *   the same matching score.
 * @remarks Missing data: left out in the table. One category: 'zero-variance'. One group only or one matching
 *   score: 'collinear'. Infinite estimates (an item that is the matching score): 'separation'.
 * @throws never.
 * @see Zumbo, B. D. (1999). A Handbook on the Theory and Methods of Differential Item Functioning. Ottawa:
 *   National Defense; Swaminathan, H., Rogers, H. J. (1990). https://doi.org/10.1111/j.1745-3984.1990.tb00754.x;
 *   Crane, P. K. et al. (2004). https://doi.org/10.1002/sim.1713 (β change). Reference values: ordinal
 *   2022.11.16 `clm`.
 */
export function ordinalLogisticDif(table: StratifiedTable): OrdinalLogisticDif | NotEstimable {
  const withCovariates = patterns(table);
  const [first, second, third] = ([1, 2, 3] as const).map((covariates) =>
    fitProportionalOdds(withCovariates(covariates)),
  ) as [ReturnType<typeof fitProportionalOdds>, ...ReturnType<typeof fitProportionalOdds>[]];
  if (!first.ok) return first;
  if (second?.ok !== true) return second ?? { ok: false, reason: 'no-convergence' };
  if (third?.ok !== true) return third ?? { ok: false, reason: 'no-convergence' };
  return summarise(nullLogLik(table), [first, second, third]);
}
