import type { Cadence, PlannedChart } from '#db/schema/monitoring-plan.ts';
import { addDays } from '../../days.ts';
import type { DataType } from './metric-schema.ts';
import type { SeriesPoint } from './series.ts';
import type { Days } from './span-of.ts';

/** Days of the shortest whole period. */
const shortest: Readonly<Record<Cadence, number>> = {
  ...{ day: 1, week: 7, month: 28, quarter: 90, year: 365 },
};

const months: Readonly<Partial<Record<Cadence, number>>> = { month: 1, quarter: 3, year: 12 };

/** The day after a whole period that begins on this day. */
export function endOfPeriod(from: string, cadence: Cadence): string {
  const own = months[cadence];
  if (own === undefined) return addDays(from, shortest[cadence]);
  const end = new Date(from);
  end.setUTCMonth(end.getUTCMonth() + own);
  return end.toISOString().slice(0, 10);
}

const lengthOf = ({ from, to }: Days) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/**
 * Which periods are a part of what the plan asks for, as a month that was sent before it was over. Where most of
 * them are shorter they come in a rhythm of their own, as from before the plan asked for longer ones: none is a part.
 */
export function partPeriods(periods: readonly Days[], cadence: Cadence): boolean[] {
  const isShort = periods.map((period) => lengthOf(period) < shortest[cadence]);
  const count = isShort.filter((short) => short).length;
  return 2 * count > isShort.length ? isShort.map(() => false) : isShort;
}

const sized: ReadonlySet<DataType> = new Set(['proportion', 'rate', 'histogram']);

/**
 * What a chart does with a part of a period. Limits that know how many cases there are judge it by its own; a chart
 * that takes every period for as long as the others shows it without judging; of gaps between events the length of
 * a period says nothing.
 */
export function readingOfParts(
  chart: PlannedChart,
  data: DataType,
): 'own-cases' | 'left-out' | null {
  switch (chart) {
    case 'p':
    case 'p-prime':
    case 'u':
    case 'u-prime':
    case 'risk-adjusted-cusum':
      return 'own-cases';
    case 'ewma':
    case 'cusum':
      return sized.has(data) ? 'own-cases' : 'left-out';
    case 'xmr':
    case 'c':
      return 'left-out';
    case 'g':
    case 't':
    case 'none':
    case 'automatic':
      return null;
  }
}

/** Whether the period that begins on this day is a part of one: never of gaps between events, which it says nothing of. */
export function isJudgedPart(
  { kind, points }: { kind: PlannedChart; points: readonly Days[] },
  cadence: Cadence,
  from: string,
): boolean {
  if (kind === 'g' || kind === 't') return false;
  return partPeriods(points, cadence)[points.findIndex((point) => point.from === from)] === true;
}

/** Points with those marked that are shown and not judged. */
export function markParts(
  points: readonly SeriesPoint[],
  cadence: Cadence,
  { chart, data }: { chart: PlannedChart; data: DataType },
): SeriesPoint[] {
  if (readingOfParts(chart, data) !== 'left-out') return [...points];
  const isPart = partPeriods(points, cadence);
  return points.map((point, place) =>
    isPart[place] === true && point.maturity === 'mature' ? { ...point, maturity: 'part' } : point,
  );
}
