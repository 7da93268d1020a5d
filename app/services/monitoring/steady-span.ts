import { steadyLooks, type SteadyLook, type Tally } from '#analysis/suppression/steady-looks.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import { fewestShown } from './series.ts';
import {
  byTime,
  countedAfterEach,
  totalsAfterEach,
  type Change,
  type PeriodCells,
  type SteadyRecords,
} from './steady-records.ts';

/** Whole periods from a day on, up to the day after the last; those of one version alone where it is named. */
export type Span = { from: string; to: string | null; version: string | null };

/** A total of the first periods that may be shown: which ones, of each group, and which groups. */
type Bound = { counted: readonly Change[]; totals: readonly Tally[]; shown: readonly boolean[] };

const endOf = ({ records }: Change) => records[0]?.to ?? '';
const fromOf = ({ counted }: Bound) => new Set(counted.map(({ from }) => from));

/** The first run of periods that the span asks for: its first period, and the first after it. */
function wantedOf(complete: readonly Change[], { from, to, version }: Span) {
  const isWanted = (period: Change) =>
    period.from >= from &&
    (to === null || endOf(period) <= to) &&
    (version === null || period.records.every((record) => record.version === version));
  const first = complete.findIndex(isWanted);
  if (first === -1) return null;
  const after = complete.findIndex((period, place) => place > first && !isWanted(period));
  const end = after === -1 ? complete.length : after;
  return { before: complete.slice(0, first), until: complete.slice(0, end) };
}

const difference = (after: readonly Tally[], before: readonly Tally[]): Tally[] =>
  after.map(({ x, n }, group) => ({
    ...{ x: x - (before[group]?.x ?? 0), n: n - (before[group]?.n ?? 0) },
  }));

const keyOf = (totals: readonly Tally[]) => JSON.stringify(totals.map(({ x, n }) => [x, n]));

/**
 * Totals of the first one, two, three … periods, as far as they may be shown beside the looks at the changes as they
 * came in. One that such a change gave as well is shown as it was, which is every one where nothing was put right.
 */
function boundsOf(
  complete: readonly Change[],
  steps: readonly (readonly Tally[])[],
  looks: readonly SteadyLook[],
): Bound[] {
  // One after the other, also of those that came at once.
  const ordered = countedAfterEach(complete.map((period, at) => ({ ...period, at })));
  const totals = totalsAfterEach(ordered);
  const came = new Map(steps.map((step) => [keyOf(step), null as readonly boolean[] | null]));
  for (const { step, shown } of looks) came.set(keyOf(steps[step] ?? []), shown);
  const others = totals.filter((own) => !came.has(keyOf(own)));
  const later = others.length === 0 ? [] : steadyLooks([...steps, ...others], fewestShown);
  for (const { step, shown } of later) {
    const own = others[step - steps.length];
    if (own) came.set(keyOf(own), shown);
  }
  return ordered.flatMap(({ counted }, at): Bound[] => {
    const own = totals[at] ?? [];
    const shown = came.get(keyOf(own)) ?? null;
    return shown === null ? [] : [{ counted, totals: own, shown }];
  });
}

/**
 * Totals of a span of whole periods, which begins later or ends earlier where it would tell of a few, and later where
 * a group would be hidden that can be shown. It is the difference of two totals of one sequence of steady looks: first
 * at the changes as they came in, which pages follow, then at the periods in order. So no two spans, nor a span and a
 * page, tell together of fewer than may be shown.
 */
export function steadySpan(
  history: readonly WatchedRecord[],
  cellsOf: PeriodCells,
  today: string,
  span: Span,
): SteadyRecords {
  const none = { records: [], totals: [], shown: [], isBehind: false };
  const states = countedAfterEach(byTime(history, cellsOf, today));
  const steps = totalsAfterEach(states);
  const looks = steadyLooks(steps, fewestShown);
  const last = looks.at(-1);
  const counted = last ? (states[last.step]?.counted ?? []) : [];
  const complete = counted
    .filter(({ cells }) => cells !== null)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const wanted = wantedOf(complete, span);
  if (!last || wanted === null) return none;
  const bounds = boundsOf(complete, steps, looks);
  const whole: Bound = { counted: complete, totals: steps[last.step] ?? [], shown: last.shown };
  const nothing: Bound = { counted: [], totals: [], shown: last.shown.map(() => true) };
  const all = [nothing, ...bounds, whole];
  const asked = new Set(wanted.until.map(({ from }) => from));
  const high = all.findLast((bound) => bound.counted.every(({ from }) => asked.has(from)));
  const possible = all.filter((bound) => {
    const from = fromOf(bound);
    return (
      bound.counted.length < (high?.counted.length ?? 0) &&
      wanted.before.every((period) => from.has(period.from))
    );
  });
  const low =
    possible.find(({ shown }) => shown.every((isShown, at) => isShown || !high?.shown[at])) ??
    possible[0];
  if (!low || !high) return none;
  const before = fromOf(low);
  return {
    records: high.counted.filter(({ from }) => !before.has(from)).flatMap(({ records }) => records),
    totals: difference(high.totals, low.totals),
    shown: high.shown.map((isShown, group) => isShown && low.shown[group] === true),
    isBehind: last.step !== states.length - 1,
  };
}
