import {
  calibrationFromBins,
  type BinnedCalibration,
} from '#analysis/monitoring/performance/calibration-from-bins.ts';
import { consecutiveGroups } from '#analysis/monitoring/performance/consecutive-groups.ts';
import { sum } from '#analysis/numeric/sum.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import { byPeriod, everybody, fewestShown } from './series.ts';
import type { Days } from './span-of.ts';
import { cellsOfScores } from './spread-cases.ts';

export type CalibrationTime = Days & { calibration: BinnedCalibration };

/**
 * Calibration of periods one after the other, of everybody: consecutive ones together until there are enough
 * outcomes. Periods of few cases are in none, as they are in no figure of periods; they are at least as many
 * together as may be shown, and so are those that wait for enough outcomes.
 */
export function calibrationOverTime(records: readonly WatchedRecord[]): CalibrationTime[] {
  const periods = byPeriod(records, everybody)
    .map((own) => ({ own, cells: own.flatMap(cellsOfScores) }))
    .map(({ own, cells }) => ({
      ...{ from: own[0]?.from ?? '', to: own[0]?.to ?? '', cells },
      ...{ n: sum(cells.map(({ n }) => n)), events: sum(cells.map(({ events }) => events)) },
    }))
    .filter(({ n }) => n >= fewestShown);
  return consecutiveGroups(periods).map((places) => {
    const own = places.flatMap((place) => periods[place] ?? []);
    const cells = own.flatMap((period) => period.cells);
    return {
      ...{ from: own[0]?.from ?? '', to: own.at(-1)?.to ?? '' },
      calibration: calibrationFromBins(
        cells.map(({ n, events, risk }) => ({ n, events, sumP: n * risk })),
      ),
    };
  });
}
