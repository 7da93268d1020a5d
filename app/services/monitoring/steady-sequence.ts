import { areApart, lookBeside, type Look, type Tally } from '#analysis/suppression/steady-looks.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import { fewestShown } from './series.ts';
import {
  byTime,
  casesOfFew,
  countedAfterEach,
  isFew,
  totalsAfterEach,
  type Change,
  type PeriodCells,
  type State,
} from './steady-records.ts';

/** A total that may be shown: of which periods, of each group, and of which groups by itself. */
export type Bound = Look & { counted: readonly Change[] };

export type SteadySequence = {
  states: readonly State[];
  /** In the order in which they may be shown. */
  bounds: readonly Bound[];
  /** What a page shows: the last that counts all that stood after an instant, and which instant. */
  page: { step: number; bound: Bound } | null;
};

/** What may be shown of the periods up to the end of each calendar month, as they stood after one instant. */
type Standing = Map<string, Look>;
type FirstPeriods = { month: string; counted: readonly Change[]; tallies: readonly Tally[] };

const keyOf = (tallies: readonly Tally[]) =>
  JSON.stringify(tallies.map(({ x, n, uncounted = 0 }) => [x, n, uncounted]));
const monthOf = (period: Change | undefined) => period?.from.slice(0, 7) ?? '';

/** What comes to each group between two totals. */
export function difference(after: Look, before: Look): Look {
  return {
    tallies: after.tallies.map(({ x, n, uncounted = 0 }, group) => ({
      ...{ x: x - (before.tallies[group]?.x ?? 0), n: n - (before.tallies[group]?.n ?? 0) },
      uncounted: uncounted - (before.tallies[group]?.uncounted ?? 0),
    })),
    shown: after.shown.map((isShown, group) => isShown && before.shown[group] === true),
  };
}

/** Periods whose outcomes are in, in their own order. */
const completeOf = ({ counted }: State): Change[] =>
  counted.filter(({ cells }) => cells !== null).sort((a, b) => (a.from < b.from ? -1 : 1));

/**
 * The first periods in order, up to the end of each calendar month in which one begins; those of few cases with
 * others of their kind, as when they come one after the other.
 */
function firstPeriodsOf(complete: readonly Change[]): FirstPeriods[] {
  const found: { month: string; counted: Change[] }[] = [];
  const counted: Change[] = [];
  let few: Change[] = [];
  for (const [place, period] of complete.entries()) {
    (isFew(period) ? few : counted).push(period);
    if (casesOfFew(few) >= fewestShown) {
      counted.push(...few);
      few = [];
    }
    const month = monthOf(period);
    if (monthOf(complete[place + 1]) !== month) found.push({ month, counted: [...counted] });
  }
  const totals = totalsAfterEach(found.map((own) => ({ ...own, waits: false })));
  return found.map((own, place) => ({ ...own, tallies: totals[place] ?? [] }));
}

/** One more period after all others, or none: the first periods are those from before. */
const isContinued = (before: readonly Change[], now: readonly Change[]) =>
  now.length <= before.length + 1 && before.every((period, place) => now[place] === period);

/**
 * Whether nothing that was put right between two months tells of a few: totals up to both, as they stand and as they
 * stood, give it, even where each total by itself moved by enough.
 */
function isApartFrom(earlier: Standing, standing: Standing, month: string, look: Look): boolean {
  const before = earlier.get(month);
  if (before === undefined) return true;
  return [...standing].every(([other, now]) => {
    const then = earlier.get(other);
    if (then === undefined || other === month || then === now) return true;
    return areApart(difference(before, then), difference(look, now), fewestShown);
  });
}

/**
 * Totals that may be shown, in one sequence: after each instant at which something changed the total of all that
 * counts then, which pages follow, and after it the totals of its first periods in order that were not looked at
 * before; spans are differences of them. Each is checked beside all earlier ones, so that a page tells nothing of a
 * span that was opened before, nor the other way round; and so is what totals of two months, as they stand and as they
 * stood, tell of what was put right between them.
 *
 * Where periods come one by one and nothing is put right, the first periods are earlier pages, and nothing is added.
 * First periods end with a calendar month, so that daily counts that come at once are some dozens of totals.
 */
export function steadySequence(
  history: readonly WatchedRecord[],
  cellsOf: PeriodCells,
  today: string,
): SteadySequence {
  const states = countedAfterEach(byTime(history, cellsOf, today));
  const totals = totalsAfterEach(states);
  const looks: Look[] = [];
  /** Of each total that was looked at, whether it may be shown: the same total tells nothing more. */
  const looked = new Map<string, Look | null>();
  const standings: Standing[] = [];
  const bounds: Bound[] = [];
  let page: SteadySequence['page'] = null;
  let standing: Standing = new Map();
  let shownPeriods: readonly Change[] = [];

  function lookAt(tallies: readonly Tally[], month: string, own: Standing): Look | null {
    const look = lookBeside(looks, tallies, fewestShown);
    const isApart =
      look !== null &&
      standings.every((earlier) => earlier === own || isApartFrom(earlier, own, month, look));
    looked.set(keyOf(tallies), isApart ? look : null);
    if (isApart) looks.push(look);
    return isApart ? look : null;
  }

  for (const [step, state] of states.entries()) {
    const complete = completeOf(state);
    const tallies = totals[step] ?? [];
    const isSame = isContinued(shownPeriods, complete);
    const first = isSame ? [] : firstPeriodsOf(complete);
    const own: Standing = isSame ? standing : new Map<string, Look>();
    for (const { month, tallies } of first) {
      const known = looked.get(keyOf(tallies));
      if (known) own.set(month, known);
    }
    const month = monthOf(complete.at(-1));
    const look = looked.get(keyOf(tallies)) ?? lookAt(tallies, month, own);
    if (look === null) continue;
    const bound = { ...look, counted: complete };
    page = { step, bound };
    bounds.push(bound);
    own.set(month, look);
    if (own !== standing || standings.length === 0) standings.push(own);
    [standing, shownPeriods] = [own, complete];
    for (const { month, counted, tallies } of first) {
      const key = keyOf(tallies);
      const look = looked.has(key) ? looked.get(key) : lookAt(tallies, month, own);
      if (!look) continue;
      bounds.push({ ...look, counted });
      own.set(month, look);
    }
  }
  return { states, bounds, page };
}
