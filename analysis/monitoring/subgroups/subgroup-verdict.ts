import { DomainError } from '../../errors.ts';
import type { Interval } from '../../estimate.ts';
import { chiSquareTests } from '../../groups/chi-square-tests.ts';
import { compareTwoProportions } from '../../groups/compare-two-proportions.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';

/** How many of n cases have the property. */
export interface Share {
  readonly x: number;
  readonly n: number;
}

export interface VerdictOptions {
  /** δ > 0, set before the data: differences up to it do not matter. */
  readonly margin: number;
  /** Fewest cases of either side for a judgement, and fewest of them with the property. */
  readonly minimumDenominator?: number | undefined;
  readonly minimumNumerator?: number | undefined;
  readonly level?: number | undefined;
}

export const verdicts = ['gap', 'no-gap', 'cannot-tell'] as const;

export type VerdictReason =
  | 'beyond-margin'
  | 'within-margin'
  | 'interval-crosses-margin'
  | 'group-below-minimum'
  | 'reference-below-minimum';

export interface SubgroupVerdict {
  readonly verdict: (typeof verdicts)[number];
  readonly reason: VerdictReason;
  /** Group minus reference; null without a case on either side. */
  readonly difference: number | null;
  readonly interval: Interval | null;
  /** Two-sided, of no difference at all; null where it cannot be tested. */
  readonly p: number | null;
  /** Cases wanted on each side before a judgement can be expected; null once there is one. */
  readonly needed: number | null;
}

/** n on each side at which an interval of two equal shares is as narrow as ±width: 2 z² p(1 − p)/width². */
function casesFor(width: number, share: Share, z: number): number {
  const p = (share.x + (z * z) / 2) / (share.n + z * z);
  return Math.ceil((2 * z * z * p * (1 - p)) / width ** 2);
}

/**
 * Whether a group differs from a named reference by more than a margin: gap, no gap, or cannot tell.
 *
 * d = p_g − p_r with Newcombe's interval [l, u]. Gap: l > δ or u < −δ. No gap: −δ < l and u < δ. Otherwise, and
 * below the minimums: cannot tell, with n ≈ 2 z² p(1 − p)/δ² on each side; where there are as many already, δ is
 * replaced by ||d| − δ|.
 *
 * @param group its share.
 * @param reference the share it is compared with: chosen beforehand, never the best one observed.
 * @param options margin δ, minimums (30 cases, any number with the property), confidence level.
 * @returns verdict with its reason; below 0: the group's share is smaller.
 * @remarks Missing data: not in the counts. No case on a side: cannot tell, without numbers. Looking every month
 *   until there is a verdict makes gaps of chance: accumulate periods beforehand.
 * @throws DomainError 'margin', 'count'.
 * @see Newcombe, R. G. (1998). Statistics in Medicine 17, 873–890.
 *   https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I; Piaggio, G.,
 *   et al. (2012). CONSORT for noninferiority and equivalence. https://doi.org/10.1001/jama.2012.87802. Reference values of the interval: R
 *   4.2.2, statsmodels.
 */
export function subgroupVerdict(
  group: Share,
  reference: Share,
  options: VerdictOptions,
): SubgroupVerdict {
  const { margin, minimumDenominator = 30, minimumNumerator = 0, level = 0.95 } = options;
  if (!(margin > 0 && margin < 1)) throw new DomainError('margin', { margin });
  for (const { x, n } of [group, reference]) {
    if (!(x >= 0 && x <= n && n < Infinity)) throw new DomainError('count', { count: x, size: n });
  }
  const z = normalQuantile((1 + level) / 2);
  const isSmall = ({ x, n }: Share) => n < Math.max(1, minimumDenominator) || x < minimumNumerator;
  const planned = Math.max(minimumDenominator, casesFor(margin, reference, z));
  const counts = [reference, group].flatMap(({ x, n }) => [n - x, x]);
  const compared = compareTwoProportions(counts, level);
  const events = group.x + reference.x;
  const varies = events > 0 && events < group.n + reference.n && group.n > 0 && reference.n > 0;
  const test = varies ? chiSquareTests([counts.slice(0, 2), counts.slice(2)]) : null;
  const p = test?.ok ? test.pearson.p : null;
  const numbers = compared.ok
    ? { difference: compared.riskDifference.value, interval: compared.riskDifference.interval, p }
    : { difference: null, interval: null, p: null };
  const cannotTell = (reason: VerdictReason, needed: number): SubgroupVerdict => ({
    ...{ verdict: 'cannot-tell', reason, ...numbers, needed },
  });
  if (isSmall(group)) return cannotTell('group-below-minimum', planned);
  if (isSmall(reference)) return cannotTell('reference-below-minimum', planned);
  const [low, high] = numbers.interval ?? [-1, 1];
  if (low > margin || high < -margin) {
    return { verdict: 'gap', reason: 'beyond-margin', ...numbers, needed: null };
  }
  if (low > -margin && high < margin) {
    return { verdict: 'no-gap', reason: 'within-margin', ...numbers, needed: null };
  }
  const away = Math.abs(Math.abs(numbers.difference ?? 0) - margin);
  const isPlanned = group.n < planned || reference.n < planned;
  // Right on the margin no n decides; a tenth of it is the least worth asking for.
  const seen = casesFor(Math.max(away, margin / 10), reference, z);
  return cannotTell('interval-crosses-margin', isPlanned ? planned : seen);
}
