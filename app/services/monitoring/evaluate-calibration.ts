import { calibrationFromBins } from '#analysis/monitoring/performance/calibration-from-bins.ts';
import { sum } from '#analysis/numeric/sum.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import { areaOfScores } from './area-of-scores.ts';
import { byPeriod, everybody, isOfSome, maturityOf, type GroupOf } from './series.ts';
import { calibrationOverTime } from './calibration-over-time.ts';
import { cellsOfBands, riskBands } from './risk-bands.ts';
import { spanOf } from './span-of.ts';
import { isOfAnybody, uncountedIn } from './sent-cases.ts';
import { cellsOfScores } from './spread-cases.ts';
import {
  steadyDivision,
  steadyRecords,
  type PeriodCells,
  type SteadyRecords,
} from './steady-records.ts';

/** (O − E)/√Σ p(1 − p) of each period; NaN before its outcomes are in. */
export function deviations(records: readonly WatchedRecord[], today: string): number[] {
  return byPeriod(records, everybody).map((own) => {
    if (own.some((record) => maturityOf(record, today, true) !== 'mature')) return NaN;
    const cells = own.flatMap(cellsOfScores);
    const variance = sum(cells.map(({ n, risk }) => n * risk * (1 - risk)));
    const excess = sum(cells.map(({ n, events, risk }) => events - n * risk));
    return variance > 0 ? excess / Math.sqrt(variance) : NaN;
  });
}

/** Calibration and discrimination of one group over all periods whose outcomes are in. */
function calibrationOf(records: readonly WatchedRecord[], group: GroupOf, today: string) {
  const own = byPeriod(records, group)
    .flat()
    .filter((record) => maturityOf(record, today, true) === 'mature');
  const cells = own.flatMap(cellsOfScores);
  const bins = cells.map(({ n, events, risk }) => ({ n, events, sumP: n * risk }));
  return {
    n: sum(cells.map(({ n }) => n)),
    calibration: calibrationFromBins(mergeBins(bins)),
    isOfEverybody: !own.some(isOfSome),
    ...areaOfScores(own),
  };
}

/** Bins whose mean risk lies in the same twentieth are one. */
function mergeBins(bins: readonly { n: number; events: number; sumP: number }[]) {
  const merged = new Map<number, { n: number; events: number; sumP: number }>();
  for (const { n, events, sumP } of bins) {
    const place = Math.min(19, Math.floor((20 * sumP) / n));
    const own = merged.get(place) ?? { n: 0, events: 0, sumP: 0 };
    merged.set(place, { n: own.n + n, events: own.events + events, sumP: own.sumP + sumP });
  }
  return [...merged].sort(([a], [b]) => a - b).map(([, sums]) => sums);
}

/** What a period brings to each level in cases and events, and to those whom no level names. */
const cellsOf =
  (dimension: string, levels: readonly string[]): PeriodCells =>
  (records, today) => {
    if (records.some((record) => maturityOf(record, today, true) !== 'mature')) return null;
    const tally = (group: GroupOf) => {
      const own = byPeriod(records, group).flat();
      const cells = own.flatMap(cellsOfScores);
      const n = sum(cells.map((cell) => cell.n));
      return { x: sum(cells.map(({ events }) => events)), n, ...uncountedIn(n, own) };
    };
    const named = levels.map((level) => tally({ dimension, level }));
    const all = tally(everybody);
    const rest = (of: 'x' | 'n') => named.reduce((left, cell) => left - cell[of], all[of]);
    return [...named, { x: Math.max(0, rest('x')), n: Math.max(0, rest('n')) }];
  };

function groupReadings(history: readonly WatchedRecord[], dimension: string, today: string) {
  const own = history.filter((one) => one.dimension === dimension || one.dimension === '');
  const named = own.filter((one) => one.dimension === dimension);
  const levels = [...new Set(named.map(({ level }) => level))];
  const steady = steadyRecords(own, cellsOf(dimension, levels), today);
  return levels.map((level, place) => ({
    ...{ dimension, level, ...countedOf(steady), isHidden: steady.shown[place] !== true },
    ...calibrationOf(steady.records, { dimension, level }, today),
  }));
}
export type CalibrationReading = ReturnType<typeof groupReadings>[number];

/** Which days are counted, none of them where they are empty, and whether there is more. */
const countedOf = ({ records, isBehind }: SteadyRecords) => ({
  ...(spanOf(records) ?? { from: '', to: '' }),
  isBehind,
});

/**
 * Readings of everybody, of each group there is, of tenths of risk and of times, each of the periods that may
 * be added up of it.
 */
export function evaluateCalibration(history: readonly WatchedRecord[], today: string) {
  const dimensions = [...new Set(history.map(({ dimension }) => dimension))];
  const own = history.filter(({ dimension }) => dimension === '');
  const steady = steadyDivision(own, cellsOfBands, today);
  const { records } = steady.everybody;
  const reading = calibrationOf(records, everybody, today);
  const all: CalibrationReading = {
    ...{ ...everybody, ...countedOf(steady.everybody), ...reading },
    // Scores of which no outcome is known are not nothing.
    isHidden: records.length === 0 || (reading.n === 0 && records.some(isOfAnybody)),
  };
  const { area, isAreaOfPart, bins, isOfEverybody } = calibrationOf(
    steady.parts.records,
    everybody,
    today,
  );
  return {
    readings: [
      all,
      ...dimensions
        .filter((dimension) => dimension !== '')
        .flatMap((dimension) => groupReadings(history, dimension, today)),
    ],
    bands: {
      ...{ all: riskBands(steady.parts), ...countedOf(steady.parts) },
      ...{ area, isAreaOfPart, bins, isOfEverybody },
    },
    times: calibrationOverTime(steady.everybody.records),
  };
}
export type EvaluatedCalibration = ReturnType<typeof evaluateCalibration>;
