import { compareModes, type ModeDifference } from '#analysis/monitoring/silent/compare-modes.ts';
import { daysCovered } from '#analysis/monitoring/silent/days-covered.ts';
import { estimateFound } from '#analysis/monitoring/silent/estimate-found.ts';
import { judgeCriterion } from '#analysis/monitoring/silent/judge-criterion.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import type { ExitCriterion, FoundCriterion } from '#db/schema/exit-plan.ts';
import { recordsOfSeries } from './series.ts';
import { modesBefore, modesInUse, totalOfMode, type ModeTotal } from './total-of-mode.ts';

const dayLength = 86_400_000;

/** Why nothing can be told; words of `gates:why`. */
function reasonOf(total: ModeTotal, reason: string): string {
  return total.state === 'counted' ? reason : total.state;
}

function judge(criterion: ExitCriterion, total: ModeTotal): FoundCriterion {
  const judged = judgeCriterion(total.found, criterion);
  const isCounted = total.found !== null;
  return {
    ...criterion,
    ...{ data: total.data, state: judged.state, reason: reasonOf(total, judged.reason) },
    ...{ value: judged.value, interval: judged.interval },
    n: isCounted ? Math.round(judged.n) : null,
    needed: total.state === 'unsuited' ? null : judged.needed,
    ...{ from: total.from, to: total.to },
  };
}

/** Days that records before use cover, of any of these metrics. */
export function silentDays(
  records: readonly WatchedRecord[],
  criteria: readonly ExitCriterion[],
): number {
  const own = criteria
    .flatMap((criterion) => recordsOfSeries(records, criterion))
    .filter(({ mode }) => modesBefore.includes(mode));
  const day = (date: string) => Date.parse(date) / dayLength;
  return daysCovered(own.map(({ from, to }) => [day(from), day(to)] as const));
}

type Compared = {
  value: number;
  interval: readonly [number, number] | null;
  n: number;
  from: string;
  to: string;
};
export type LiveComparison = {
  silent: Compared | null;
  live: Compared | null;
  difference: ModeDifference | null;
};

function comparedOf({ found, from, to }: ModeTotal): Compared | null {
  const estimated = found === null ? null : estimateFound(found);
  return found && estimated ? { ...estimated, n: Math.round(found.n), from, to } : null;
}

export type SilentFinding = {
  found: FoundCriterion;
  versions: readonly string[];
  isBehind: boolean;
  /** Null until there is something in use. */
  comparison: LiveComparison | null;
};

/** Each criterion over what was sent before use, and beside it what was sent in use. */
export function evaluateSilent(
  history: readonly WatchedRecord[],
  criteria: readonly ExitCriterion[],
  today: string,
): SilentFinding[] {
  return criteria.map((criterion) => {
    const before = totalOfMode(history, criterion, modesBefore, today);
    const live = totalOfMode(history, criterion, modesInUse, today);
    const difference = before.found && live.found ? compareModes(before.found, live.found) : null;
    return {
      found: judge(criterion, before),
      ...{ versions: before.versions, isBehind: before.isBehind },
      comparison:
        live.state === 'nothing-sent'
          ? null
          : { silent: comparedOf(before), live: comparedOf(live), difference },
    };
  });
}
