import { addDays } from '../../days.ts';
import { listIn } from '../../i18n/isolate.ts';
import { aboutOne, leavesOneOut } from './calibration-state.ts';
import type { CalibrationVerdict } from './calibration-verdict.ts';
import { groupName } from './metric-words.ts';
import type { MonitoringReader } from './monitoring-reader.server.ts';

type Time = CalibrationVerdict['all'];
type Measure = 'ratio' | 'slope';
/** Holds: nothing is off in it and nothing cannot be told, so that a board need not read it. */
type SaidOf = { text: string; holds: boolean };
const holding = (text: string): SaidOf => ({ text, holds: true });
const asked = (text: string): SaidOf => ({ text, holds: false });

const how = {
  ratio: { below: 'calibration.off', above: 'calibration.off', holds: 'calibration.holds' },
  slope: {
    below: 'calibration.slopeBelow',
    above: 'calibration.slopeAbove',
    holds: 'calibration.holds',
  },
} as const;

/** Number or slope with its interval and the days that it is of; the number is said where it is off alone. */
function estimateText(reader: MonitoringReader, measure: Measure, time: Time): string {
  const { t, decimal, when } = reader;
  const estimate = time[measure];
  const side = aboutOne(estimate);
  if (estimate === null || side === 'unknown') return t('calibration.slopeUnknown');
  const [low, high] = estimate.interval;
  return t(measure === 'ratio' ? 'read.ratioOf' : 'read.slopeOf', {
    when: when(time.from, time.to),
    value: t('interval', {
      ...{ value: decimal(estimate.value), low: decimal(low), high: decimal(high) },
    }),
    how: t(how[measure][side]),
  });
}

/** What chance alone may give is said to be such. */
const chanceOf = ({ t }: MonitoringReader, finding: string, isByChance: boolean) =>
  isByChance ? t('read.byChance', { finding }) : finding;

function bandsSaid(reader: MonitoringReader, bands: CalibrationVerdict['bands']): SaidOf {
  const { t, number, date } = reader;
  if (bands === null) return asked(t('read.bandsUnknown'));
  const said = { bins: number(bands.bins), day: date(addDays(bands.to, -1)) };
  if (bands.missed === 0) return holding(t('read.bandsRight', said));
  const finding = t('read.bandsMissed', { ...said, missed: number(bands.missed) });
  return asked(chanceOf(reader, finding, bands.isByChance));
}

function groupsSaid(reader: MonitoringReader, groups: CalibrationVerdict['groups']): SaidOf[] {
  const { t, number, language } = reader;
  const { off, unknown, all } = groups;
  const known = all - unknown - off.length;
  const offSaid = [false, true].flatMap((isByChance) => {
    const own = off.filter((group) => group.isByChance === isByChance);
    const names = listIn(
      language,
      own.map((group) => groupName(reader, group)),
    );
    const finding = t('read.groupsOff', { groups: names });
    return own.length === 0 ? [] : [asked(chanceOf(reader, finding, isByChance))];
  });
  return [
    ...offSaid,
    ...(known === 0 ? [] : [holding(t('read.groupsRight', { groups: number(known) }))]),
    ...(unknown === 0 ? [] : [asked(t('read.groupsUnknown', { groups: number(unknown) }))]),
  ];
}

function timeSaid(reader: MonitoringReader, measure: Measure, time: Time): SaidOf {
  const text = estimateText(reader, measure, time);
  if (!leavesOneOut(time[measure])) return { text, holds: aboutOne(time[measure]) === 'holds' };
  return asked(chanceOf(reader, text, time.byChance[measure]));
}

/** What bands, slope and groups say beside the sum, each in some words of the reader's language. */
export function sayCalibration(
  reader: MonitoringReader,
  { all, newest, bands, groups }: CalibrationVerdict,
): SaidOf[] {
  return [
    ...(leavesOneOut(all.ratio) ? [timeSaid(reader, 'ratio', all)] : []),
    bandsSaid(reader, bands),
    timeSaid(reader, 'slope', all),
    ...(['ratio', 'slope'] as const).flatMap((measure) =>
      newest && leavesOneOut(newest[measure]) ? [timeSaid(reader, measure, newest)] : [],
    ),
    ...groupsSaid(reader, groups),
  ];
}

/** A sentence with what does not hold of the rest, as one. */
export const saidTogether = (
  { t }: Pick<MonitoringReader, 't'>,
  sentence: string,
  more: readonly SaidOf[],
): string =>
  more
    .filter(({ holds }) => !holds)
    .reduce((finding, { text }) => t('read.and', { finding, more: text }), sentence);
