import { calibrationBins } from '#analysis/monitoring/performance/calibration-bins.ts';
import type { LinesChart } from '../../components/charts/chart-types.ts';
import type { CalibrationReading } from './evaluate-calibration.ts';
import { dimensionName, metricName, waitingText } from './metric-words.ts';
import type { MonitoringReader } from './monitoring-reader.server.ts';
import { fewestShown, type GroupOf, type WhatSeries } from './series.ts';
import { shownThresholds, type ShownThreshold } from './shown-thresholds.ts';

type Estimated = { value: number; interval: readonly [number, number] | null } | null;

/** Of everybody or a group what a page shows; hidden: nothing. */
export type ShownCalibration = GroupOf & {
  name: string;
  n: number | null;
  ratio: Estimated;
  intercept: Estimated;
  slope: Estimated;
  area: Estimated;
  /** Bins differ between periods: the area is of the most common ones. */
  isAreaOfPart: boolean;
};

const tenthOf = ({ n, sumP }: { n: number; sumP: number }) => Math.floor((10 * sumP) / n);

type Sums = { n: number; events: number; sumP: number };

/** Tenths of risk, neighbours together until each holds as many cases as may be shown; what is left joins the last. */
export function coarseBins(bins: readonly Sums[]): Sums[] {
  const add = (a: Sums, b: Sums) => ({
    ...{ n: a.n + b.n, events: a.events + b.events, sumP: a.sumP + b.sumP },
  });
  const coarse: Sums[] = [];
  for (const { n, events, sumP } of bins.filter((bin) => bin.n > 0)) {
    const bin = { n, events, sumP };
    const last = coarse.at(-1);
    const joins = last && (last.n < fewestShown || tenthOf(last) === tenthOf(bin));
    if (joins) coarse[coarse.length - 1] = add(last, bin);
    else coarse.push(bin);
  }
  const [last, before] = [coarse.at(-1), coarse.at(-2)];
  if (!last || last.n >= fewestShown) return coarse;
  return before ? [...coarse.slice(0, -2), add(before, last)] : [];
}

/** Few with the outcome, or few without, would be told of by how they rank. */
const isRanked = (of: { positives: number; negatives: number }) =>
  Math.min(of.positives, of.negatives) >= fewestShown;

function shownReading(reader: MonitoringReader, reading: CalibrationReading) {
  const { dimension, level, n, calibration, area, isAreaOfPart, isHidden } = reading;
  const name =
    dimension === ''
      ? reader.t('calibration.everybody')
      : `${dimensionName(reader, dimension)}: ${level}`;
  const nothing = { ratio: null, intercept: null, slope: null, area: null, isAreaOfPart: false };
  if (isHidden) return { dimension, level, name, n: null, ...nothing };
  const { ratio, recalibration } = calibration;
  const line = recalibration.ok && recalibration.line.ok ? recalibration.line.slope : null;
  return {
    ...{ dimension, level, name, n },
    ratio: ratio.ok ? { value: ratio.ratio, interval: ratio.interval } : null,
    intercept: recalibration.ok ? recalibration.inTheLarge : null,
    slope: line,
    isAreaOfPart,
    area: area.ok && isRanked(area) ? { value: area.auc, interval: area.interval } : null,
  };
}

/** What came of each predicted risk, beside what would be right. */
function chartOf(
  reader: MonitoringReader,
  planned: WhatSeries & { id: string },
  everybody: CalibrationReading | undefined,
): LinesChart | null {
  const { t } = reader;
  const bins = calibrationBins(coarseBins(everybody?.calibration.bins ?? []));
  if (bins.length < 2) return null;
  const missed = bins.filter(({ meanP, interval: [low, high] }) => meanP < low || meanP > high);
  const cases = bins.reduce((sum, { n }) => sum + n, 0);
  const name = metricName(reader, planned);
  const axis = { low: 0, high: 1, decimals: 2 };
  return {
    ...{ kind: 'lines', id: `risks-${planned.id.slice(0, 8)}`, rowHeading: t('calibration.risk') },
    title:
      missed.length === 0
        ? t('calibration.findingRight', { name })
        : t('calibration.findingMissed', {
            name,
            missed: reader.number(missed.length),
            bins: reader.number(bins.length),
          }),
    subtitle: t('calibration.subtitle', { cases: reader.number(cases) }),
    sentence: t('calibration.sentence'),
    notMeaning: t('calibration.notMeaning'),
    notes: [t('calibration.bins', { n: reader.number(fewestShown) })],
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
function thresholdsOf(everybody: CalibrationReading | undefined): ShownThreshold[] {
  if (!everybody || everybody.isHidden || everybody.isAreaOfPart) return [];
  const { area, bins, calibration, isOfEverybody } = everybody;
  if (!isOfEverybody || !area.ok || !isRanked(area)) return [];
  return shownThresholds(bins, coarseBins(calibration.bins));
}

/** Calibration as a page shows it, with the figure of everybody and what waits to be added up. */
export function presentCalibration(
  reader: MonitoringReader,
  planned: WhatSeries & { id: string },
  readings: readonly CalibrationReading[],
): {
  rows: ShownCalibration[];
  chart: LinesChart | null;
  thresholds: ShownThreshold[];
  waiting: string[];
} {
  const everybody = readings.find(({ dimension }) => dimension === '');
  const nameOf = (dimension: string) =>
    dimension === '' ? reader.t('calibration.everybody') : dimensionName(reader, dimension);
  const waiting = readings.map((reading) =>
    waitingText(reader, nameOf(reading.dimension), reading),
  );
  return {
    rows: readings.map((reading) => shownReading(reader, reading)),
    chart: chartOf(reader, planned, everybody),
    thresholds: thresholdsOf(everybody),
    waiting: [...new Set(waiting)].filter((text) => text !== ''),
  };
}
