import type { ControlChart, ControlPoint } from '../../components/charts/chart-types.ts';
import { enoughOutcomes } from '#analysis/monitoring/performance/consecutive-groups.ts';
import type { CalibrationTime } from './calibration-over-time.ts';
import { estimatesOf, type Estimates } from './calibration-estimates.ts';
import { aboutOne, calibrationState, type CalibrationState } from './calibration-state.ts';
import { metricName } from './metric-words.ts';
import type { MonitoringReader } from './monitoring-reader.server.ts';
import { fewestShown, type WhatSeries } from './series.ts';
import type { Days } from './span-of.ts';

/** Calibration of some periods together as a page has it. */
export type ShownTime = Days & { label: string; n: number; state: CalibrationState } & Estimates;
export type ShownTimes = { rows: ShownTime[]; charts: ControlChart[]; text: string };

/** What is drawn over time; 1 is right of both. */
const measures = ['ratio', 'slope'] as const;
type Measure = (typeof measures)[number];

/** What it means that an interval lies on one side of 1. */
const notes = {
  ratio: { below: 'calibration.off', above: 'calibration.off' },
  slope: { below: 'calibration.slopeBelow', above: 'calibration.slopeAbove' },
} as const;

const findings = {
  ratio: { right: 'calibration.timesRight', off: 'calibration.timesOff' },
  slope: { right: 'calibration.slopeRight', off: 'calibration.slopeOff' },
} as const;

/** What one measure says of all times at which it is known. */
function findingOf(reader: MonitoringReader, measure: Measure, rows: readonly ShownTime[]) {
  const known = rows.filter((row) => aboutOne(row[measure]) !== 'unknown');
  if (known.length === 0) return reader.t('calibration.slopeUnknown');
  const off = known.filter((row) => aboutOne(row[measure]) !== 'holds');
  const last = off.at(-1);
  if (!last) return reader.t(findings[measure].right);
  const side = aboutOne(last[measure]) === 'below' ? 'below' : 'above';
  return reader.t(findings[measure].off, {
    ...{ off: reader.number(off.length), all: reader.number(known.length) },
    ...{ when: reader.when(last.from, last.to), how: reader.t(notes[measure][side]) },
  });
}

function pointOf({ t }: MonitoringReader, measure: Measure, row: ShownTime): ControlPoint {
  const own = row[measure];
  const side = aboutOne(own);
  const isOff = side === 'below' || side === 'above';
  return {
    ...{ label: row.label, isHollow: false, state: isOff ? 'change' : 'usual' },
    ...{ value: own?.value ?? null, centre: 1 },
    ...{ lower: own?.interval?.[0] ?? null, upper: own?.interval?.[1] ?? null },
    note: isOff ? t(notes[measure][side]) : side === 'unknown' ? t('drift.unknown') : '',
  };
}

function chartOf(
  reader: MonitoringReader,
  planned: WhatSeries & { id: string },
  measure: Measure,
  rows: readonly ShownTime[],
): ControlChart | null {
  const { t } = reader;
  const [first, last] = [rows[0], rows.at(-1)];
  const isKnown = rows.some((row) => row[measure] !== null);
  if (!first || !last || rows.length < 2 || !isKnown) return null;
  const name = metricName(reader, planned);
  const label = t(`calibration.${measure}`);
  const [number, slope] = measures.map((each) => findingOf(reader, each, rows));
  const days = { from: reader.start(first.from, first.to), to: reader.end(last.from, last.to) };
  const isRatio = measure === 'ratio';
  return {
    ...{ kind: 'control', id: `${measure}-${planned.id.slice(0, 8)}`, decimals: 2, unit: label },
    title: isRatio
      ? t('calibration.timesFinding', { name, number, slope })
      : t('calibration.slopeFinding', { name, slope }),
    subtitle: t(isRatio ? 'calibration.timesSubtitle' : 'calibration.slopeSubtitle', days),
    sentence: t(isRatio ? 'calibration.timesSentence' : 'calibration.slopeSentence'),
    notMeaning: t(isRatio ? 'calibration.timesNotMeaning' : 'calibration.slopeNotMeaning'),
    notes: [t('calibration.timesLegend')],
    ...{ rowHeading: t('chart.period'), marks: [] },
    points: rows.map((row) => pointOf(reader, measure, row)),
    headings: {
      ...{ value: label, centre: t('calibration.right'), note: t('chart.note') },
      ...{ lower: t('chart.from'), upper: t('chart.to') },
    },
  };
}

/** Calibration over time, each row of as many periods as it takes to have enough outcomes. */
export function presentCalibrationTimes(
  reader: MonitoringReader,
  planned: WhatSeries & { id: string },
  times: readonly CalibrationTime[],
): ShownTimes {
  const rows = times.map(({ from, to, calibration }): ShownTime => {
    const estimates = estimatesOf(calibration);
    return {
      ...{ from, to, label: reader.period(from, to), n: calibration.n },
      ...{ ...estimates, state: calibrationState(estimates) },
    };
  });
  return {
    rows,
    charts: measures.flatMap((measure) => chartOf(reader, planned, measure, rows) ?? []),
    text: reader.t(times.length === 0 ? 'calibration.timesNone' : 'calibration.timesText', {
      ...{ n: reader.number(enoughOutcomes), few: reader.number(fewestShown) },
    }),
  };
}
