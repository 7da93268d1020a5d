import { calibrationFromBins } from '#analysis/monitoring/performance/calibration-from-bins.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import { areaOfScores } from './area-of-scores.ts';
import { byPeriod, everybody, maturityOf, type GroupOf } from './series.ts';
import { cellsOfScores, type Cell } from './spread-cases.ts';

/** (O − E)/√Σ p(1 − p) of each period; NaN before its outcomes are in. */
export function deviations(records: readonly WatchedRecord[], today: string): number[] {
  return byPeriod(records, everybody).map((own) => {
    if (own.some((record) => maturityOf(record, today, true) !== 'mature')) return NaN;
    const cells = own.flatMap(cellsOfScores);
    const sum = (of: (cell: Cell) => number) => cells.reduce((all, cell) => all + of(cell), 0);
    const variance = sum(({ n, risk }) => n * risk * (1 - risk));
    const excess = sum(({ n, events, risk }) => events - n * risk);
    return variance > 0 ? excess / Math.sqrt(variance) : NaN;
  });
}

/** Calibration and discrimination of one group over all periods whose outcomes are in. */
export function calibrationOf(records: readonly WatchedRecord[], group: GroupOf, today: string) {
  const own = byPeriod(records, group)
    .flat()
    .filter((record) => maturityOf(record, today, true) === 'mature');
  const cells = own.flatMap(cellsOfScores);
  const bins = cells.map(({ n, events, risk }) => ({ n, events, sumP: n * risk }));
  return {
    n: cells.reduce((all, { n }) => all + n, 0),
    calibration: calibrationFromBins(mergeBins(bins)),
    ...areaOfScores(own),
  };
}
export type CalibrationReading = ReturnType<typeof calibrationOf>;

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

/** The readings of everybody and of each group there is. */
export function calibrationByGroup(records: readonly WatchedRecord[], today: string) {
  const keys = new Map(
    records.map(({ dimension, level }) => [`${dimension}\n${level}`, { dimension, level }]),
  );
  return [...keys.values()].map((group) => ({ ...group, ...calibrationOf(records, group, today) }));
}
