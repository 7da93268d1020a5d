import type { LevelReport } from '#analysis/report/readiness-report.ts';
import type { GroupRelease } from '#analysis/suppression/release.ts';
import type { WaveResult } from '../results/specification.ts';

/** Answers that the results count, or why their number is not said. */
export type ReleasedCount = LevelReport['respondents'] | { shown: false; reason: 'counting' };

/** A number that moves with every person is said in steps of the minimum. */
export type CoarseCount = { shown: true; n: number; isAtLeast: true } | GroupRelease;

export type ReleasedCounts = {
  total: ReleasedCount;
  /** Whether the total is about all of these sites. */
  isWhole: boolean;
  sites: ReleasedCount[];
};

const belowMinimum = { shown: false, reason: 'below-minimum' } as const;
const counting = { shown: false, reason: 'counting' } as const;

/** A site that kept its figures has answers that no figure of its own counts. */
export function summedLevels(
  levels: readonly LevelReport[],
  kept: WaveResult['kept'],
): LevelReport[] {
  const keptSites = kept['site'] ?? [];
  return levels.filter(({ level, respondents }) => respondents.shown && !keptSites.includes(level));
}

function totalOf(summed: readonly LevelReport[], levels: readonly LevelReport[]): ReleasedCount {
  if (summed.length === 0) {
    const isProtecting = levels.some(
      ({ respondents }) => !respondents.shown && respondents.reason !== 'below-minimum',
    );
    return isProtecting ? { shown: false, reason: 'complementary' } : belowMinimum;
  }
  const sizes = summed.map(({ respondents }) => (respondents.shown ? respondents.n : 0));
  return { shown: true, n: sizes.reduce((sum, n) => sum + n, 0) };
}

/**
 * How many answered at each of these sites and together, as the results say it: undefined where a
 * wave has no answers, null while they are being computed. Nothing is decided here.
 */
export function releasedCounts(
  result: WaveResult | null | undefined,
  { siteIds, seesAll }: { siteIds: readonly string[]; seesAll: boolean },
): ReleasedCounts {
  const all = (count: ReleasedCount) => ({
    total: count,
    isWhole: false,
    sites: siteIds.map(() => count),
  });
  if (result === null) return all(counting);
  if (!result?.report.ok) return all(belowMinimum);
  const { n, dimensions } = result.report;
  const levels = dimensions.find(({ id }) => id === 'site')?.levels ?? [];
  const own = siteIds.map((id) => levels.find(({ level }) => level === id));
  const known = own.flatMap((level) => level ?? []);
  const summed = summedLevels(known, result.kept);
  return {
    total: seesAll ? { shown: true, n } : totalOf(summed, known),
    isWhole: seesAll || summed.length === siteIds.length,
    sites: own.map((level) => level?.respondents ?? belowMinimum),
  };
}

export function coarseCount(n: number, minimumCellSize: number): CoarseCount {
  if (n < minimumCellSize) return belowMinimum;
  return { shown: true, n: n - (n % minimumCellSize), isAtLeast: true };
}
