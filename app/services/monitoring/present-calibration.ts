import { calibrationBins } from '#analysis/monitoring/performance/calibration-bins.ts';
import { sum } from '#analysis/numeric/sum.ts';
import type { LinesChart } from '../../components/charts/chart-types.ts';
import { addDays } from '../../days.ts';
import { estimatesOf, type Estimated, type Estimates } from './calibration-estimates.ts';
import type { CalibrationReading, EvaluatedCalibration } from './evaluate-calibration.ts';
import { dimensionName, groupName, metricName, waitingText } from './metric-words.ts';
import type { MonitoringReader } from './monitoring-reader.server.ts';
import { presentCalibrationTimes, type ShownTimes } from './present-calibration-times.ts';
import { drawnBands, missedBands } from './risk-bands.ts';
import { fewestShown, type GroupOf, type WhatSeries } from './series.ts';
import type { Days } from './span-of.ts';
import { shownThresholds, type ShownThreshold } from './shown-thresholds.ts';

type Bands = EvaluatedCalibration['bands'];

/** Of everybody or a group what a page shows; hidden: nothing. */
export type ShownCalibration = GroupOf &
  Estimates & {
    name: string;
    n: number | null;
    area: Estimated;
    /** Bins differ between periods: the area is of the most common ones. */
    isAreaOfPart: boolean;
  };

/** Few with the outcome, or few without, would be told of by how they rank. */
const isRanked = (of: { positives: number; negatives: number }) =>
  Math.min(of.positives, of.negatives) >= fewestShown;

function shownReading(reader: MonitoringReader, reading: CalibrationReading) {
  const { dimension, level, n, calibration, area, isAreaOfPart, isHidden } = reading;
  const name =
    dimension === '' ? reader.t('calibration.everybody') : groupName(reader, { dimension, level });
  const nothing = { ratio: null, intercept: null, slope: null, area: null, isAreaOfPart: false };
  if (isHidden) return { dimension, level, name, n: null, ...nothing };
  return {
    ...{ dimension, level, name, n },
    ...estimatesOf(calibration),
    isAreaOfPart,
    area: area.ok && isRanked(area) ? { value: area.auc, interval: area.interval } : null,
  };
}

/** Why the bands end before the table of everybody, or before what was sent; empty where they do not. */
function endText(reader: MonitoringReader, bands: Bands, counted: Days): string {
  if (bands.to >= counted.to) return waitingText(reader, reader.t('calibration.bands'), bands);
  return reader.t('calibration.bandsEarlier', {
    ...{ day: reader.date(addDays(bands.to, -1)), later: reader.date(addDays(counted.to, -1)) },
    n: reader.number(fewestShown),
  });
}

/** What came of each predicted risk, beside what would be right. */
function chartOf(
  reader: MonitoringReader,
  planned: WhatSeries & { id: string },
  { bands, counted }: { bands: Bands; counted: Days },
): LinesChart | null {
  const { t } = reader;
  const bins = calibrationBins(drawnBands(bands.all));
  if (bins.length < 2) return null;
  const missed = missedBands(bins);
  const cases = sum(bins.map(({ n }) => n));
  const [from, day] = [reader.date(bands.from), reader.date(addDays(bands.to, -1))];
  const name = metricName(reader, planned);
  const axis = { low: 0, high: 1, decimals: 2 };
  return {
    ...{ kind: 'lines', id: `risks-${planned.id.slice(0, 8)}`, rowHeading: t('calibration.risk') },
    title:
      missed.length === 0
        ? t('calibration.findingRight', { name, day })
        : t('calibration.findingMissed', {
            ...{ name, day, missed: reader.number(missed.length) },
            bins: reader.number(bins.length),
          }),
    subtitle: t('calibration.subtitle', { cases: reader.number(cases), from, to: day }),
    sentence: t('calibration.sentence'),
    notMeaning: t('calibration.notMeaning'),
    notes: [
      t('calibration.bins', { n: reader.number(fewestShown) }),
      ...[endText(reader, bands, counted)].filter((text) => text !== ''),
    ],
    xAxis: { ...axis, label: t('calibration.risk') },
    yAxis: { ...axis, label: t('calibration.observed') },
    series: [
      {
        ...{ label: t('calibration.observed'), hasMarks: true },
        points: bins.map(({ meanP: x, observed: y, interval: [low, high] }) => ({
          ...{ x, y, low, high },
        })),
      },
      {
        ...{ label: t('calibration.right'), isReference: true },
        points: bins.map(({ meanP }) => ({ x: meanP, y: meanP })),
      },
    ],
  };
}

/** Thresholds of everybody's scores, where all of them were sent in the same bins and nobody was left out. */
function thresholdsOf({ all, area, isAreaOfPart, bins, isOfEverybody }: Bands): ShownThreshold[] {
  if (isAreaOfPart || !isOfEverybody || !area.ok || !isRanked(area)) return [];
  return shownThresholds(bins, all);
}

/** Calibration as a page shows it, with its figures and what waits to be added up. */
export function presentCalibration(
  reader: MonitoringReader,
  planned: WhatSeries & { id: string },
  { readings, bands, times }: EvaluatedCalibration,
): {
  rows: ShownCalibration[];
  chart: LinesChart | null;
  thresholds: ShownThreshold[];
  /** First and last day of what bands and thresholds count, in words; empty without any. */
  counted: Days;
  times: ShownTimes;
  waiting: string[];
} {
  const [all] = readings;
  const nameOf = (dimension: string) =>
    dimension === '' ? reader.t('calibration.everybody') : dimensionName(reader, dimension);
  const waiting = [
    ...readings.map((reading) => waitingText(reader, nameOf(reading.dimension), reading)),
    waitingText(reader, reader.t('calibration.bands'), bands),
  ];
  return {
    rows: readings.map((reading) => shownReading(reader, reading)),
    chart: chartOf(reader, planned, { bands, counted: all ?? bands }),
    thresholds: thresholdsOf(bands),
    counted: {
      from: bands.from === '' ? '' : reader.date(bands.from),
      to: bands.to === '' ? '' : reader.date(addDays(bands.to, -1)),
    },
    times: presentCalibrationTimes(reader, planned, times),
    waiting: [...new Set(waiting)].filter((text) => text !== ''),
  };
}
