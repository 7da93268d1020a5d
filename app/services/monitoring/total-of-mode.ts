import type { Found } from '#analysis/monitoring/silent/criterion.ts';
import { sum } from '#analysis/numeric/sum.ts';
import { sumBy } from '#analysis/numeric/sum-by.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import type { RecordMode } from '#db/schema/monitoring-record.ts';
import type { DataType } from './metric-schema.ts';
import { findMetric } from './metrics.ts';
import {
  byPeriod,
  dataTypeOf,
  everybody,
  isToldByOthers,
  recordsOfSeries,
  seriesOf,
  type SeriesPoint,
  type WhatSeries,
} from './series.ts';
import { spanOf } from './span-of.ts';
import { steadyRecords, type PeriodCells, type SteadyRecords } from './steady-records.ts';

export type ModeTotal = {
  data: DataType;
  /** Null: nothing was sent, or it may not be shown, or it has no interval by its nature. */
  found: Found | null;
  state: 'nothing-sent' | 'few-cases' | 'unsuited' | 'counted';
  /** First day, and the day after the last. */
  from: string;
  to: string;
  versions: string[];
  /** Newer numbers wait until they can be added without telling of a few. */
  isBehind: boolean;
};

/**
 * Whoever acts on the output or not: silent and shadow are before use, live is in use. In which order records of one
 * period are taken: both modes may have had the same cases, which count once.
 */
export const modesBefore: readonly RecordMode[] = ['silent', 'shadow'];
export const modesInUse: readonly RecordMode[] = ['live'];

const nobody = { x: 0, n: 0 };

/** Of each period the records of one mode, the first of these that has any. */
const inOneMode = (records: readonly WatchedRecord[], modes: readonly RecordMode[]) =>
  byPeriod(records, everybody).flatMap((own) => {
    const first = modes.find((mode) => own.some((record) => record.mode === mode));
    return own.filter(({ mode }) => mode === first);
  });

type Wanted = { metric: string; data: DataType; modes: readonly RecordMode[] };

/** What a period brings to everybody. Sums of measurements are no cases. */
const cellsOf =
  ({ metric, data, modes }: Wanted): PeriodCells =>
  (records, today) => {
    const [point] = seriesOf(inOneMode(records, modes), metric, everybody, today);
    if (point?.maturity !== 'mature') return null;
    if (!(point.n > 0)) return [nobody, nobody];
    return [{ x: data === 'proportion' ? point.x : 0, n: point.n }, nobody];
  };

/** Of senders' own rates the exposure is no number of cases: nothing has to wait. */
function allComplete(
  own: readonly WatchedRecord[],
  { metric, modes }: Wanted,
  today: string,
): SteadyRecords {
  const standing = inOneMode(
    own.filter(({ replacedAt }) => replacedAt === null),
    modes,
  );
  const complete = new Set(
    seriesOf(standing, metric, everybody, today)
      .filter(({ maturity }) => maturity === 'mature')
      .map(({ from }) => from),
  );
  const records = standing.filter(({ from }) => complete.has(from));
  return { records, totals: [], shown: [records.length > 0], isBehind: false };
}

const sumOf = (points: readonly SeriesPoint[], of: 'x' | 'n') =>
  sumBy(points, (point) => (point.n > 0 ? point[of] : 0));

/** The standard deviation, where each mean came with its sum of squares. */
function spreadOf(records: readonly WatchedRecord[], x: number, n: number): number | null {
  const squares = records.map(({ kind, detail }) => {
    const value = kind === 'mean' ? detail?.['sum_of_squares'] : undefined;
    return typeof value === 'number' ? value : NaN;
  });
  const total = sum(squares);
  if (Number.isNaN(total) || n < 2) return null;
  return Math.sqrt(Math.max(0, (total - (x * x) / n) / (n - 1)));
}

function foundOf(records: readonly WatchedRecord[], data: DataType, points: SeriesPoint[]) {
  const [x, n] = [sumOf(points, 'x'), sumOf(points, 'n')];
  if (!Number.isFinite(x) || !(n > 0)) return null;
  switch (data) {
    case 'proportion':
      return { kind: 'share', x, n } as const;
    case 'rate':
      return { kind: 'rate', x, n } as const;
    case 'continuous':
      return { kind: 'mean', n, mean: x / n, sd: spreadOf(records, x, n) } as const;
    case 'count':
    case 'histogram':
    case 'time-between':
      return null;
  }
}

/**
 * Rates of one table tell its cells together: in sum, and where a chart hides periods for it in what these bring,
 * which is the total less the others.
 */
function isHiddenByOthers(records: readonly WatchedRecord[], code: string): boolean {
  const metric = findMetric(code);
  const hidden = byPeriod(records, everybody).filter((own) => isToldByOthers(own, metric));
  return isToldByOthers(records, metric) || isToldByOthers(hidden.flat(), metric);
}

/** A metric of everybody, added up over all complete periods of some modes, as far as it may be shown. */
export function totalOfMode(
  history: readonly WatchedRecord[],
  what: WhatSeries,
  modes: readonly RecordMode[],
  today: string,
): ModeTotal {
  const { metric } = what;
  const own = recordsOfSeries(history, what).filter(
    ({ mode, dimension }) => modes.includes(mode) && dimension === '',
  );
  const data = dataTypeOf(metric, own);
  const none = { data, found: null, from: '', to: '', versions: [], isBehind: false };
  if (own.length === 0) return { ...none, state: 'nothing-sent' };
  const isOwnRate = data === 'rate' && findMetric(metric) === undefined;
  const steady = isOwnRate
    ? allComplete(own, { metric, data, modes }, today)
    : steadyRecords(own, cellsOf({ metric, data, modes }), today);
  if (data === 'histogram' || data === 'count' || data === 'time-between') {
    return { ...none, state: 'unsuited' };
  }
  const records = inOneMode(steady.records, modes);
  const isCounted = steady.shown[0] === true && steady.totals[0]?.n !== 0;
  if (!isCounted || isHiddenByOthers(records, metric)) {
    return { ...none, state: 'few-cases', isBehind: steady.isBehind };
  }
  const points = seriesOf(records, metric, everybody, today);
  return {
    ...{ data, found: foundOf(records, data, points), state: 'counted' },
    ...(spanOf(points) ?? { from: '', to: '' }),
    versions: [...new Set(points.flatMap(({ versions }) => versions))],
    isBehind: steady.isBehind,
  };
}
