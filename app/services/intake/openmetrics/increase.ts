import type { FaultCode } from '../faults.ts';
import {
  metricKey,
  seriesKey,
  type Exposition,
  type Family,
  type Labels,
  type Sample,
} from './exposition.ts';

const secondsOf = (day: string) => Date.parse(day) / 1000;
/** How far a scrape may lie from the end of the period that it stands for. */
const slack = 24 * 60 * 60;

/** Between which times a counter of the period may have begun, in seconds. */
export type Bounds = { from: number; to: number };
export const boundsOf = ({ start, end }: { start: string; end: string }): Bounds => ({
  ...{ from: secondsOf(start) - slack, to: secondsOf(end) + slack },
});

/** A series at the end, with what it was at the start, where there was one. */
export type Series = {
  labels: Labels;
  name: string;
  end: Sample;
  start: Sample | undefined;
  /** Since when it counts, as either scrape says. */
  created: { start: number | undefined; end: number | undefined };
};

export type Increase = { by: number; wasReset: boolean };

/** When each metric of a family began, as the first of its samples says, by its labels. */
function createdBy(family: Family | undefined): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { name, key, value } of family?.samples ?? []) {
    if (name !== `${family?.name}_created`) continue;
    if (!found.has(key)) found.set(key, value);
  }
  return found;
}

/** Every series of a family but when it began, from one scrape or two. */
export function seriesOf(family: Family, before: Family | undefined): Series[] {
  const old = new Map(before?.samples.map((sample) => [seriesKey(sample), sample]));
  const created = { start: createdBy(before), end: createdBy(family) };
  const isUnsaid = created.start.size + created.end.size === 0;
  const sinceOf = (sample: Sample) => {
    if (isUnsaid) return { start: undefined, end: undefined };
    const key = metricKey(sample, 'le');
    return { start: created.start.get(key), end: created.end.get(key) };
  };
  return family.samples
    .filter(({ name }) => name !== `${family.name}_created`)
    .map((end) => ({
      ...{ labels: end.labels, name: end.name, end, start: old.get(seriesKey(end)) },
      created: sinceOf(end),
    }));
}

/** Whether a series of the start is gone at the end: nobody knows by how much it rose until then. */
export function endedSeries(family: Family | undefined, before: Family): Sample | undefined {
  const keys = new Set(family?.samples.map(seriesKey));
  return before.samples.find((sample) => !keys.has(seriesKey(sample)));
}

/**
 * By how much a counter rose over the period. A counter that began anew, as its `_created` says, is counted
 * from then on; one without a start is counted from 0 only where it says that it began within the period.
 */
export function increaseOf(
  { start, end, created }: Series,
  { from, to }: Bounds,
): Increase | FaultCode {
  const isWithin = created.end !== undefined && created.end >= from && created.end <= to;
  if (!start) return isWithin ? { by: end.value, wasReset: false } : 'counter-without-start';
  const isNewer = created.end !== undefined && created.end > (created.start ?? from);
  if (isNewer && isWithin) return { by: end.value, wasReset: true };
  if (isNewer && created.start !== undefined) return 'scrape-out-of-period';
  if (end.value < start.value) return 'counter-decreased';
  return { by: end.value - start.value, wasReset: false };
}

/** A time that lies more than a day from the end of the period that its scrape stands for. */
export function strayTime(scrape: Exposition, day: string): Sample | undefined {
  const at = secondsOf(day);
  const isStray = ({ timestamp }: Sample) => timestamp !== null && Math.abs(timestamp - at) > slack;
  return scrape.flatMap(({ samples }) => samples).find(isStray);
}
