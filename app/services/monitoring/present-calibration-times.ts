import type { ControlChart, ControlPoint } from '../../components/charts/chart-types.ts';
import { enoughOutcomes } from '#analysis/monitoring/performance/consecutive-groups.ts';
import type { CalibrationTime } from './calibration-over-time.ts';
import { metricName } from './metric-words.ts';
import type { MonitoringReader } from './monitoring-reader.server.ts';
import { estimatesOf, type Estimates } from './calibration-estimates.ts';
import { fewestShown, type WhatSeries } from './series.ts';

/** Calibration of some periods together as a page has it. */
export type ShownTime = { key: string; label: string; n: number } & Estimates;
export type ShownTimes = { rows: ShownTime[]; chart: ControlChart | null; text: string };

const isOff = ([low, high]: readonly [number, number]) => low > 1 || high < 1;

function labelOf(reader: MonitoringReader, time: CalibrationTime): string {
  const { from, to, lastFrom } = time;
  const last = reader.period(lastFrom, to);
  if (from === lastFrom) return last;
  // Periods of one length are told alike.
  const length = Date.parse(to) - Date.parse(lastFrom);
  const first = reader.period(from, new Date(Date.parse(from) + length).toISOString());
  return reader.t('calibration.fromTo', { from: first, to: last });
}

/** Observed to expected over time: 1 is right. */
function chartOf(
  reader: MonitoringReader,
  planned: WhatSeries & { id: string },
  times: readonly CalibrationTime[],
): ControlChart | null {
  const { t } = reader;
  if (times.length < 2) return null;
  const points = times.map((time): ControlPoint => {
    const { ratio } = time.calibration;
    const off = ratio.ok && isOff(ratio.interval);
    return {
      ...{ label: labelOf(reader, time), isHollow: false, state: off ? 'change' : 'usual' },
      ...{ value: ratio.ok ? ratio.ratio : null, centre: 1 },
      ...{ lower: ratio.ok ? ratio.interval[0] : null, upper: ratio.ok ? ratio.interval[1] : null },
      note: off ? t('calibration.off') : '',
    };
  });
  const off = points.filter(({ state }) => state === 'change');
  const name = metricName(reader, planned);
  const label = t('calibration.ratio');
  return {
    ...{ kind: 'control', id: `ratio-${planned.id.slice(0, 8)}`, decimals: 2, unit: label },
    title:
      off.length === 0
        ? t('calibration.timesRight', { name })
        : t('calibration.timesOff', {
            ...{ name, off: reader.number(off.length), all: reader.number(points.length) },
            period: off.at(-1)?.label ?? '',
          }),
    subtitle: t('calibration.timesSubtitle', {
      ...{ from: points[0]?.label ?? '', to: points.at(-1)?.label ?? '' },
    }),
    sentence: t('calibration.timesSentence'),
    notMeaning: t('calibration.timesNotMeaning'),
    notes: [t('calibration.timesLegend')],
    ...{ rowHeading: t('chart.period'), points, marks: [] },
    headings: {
      ...{ value: label, centre: t('calibration.right'), note: t('chart.note') },
      ...{ lower: t('expected.low'), upper: t('expected.high') },
    },
  };
}

/** Calibration over time, each row of as many periods as it takes to have enough outcomes. */
export function presentCalibrationTimes(
  reader: MonitoringReader,
  planned: WhatSeries & { id: string },
  times: readonly CalibrationTime[],
): ShownTimes {
  return {
    rows: times.map((time) => ({
      ...{ key: time.from, label: labelOf(reader, time), n: time.calibration.n },
      ...estimatesOf(time.calibration),
    })),
    chart: chartOf(reader, planned, times),
    text: reader.t(times.length === 0 ? 'calibration.timesNone' : 'calibration.timesText', {
      ...{ n: reader.number(enoughOutcomes), few: reader.number(fewestShown) },
    }),
  };
}
