import { chiSquareP } from '../numeric/chi-square-p.ts';

export interface RandomInterceptTest {
  /** 2 (log L − log L without random intercepts), ≥ 0. */
  readonly statistic: number;
  /** From the mixture of chi-square distributions at the boundary. */
  readonly p: number;
}

/** Share of a log-likelihood that rounding and the search for its maximum leave undecided. */
const undecided = 1e-9;

/**
 * The likelihood ratio test that clusters do not differ.
 *
 * A variance cannot be negative, so that under the hypothesis the statistic follows ½ χ²₀ + ½ χ²₁ for one
 * intercept, ¼ χ²₀ + ½ χ²₁ + ¼ χ²₂ for two.
 *
 * @param logLik with the intercepts. @param logLikFixed without.
 * @param intercepts 1 or 2.
 * @returns statistic and p in [0, 1].
 * @remarks Missing data: none. A singular fit, up to rounding: statistic 0, p 1.
 * @throws DomainError as `chiSquareP`.
 * @see Self, S. G., Liang, K.-Y. (1987). https://doi.org/10.1080/01621459.1987.10478472; Stram, D. O., Lee,
 *   J. W. (1994). https://doi.org/10.2307/2533455. Reference values: R 4.2.2 `pchisq`.
 */
export function randomInterceptTest(
  logLik: number,
  logLikFixed: number,
  intercepts: 1 | 2,
): RandomInterceptTest {
  const statistic = 2 * (logLik - logLikFixed);
  if (statistic <= undecided * (1 + Math.abs(logLikFixed))) return { statistic: 0, p: 1 };
  const one = chiSquareP(statistic, 1) / 2;
  return { statistic, p: intercepts === 1 ? one : one + chiSquareP(statistic, 2) / 4 };
}
