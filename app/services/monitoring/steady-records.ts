import { lastSteadyLook } from '#analysis/suppression/last-steady-look.ts';
import { steadyLooks, type SteadyLook, type Tally } from '#analysis/suppression/steady-looks.ts';
import { sumBy } from '#analysis/numeric/sum-by.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import { fewestShown } from './series.ts';

/** What a period brings to each group, the last of which no group names; null before its outcomes are in. */
export type PeriodCells = (records: readonly WatchedRecord[], today: string) => Tally[] | null;

/** What may be added up of groups: the records, which groups are shown, and whether there are newer ones. */
export type SteadyRecords = {
  records: WatchedRecord[];
  /** Of each group in the order of the cells. */
  totals: readonly Tally[];
  shown: readonly boolean[];
  isBehind: boolean;
};

export type State = { counted: Change[]; waits: boolean };
export type Change = { at: number; from: string; records: WatchedRecord[]; cells: Tally[] | null };

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
const casesOf = (cells: Tally[] | null | undefined) => sumBy(cells ?? [], ({ n }) => n);

/** Of one period, each time at which other numbers stood: sent, put right, taken back, or their outcomes complete. */
function changesOf(own: readonly WatchedRecord[], cellsOf: PeriodCells, today: string): Change[] {
  const times = own.flatMap(({ sentAt, replacedAt, maturesOn }) => [
    sentAt.getTime(),
    ...(replacedAt === null ? [] : [replacedAt.getTime()]),
    ...(maturesOn === null || maturesOn > today ? [] : [Date.parse(maturesOn)]),
  ]);
  const [{ from } = { from: '' }] = own;
  return [...new Set(times)].map((at) => {
    const records = own.filter(
      ({ sentAt, replacedAt }) =>
        sentAt.getTime() <= at && (replacedAt === null || replacedAt.getTime() > at),
    );
    const day = dayOf(at) < today ? dayOf(at) : today;
    // Nothing stands of a period that was taken back: it brings nobody.
    return { at, from, records, cells: records.length === 0 ? null : cellsOf(records, day) };
  });
}

/** All of that of each period, in order of time. */
export function byTime(
  history: readonly WatchedRecord[],
  cellsOf: PeriodCells,
  today: string,
): Change[] {
  const periods = new Map<string, WatchedRecord[]>();
  for (const record of history) {
    const own = periods.get(record.from);
    if (own) own.push(record);
    else periods.set(record.from, [record]);
  }
  return [...periods.values()]
    .flatMap((own) => changesOf(own, cellsOf, today))
    .sort((a, b) => a.at - b.at || (a.from < b.from ? -1 : 1));
}

export const isFew = (change: Change | undefined) => {
  const n = casesOf(change?.cells);
  return n > 0 && n < fewestShown;
};
const isNoneOrMany = (cases: number) => cases === 0 || Math.abs(cases) >= fewestShown;
export const casesOfFew = (changes: Iterable<Change>) =>
  sumBy([...changes].filter(isFew), ({ cells }) => casesOf(cells));

/** Nobody sees some of what came at once without the rest of it: it is one change of all. */
function atOnce(changes: readonly Change[]): Change[][] {
  const instants = new Map<number, Change[]>();
  for (const change of changes) {
    const own = instants.get(change.at);
    if (own) own.push(change);
    else instants.set(change.at, [change]);
  }
  return [...instants.values()];
}

/**
 * Periods that count, after each instant at which some changed. A period of few cases, which no chart shows, is
 * added with others of its kind, so that it cannot be had as the total less the periods that are shown; and so is
 * what was put right of such a period or taken back. Together they are nobody or enough, before, after and between.
 */
export function countedAfterEach(changes: readonly Change[]): State[] {
  let counted = new Map<string, Change>();
  const few = new Map<string, Change>();
  return atOnce(changes).map((own) => {
    for (const change of own) {
      few.delete(change.from);
      const kept = isFew(change) || isFew(counted.get(change.from)) ? few : counted;
      kept.set(change.from, change);
    }
    const next = new Map([...counted, ...few]);
    const [before, after] = [casesOfFew(counted.values()), casesOfFew(next.values())];
    if (isNoneOrMany(after) && isNoneOrMany(after - before)) {
      counted = next;
      few.clear();
    }
    return { counted: [...counted.values()], waits: few.size > 0 };
  });
}

function sumOf(tallies: readonly Tally[]): Tally {
  const [x, n] = [sumBy(tallies, (tally) => tally.x), sumBy(tallies, (tally) => tally.n)];
  const uncounted = sumBy(tallies, (tally) => tally.uncounted ?? 0);
  const codes = tallies[0]?.codes?.map((_, code) =>
    sumBy(tallies, (tally) => tally.codes?.[code] ?? 0),
  );
  return { x, n, ...(codes ? { codes } : {}), ...(uncounted > 0 ? { uncounted } : {}) };
}

/** What complete periods bring to each group together. */
function totalsOf(complete: readonly (readonly Tally[])[]): Tally[] {
  return (complete[0] ?? []).map((_, group) =>
    sumOf(complete.flatMap((cells) => cells[group] ?? [])),
  );
}

/** The totals of each state, in the order of the cells. */
export const totalsAfterEach = (states: readonly State[]): Tally[][] =>
  states.map(({ counted }) => totalsOf(counted.flatMap(({ cells }) => (cells ? [cells] : []))));

export function recordsAt(
  states: readonly State[],
  { look, totals }: { look: SteadyLook | undefined; totals: readonly Tally[] | undefined },
): SteadyRecords {
  const complete = look ? (states[look.step]?.counted ?? []) : [];
  const last = states.at(-1);
  return {
    records: complete.flatMap(({ cells, records }) => (cells === null ? [] : records)),
    totals: totals ?? [],
    shown: look?.shown ?? [],
    isBehind: last !== undefined && (look?.step !== states.length - 1 || last.waits),
  };
}

/**
 * Records of complete periods up to the last change at which every group that is shown had grown by
 * enough, or by nothing: what a page shows of groups is the same until then. It follows from what was
 * sent and in which order alone; what came at once counts together.
 */
export function steadyRecords(
  history: readonly WatchedRecord[],
  cellsOf: PeriodCells,
  today: string,
): SteadyRecords {
  const states = countedAfterEach(byTime(history, cellsOf, today));
  const steps = totalsAfterEach(states);
  const look = lastSteadyLook(steps, fewestShown) ?? undefined;
  return recordsAt(states, { look, totals: look && steps[look.step] });
}

/**
 * The same of everybody and of a finer division of them, as bands of risk: the division moves on to those looks
 * at everybody alone at which each part has grown by enough or by nothing, so that neither alone nor beside
 * everybody, before and after, tells of a few.
 */
export function steadyDivision(
  history: readonly WatchedRecord[],
  cellsOf: PeriodCells,
  today: string,
): { everybody: SteadyRecords; parts: SteadyRecords } {
  const states = countedAfterEach(byTime(history, cellsOf, today));
  const steps = totalsAfterEach(states);
  const together = steps.map((cells) => [sumOf(cells)]);
  const looks = steadyLooks(together, fewestShown);
  const look = looks.at(-1);
  const ofParts = steadyLooks(
    looks.map(({ step }) => steps[step] ?? []),
    fewestShown,
  ).at(-1);
  const step = ofParts && looks[ofParts.step]?.step;
  const partLook = step === undefined ? undefined : { step, shown: ofParts?.shown ?? [] };
  return {
    everybody: recordsAt(states, { look, totals: look && together[look.step] }),
    parts: recordsAt(states, { look: partLook, totals: partLook && steps[partLook.step] }),
  };
}
