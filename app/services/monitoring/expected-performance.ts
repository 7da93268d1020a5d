import { calibrationFromBins } from '#analysis/monitoring/performance/calibration-from-bins.ts';
import { enoughOutcomes } from '#analysis/monitoring/performance/consecutive-groups.ts';
import { expectedRates } from '#analysis/monitoring/performance/expected-rates.ts';
import { sumBy } from '#analysis/numeric/sum-by.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import { addDays } from '../../days.ts';
import { expectedRatesOf, measuredRates, noRates, type PeriodRates } from './rates-of-period.ts';
import { byPeriod, everybody, isOfSome, maturityOf, numbersOf } from './series.ts';
import type { Days } from './span-of.ts';
import { cellsOfScores } from './spread-cases.ts';

export type ExpectedPeriod = Days & {
  isEstimate: boolean;
  /** Outcomes were looked for in some cases only, or nothing is known of how right this version's risks are. */
  isUntold: boolean;
} & PeriodRates;
/** Why there is no estimate. */
export type NoEstimate =
  | 'all-in'
  | 'no-threshold'
  | 'other-version'
  | 'not-everybody'
  | 'too-few-outcomes'
  | 'not-calibrated'
  | 'few-cases';
export type ExpectedPerformance =
  { ok: true; threshold: number; periods: ExpectedPeriod[] } | { ok: false; reason: NoEstimate };

/** How long calibration that is to be relied on lies back. */
const daysOfCalibration = 365;

/**
 * Sensitivity and predictive value of periods whose outcomes are not in, from their risks, beside those that were
 * measured. Only where the risks of each version that ran were right in the last year as far as its outcomes tell:
 * intervals of calibration in the large and slope hold 0 and 1, from at least a hundred cases with the outcome and
 * without. One version does not vouch for another.
 */
export function expectedPerformance(
  scores: readonly WatchedRecord[],
  confusions: readonly WatchedRecord[],
  today: string,
): ExpectedPerformance {
  const no = (reason: NoEstimate) => ({ ok: false, reason }) as const;
  const periods = periodsOf(scores, today);
  const waiting = periods.filter(({ isIn }) => !isIn);
  if (waiting.length === 0) return no('all-in');
  const everyone = periods.flatMap(({ own }) => own);
  const threshold = thresholdOf(everyone, confusions);
  if (threshold === null) return no('no-threshold');
  const mature = lastYear(periods, today);
  const versions = new Set(everyone.map(({ version }) => version));
  const doubts = new Map([...versions].map((version) => [version, doubtOf(version, mature)]));
  const known = { threshold, mature, doubts };
  const waits = waiting.map(({ own }) => doubtAbout(own, doubts));
  const newest = waits.at(-1) ?? null;
  if (newest !== null && !waits.includes(null)) return no(newest);
  const all = periods.map((period) => ratesOf(period, known));
  const isTold = all.some((one) => one.isEstimate && one.sensitivity !== null);
  return isTold ? { ok: true, threshold, periods: all } : no('few-cases');
}

type Period = Days & { own: WatchedRecord[]; isIn: boolean };

/** Periods of everybody, each with whether all of its outcomes are in. */
function periodsOf(scores: readonly WatchedRecord[], today: string): Period[] {
  return byPeriod(scores, everybody).map((own) => ({
    ...{ own, from: own[0]?.from ?? '', to: own[0]?.to ?? '' },
    isIn: own.every((record) => maturityOf(record, today, true) === 'mature'),
  }));
}

/** The threshold of the newest table of outcomes that lies on an edge of every bin of scores. */
function thresholdOf(
  scores: readonly WatchedRecord[],
  confusions: readonly WatchedRecord[],
): number | null {
  const sent = confusions.toSorted((a, b) => (a.from < b.from ? 1 : -1));
  const found = sent
    .map(({ detail }) => detail?.['threshold'])
    .filter((threshold) => typeof threshold === 'number')
    .find((threshold) =>
      scores.every(({ detail }) => numbersOf(detail, 'edges').some(nearly(threshold))),
    );
  return found ?? null;
}

const nearly = (a: number) => (b: number) => Math.abs(a - b) < 1e-9;

/** Records of the last year whose outcomes are in. */
function lastYear(periods: readonly Period[], today: string): WatchedRecord[] {
  const known = periods.filter(({ isIn }) => isIn);
  const since = addDays(known.at(-1)?.to ?? today, -daysOfCalibration);
  return known.filter(({ from }) => from >= since).flatMap(({ own }) => own);
}

/** Why the risks of a version are not to be relied on, from its own outcomes alone; null: they are. */
function doubtOf(version: string, mature: readonly WatchedRecord[]): NoEstimate | null {
  const own = mature.filter((record) => record.version === version);
  if (own.length === 0 && mature.length > 0) return 'other-version';
  if (own.some(isOfSome)) return 'not-everybody';
  const recalibration = calibrationOf(own);
  if (recalibration === null) return 'too-few-outcomes';
  const isCalibrated = expectedRates([{ n: 1, risk: 0.5, isFlagged: true }], recalibration).ok;
  return isCalibrated ? null : 'not-calibrated';
}

/** The first doubt about a version that ran in a period. */
function doubtAbout(own: readonly WatchedRecord[], doubts: Doubts): NoEstimate | null {
  return (
    own.map(({ version }) => doubts.get(version) ?? null).find((doubt) => doubt !== null) ?? null
  );
}

type Doubts = ReadonlyMap<string, NoEstimate | null>;

/** How right risks were, of enough outcomes; null of fewer. */
function calibrationOf(mature: readonly WatchedRecord[]) {
  const cells = mature.flatMap(cellsOfScores);
  const n = sumBy(cells, (cell) => cell.n);
  const events = sumBy(cells, (cell) => cell.events);
  if (Math.min(events, n - events) < enoughOutcomes) return null;
  return calibrationFromBins(
    cells.map((cell) => ({ n: cell.n, events: cell.events, sumP: cell.n * cell.risk })),
  ).recalibration;
}

/** What was measured of a period, or what is to be expected of it. */
function ratesOf(
  { own, from, to, isIn }: Period,
  { threshold, mature, doubts }: { threshold: number; mature: WatchedRecord[]; doubts: Doubts },
): ExpectedPeriod {
  const isUntold = isIn ? own.some(isOfSome) : doubtAbout(own, doubts) !== null;
  const period = { from, to, isEstimate: !isIn, isUntold };
  if (isUntold) return { ...period, ...noRates };
  if (isIn) return { ...period, ...measuredRates(own, threshold) };
  const versions = new Set(own.map(({ version }) => version));
  const like = mature.filter(({ version }) => versions.has(version));
  const recalibration = calibrationOf(like);
  if (recalibration === null) return { ...period, ...noRates };
  return { ...period, ...expectedRatesOf(own, { like, threshold, recalibration }) };
}
