import type { CalibrationBin } from '#analysis/monitoring/performance/calibration-bins.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import { byPeriod, everybody, maturityOf } from './series.ts';
import { cellsOfScores, type Cell } from './spread-cases.ts';
import type { PeriodCells, SteadyRecords } from './steady-records.ts';

type Sums = { n: number; events: number; sumP: number };
/** A tenth of risk; what is hidden is of few cases, or hides another. */
export type RiskBand = Sums & { isShown: boolean };

const bandCount = 10;
const bandOf = ({ risk }: Cell) => Math.min(bandCount - 1, Math.floor(bandCount * risk));

function sumBands(records: readonly WatchedRecord[]): Sums[] {
  const bands = Array.from({ length: bandCount }, () => ({ n: 0, events: 0, sumP: 0 }));
  for (const cell of byPeriod(records, everybody).flat().flatMap(cellsOfScores)) {
    const band = bands[bandOf(cell)];
    if (!band) continue;
    band.n += cell.n;
    band.events += cell.events;
    band.sumP += cell.n * cell.risk;
  }
  return bands;
}

/** What a period brings to each tenth of risk: bands that never move, so that they can be looked at again. */
export const cellsOfBands: PeriodCells = (records, today) => {
  if (records.some((record) => maturityOf(record, today, true) !== 'mature')) return null;
  const bands = sumBands(records).map(({ n, events }) => ({ n, x: events }));
  return [...bands, { n: 0, x: 0 }];
};

/** All ten bands of the records that may be looked at, with which of them are shown. */
export function riskBands({ records, shown }: SteadyRecords): RiskBand[] {
  return sumBands(records).map((band, place) => ({
    ...band,
    isShown: band.n > 0 && shown[place] === true,
  }));
}

/** Bands whose mean risk lies outside the interval of what came of them. */
export const missedBands = (bins: readonly CalibrationBin[]) =>
  bins.filter(({ meanP, interval: [low, high] }) => meanP < low || meanP > high);

/** Bands as they are drawn: those that are shown, and all others with cases as one. */
export function drawnBands(bands: readonly RiskBand[]): Sums[] {
  const [shown, hidden] = [true, false].map((isShown) =>
    bands.filter((band) => band.isShown === isShown && band.n > 0),
  );
  const rest = (hidden ?? []).reduce<Sums>(
    (all, { n, events, sumP }) => ({
      ...{ n: all.n + n, events: all.events + events, sumP: all.sumP + sumP },
    }),
    { n: 0, events: 0, sumP: 0 },
  );
  const all = [...(shown ?? []), ...(rest.n > 0 ? [rest] : [])];
  return all
    .map(({ n, events, sumP }) => ({ n, events, sumP }))
    .sort((a, b) => a.sumP / a.n - b.sumP / b.n);
}
