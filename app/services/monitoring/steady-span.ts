import { isEmpty } from '#analysis/suppression/steady-looks.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import { recordsAt, type Change, type PeriodCells, type SteadyRecords } from './steady-records.ts';
import { difference, steadySequence, type Bound } from './steady-sequence.ts';

/** Whole periods from a day on, up to the day after the last; those of one version alone where it is named. */
export type Span = { from: string; to: string | null; version: string | null };

const nothing: Bound = { counted: [], tallies: [], shown: [] };
const isShownAt = (bound: Bound, group: number) => bound === nothing || bound.shown[group] === true;
const endOf = ({ records }: Change) => records[0]?.to ?? '';

/** The last run of periods that the span asks for: a version may have run more than once. */
function wantedOf(complete: readonly Change[], { from, to, version }: Span): readonly Change[] {
  const isWanted = (period: Change) =>
    period.from >= from &&
    (to === null || endOf(period) <= to) &&
    (version === null || period.records.every((record) => record.version === version));
  const last = complete.findLastIndex(isWanted);
  const before = complete.findLastIndex((period, place) => place < last && !isWanted(period));
  return complete.slice(before + 1, last + 1);
}

/** A number for each period and what it brings: the same where both are the same. */
function numbering(): (period: Change) => number {
  const numbers = new Map<string, number>();
  const known = new Map<Change, number>();
  return (period) => {
    const before = known.get(period);
    if (before !== undefined) return before;
    const key = JSON.stringify([
      period.from,
      period.cells?.map(({ x, n, uncounted }) => [x, n, uncounted]),
    ]);
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    known.set(period, number);
    return number;
  };
}

/** A bound by the wanted periods that it counts, by their places, and by what else it counts. */
type Part = { bound: Bound; own: number[]; others: string };

function partsOf(bounds: readonly Bound[], wanted: readonly Change[]): Part[] {
  const numberOf = numbering();
  const places = new Map(wanted.map((period, place) => [numberOf(period), place]));
  return bounds.map((bound) => {
    const numbers = bound.counted.map(numberOf).sort((a, b) => a - b);
    return {
      bound,
      own: numbers.flatMap((number) => places.get(number) ?? []),
      others: numbers.filter((number) => !places.has(number)).join(),
    };
  });
}

/**
 * Two bounds between which wanted periods lie and nothing else: that which ends last, and of those that it may be
 * less the earliest that hides no group which could be shown. A group that nobody was counted of yet throws away no
 * periods.
 */
function pairOf(bounds: readonly Bound[], wanted: readonly Change[]) {
  const parts = partsOf([nothing, ...bounds], wanted);
  const end = ({ own }: Part) => Math.max(-1, ...own);
  const highs = parts
    .toReversed()
    .sort((a, b) => end(b) - end(a) || b.own.length - a.own.length)
    .filter(({ own }) => own.length > 0);
  for (const high of highs) {
    const own = new Set(high.own);
    const lows = parts
      .filter((low) => low.others === high.others && low.own.length < own.size)
      .filter((low) => low.own.every((place) => own.has(place)))
      .sort((a, b) => a.own.length - b.own.length);
    const hidesNone = ({ bound }: Part) =>
      high.bound.shown.every(
        (isShown, group) => !isShown || isShownAt(bound, group) || bound.tallies[group]?.n === 0,
      );
    const low = lows.find(hidesNone) ?? lows[0];
    if (!low) continue;
    low.own.forEach((place) => own.delete(place));
    return { high: high.bound, low: low.bound, between: wanted.filter((_, at) => own.has(at)) };
  }
  return null;
}

/**
 * What may be added up of groups: of all periods, as pages show it, or of a span of whole periods. A span begins later
 * or ends earlier where it would tell of a few, and later where a group that had cases before would be hidden and can
 * be shown. It is the difference of two totals of one sequence, which holds what pages show as well, so that no two
 * spans, nor a span and a page, of one moment or of two, tell together of fewer than may be shown. It counts what the
 * page counts of its periods: where a correction of theirs could be had, they are left out.
 */
export function steadySpan(
  history: readonly WatchedRecord[],
  cellsOf: PeriodCells,
  today: string,
  span?: Span,
): SteadyRecords {
  const { states, bounds, page } = steadySequence(history, cellsOf, today);
  const look = page ? { step: page.step, shown: page.bound.shown } : undefined;
  const whole = recordsAt(states, { look, totals: page?.bound.tallies });
  if (span === undefined) return whole;
  const pair = pairOf(bounds, wantedOf(page?.bound.counted ?? [], span));
  if (pair === null) return { ...whole, records: [], totals: [], shown: [] };
  const { high, low, between } = pair;
  const totals = difference(high, low).tallies;
  // Also of a span it is told that there is nobody only where nothing was sent in it.
  const isTold = (group: number) => totals[group]?.n !== 0 || isEmpty(totals[group]);
  return {
    records: between.flatMap(({ records }) => records),
    totals,
    shown: high.shown.map((isShown, group) => isShown && isShownAt(low, group) && isTold(group)),
    isBehind: whole.isBehind,
  };
}
