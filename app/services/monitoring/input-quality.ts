import { shareLimit } from '#analysis/monitoring/drift/share-limit.ts';
import { sum } from '#analysis/numeric/sum.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import type { FrozenBins } from '#db/schema/monitoring-baseline.ts';
import { numbersOf } from './series.ts';

export const qualityMeasures = ['missing', 'outOfRange'] as const;
export type QualityMeasure = (typeof qualityMeasures)[number];

/** Cases of a period, with a value and without, and how many have none or one that cannot be. */
export type InputCounts = { n: number; missing: number | null; outOfRange: number | null };

/** A share beside that of the reference and the most that earlier periods let expect. */
export type WatchedShare = {
  share: number;
  reference: number | null;
  /** Null: too few earlier periods. */
  limit: number | null;
  isAbove: boolean;
};
export type InputQuality = Record<QualityMeasure, WatchedShare | null>;

/** Added up over records; null where one of them does not say. */
function addUp(records: readonly WatchedRecord[], name: string): number | null {
  const values = records.map(({ detail }) => detail?.[name]);
  const known = values.filter((value) => typeof value === 'number');
  return records.length > 0 && known.length === values.length ? sum(known) : null;
}

export function inputCounts(records: readonly WatchedRecord[]): InputCounts {
  const missing = addUp(records, 'missing');
  const counted = sum(records.flatMap(({ detail }) => numbersOf(detail, 'counts')));
  return { n: counted + (missing ?? 0), missing, outOfRange: addUp(records, 'out_of_range') };
}

function referenceShare({ counts, missing, outOfRange }: FrozenBins, measure: QualityMeasure) {
  const n = sum(counts) + (missing ?? 0);
  const count = measure === 'missing' ? missing : outOfRange;
  return count === undefined || !(n > 0) ? null : count / n;
}

function watchedShare(
  measure: QualityMeasure,
  { now, earlier, bins }: { now: InputCounts; earlier: readonly InputCounts[]; bins: FrozenBins },
): WatchedShare | null {
  const count = now[measure];
  if (count === null || !(now.n > 0) || count > now.n) return null;
  const told = earlier.flatMap(({ n, [measure]: before }) =>
    before === null || before > n ? [] : [{ n, before }],
  );
  const found = shareLimit(
    told.map(({ before }) => before),
    told.map(({ n }) => n),
    now.n,
  );
  const share = count / now.n;
  const limit = found.ok ? found.limit : null;
  const reference = referenceShare(bins, measure);
  return { share, reference, limit, isAbove: limit !== null && share > limit };
}

/** What is missing of an input, and out of range, of one period beside those before it. */
export function inputQuality(
  now: InputCounts,
  earlier: readonly InputCounts[],
  bins: FrozenBins,
): InputQuality {
  const of = { now, earlier, bins };
  return { missing: watchedShare('missing', of), outOfRange: watchedShare('outOfRange', of) };
}
