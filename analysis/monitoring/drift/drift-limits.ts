import type { NotEstimable } from '../../estimate.ts';
import { chiSquareQuantile } from '../../numeric/chi-square-quantile.ts';
import { drawBinomial } from '../../numeric/draw-binomial.ts';
import { logGamma } from '../../numeric/log-gamma.ts';
import { seededGenerator, type Generator } from '../../numeric/seeded-generator.ts';
import { quantileOfSorted } from '../../descriptives/quantile-of-sorted.ts';
import { jensenShannonDistance } from './jensen-shannon-distance.ts';
import { populationStabilityIndex } from './population-stability-index.ts';
import { sharesOfCounts } from './shares-of-counts.ts';
import { sum } from '../../numeric/sum.ts';

export interface DriftLimitOptions {
  /** Share of quiet periods that stay below the limit; default 0.99. */
  readonly level?: number | undefined;
  /** Whether the reference is a sample like the current one, not the truth; default yes. */
  readonly isReferenceSample?: boolean | undefined;
  /** Draws of the simulation; default: so many that twenty lie beyond the limit, 2,000 at 0.99. */
  readonly draws?: number | undefined;
  readonly seed?: number | undefined;
  /** Whether to simulate where the approximation would do as well; default no. */
  readonly isSimulated?: boolean | undefined;
}

interface QuietIndex {
  /** Mean without drift. */
  readonly expected: number;
  /** Exceeded in a share of 1 − level of periods without drift. */
  readonly limit: number;
}

export type DriftLimits =
  | {
      readonly ok: true;
      readonly method: 'chi-square' | 'simulation';
      readonly psi: QuietIndex;
      readonly jensenShannon: QuietIndex;
    }
  | NotEstimable;

/** Fewest expected in the smallest bin for the chi-square approximation. */
const ENOUGH = 30;
/** Draws beyond a limit: its achieved rate then varies by about 1/√20, a fifth. */
const BEYOND = 20;
/** Refused below so many cases a bin. */
export const fewestCasesPerBin = 10;

/** Whether every bin is filled, and expects enough cases for the chi-square approximation. */
export function isApproximable(
  reference: readonly number[],
  n: number,
  { isReferenceSample = true }: DriftLimitOptions,
): boolean {
  const m = sum(reference);
  const cases = isReferenceSample ? Math.min(n, m) : n;
  return Math.min(...sharesOfCounts(reference)) * cases >= ENOUGH;
}

/** A multinomial draw: each bin's count is binomial given what the bins before it took. */
function drawCounts(shares: readonly number[], n: number, random: Generator): number[] {
  let [left, rest] = [n, 1];
  return shares.map((share) => {
    const count = drawBinomial(left, Math.min(1, share / rest), random);
    left -= count;
    rest = Math.max(rest - share, Number.MIN_VALUE);
    return count;
  });
}

/**
 * What PSI and Jensen–Shannon distance are without any drift, at this number of cases.
 *
 * PSI/(1/n + 1/m) ~ χ²_{B−1}, JSD² ≈ PSI/(8 ln 2), when every bin expects 30; else multinomial draws from the
 * reference's shares. A reference that is the truth has 1/m = 0.
 * E JSD = √((1/n + 1/m)/(8 ln 2)) √2 Γ(B/2)/Γ((B − 1)/2).
 *
 * @param reference counts in the frozen bins.
 * @param n cases of the current period.
 * @param options level, whether the reference is a sample, draws, seed, and whether to simulate in any case.
 * @returns means and limits; an index above its limit is a signal, its size is index minus mean.
 * @remarks Missing data: a bin of its own, or left out. n, or the reference, below ten a bin: 'too-few-cases'; one bin
 *   with cases: 'zero-variance'. Bins that the reference never fills make the limits rough.
 * @throws DomainError 'count'.
 * @see Yurdakul, B., Naranjo, J. (2020). https://doi.org/10.21314/JRMV.2020.227. Reference values: simulations of the
 *   study, seed 7.
 */
export function driftLimits(
  reference: readonly number[],
  n: number,
  options: DriftLimitOptions = {},
): DriftLimits {
  const { level = 0.99, isReferenceSample = true, seed = 1 } = options;
  const { draws = Math.round(BEYOND / (1 - level)) } = options;
  const shares = sharesOfCounts(reference);
  const m = sum(reference);
  if (Math.min(n, m) < fewestCasesPerBin * shares.length)
    return { ok: false, reason: 'too-few-cases' };
  if (shares.filter((share) => share > 0).length < 2) return { ok: false, reason: 'zero-variance' };
  if (options.isSimulated !== true && isApproximable(reference, n, options)) {
    const scale = 1 / n + (isReferenceSample ? 1 / m : 0);
    const df = shares.length - 1;
    const [expected, limit] = [df * scale, chiSquareQuantile(level, df) * scale];
    const distance = (psi: number) => Math.sqrt(psi / (8 * Math.LN2));
    // The mean of a root is not the root of the mean: E χ_df, by 20 % less with one degree of freedom.
    const meanOfRoot = Math.SQRT2 * Math.exp(logGamma((df + 1) / 2) - logGamma(df / 2));
    return {
      ...{ ok: true, method: 'chi-square', psi: { expected, limit } },
      jensenShannon: { expected: distance(scale) * meanOfRoot, limit: distance(limit) },
    };
  }
  const random = seededGenerator(seed);
  const [psi, distances] = [new Float64Array(draws), new Float64Array(draws)];
  for (let draw = 0; draw < draws; draw += 1) {
    const base = isReferenceSample ? drawCounts(shares, m, random) : reference;
    const current = drawCounts(shares, n, random);
    psi[draw] = populationStabilityIndex(base, current);
    distances[draw] = jensenShannonDistance(base, current);
  }
  const summary = (values: Float64Array): QuietIndex => ({
    expected: sum(values) / draws,
    limit: quantileOfSorted(values.sort(), level),
  });
  return { ok: true, method: 'simulation', psi: summary(psi), jensenShannon: summary(distances) };
}
