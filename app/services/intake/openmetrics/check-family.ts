import {
  MalformedExposition,
  metricKey,
  seriesKey,
  type Family,
  type FamilyType,
  type Sample,
} from './exposition.ts';
import { numberOf } from './read-sample.ts';

const refuse = ({ line }: { line: number }, why: string): never => {
  throw new MalformedExposition(line, why);
};

const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;
const is = (family: Family, { name }: Sample, suffix: string) => name === `${family.name}${suffix}`;

/** What a sample must be by its type and suffix. */
function checkSample(family: Family, sample: Sample): void {
  const { type, name } = family;
  const { value, labels } = sample;
  const has = (suffix: string) => is(family, sample, suffix);
  const allowsExemplar =
    (type === 'counter' && has('_total')) || (type.endsWith('histogram') && has('_bucket'));
  if (sample.hasExemplar && !allowsExemplar) refuse(sample, 'no exemplar may stand here');
  if (has('_created') && type !== 'unknown' && !(value >= 0)) refuse(sample, 'no such time exists');
  switch (type) {
    case 'counter':
      if (has('_total') && !(value >= 0)) refuse(sample, 'a counter is 0 or more');
      break;
    case 'info':
      if (value !== 1) refuse(sample, 'the value of an info is 1');
      break;
    case 'stateset':
      if (!labels.has(name)) refuse(sample, `the label ${name} is missing`);
      if (value !== 0 && value !== 1) refuse(sample, 'a state is 0 or 1');
      break;
    case 'summary':
      if (has('')) {
        const quantile = numberOf(labels.get('quantile') ?? '') ?? NaN;
        if (!(quantile >= 0 && quantile <= 1)) refuse(sample, 'a quantile lies between 0 and 1');
        if (value < 0) refuse(sample, 'the value of a quantile is 0 or more');
      } else if (has('_count') && !isCount(value)) refuse(sample, 'a count is a whole number');
      else if (has('_sum') && !(value >= 0)) refuse(sample, 'a sum is 0 or more');
      break;
    case 'histogram':
    case 'gaugehistogram':
      if (has('_bucket')) {
        const le = labels.get('le');
        const edge = numberOf(le ?? '') ?? NaN;
        const isWritten = Number.isFinite(edge) || le === '+Inf';
        if (!isWritten) refuse(sample, 'the label le is a number or +Inf');
      }
      if (/_(bucket|g?count)$/.test(sample.name) && !isCount(value)) {
        refuse(sample, 'a count is a whole number');
      }
      if (/_g?sum$/.test(sample.name) && Number.isNaN(value)) refuse(sample, 'a sum is a number');
      break;
    case 'gauge':
    case 'unknown':
      break;
  }
}

/** Buckets of one metric at one time: rising, to +Inf, with the count and the sum that belong to them. */
function checkBuckets(family: Family, own: readonly Sample[]): void {
  const gauge = family.type === 'gaugehistogram' ? 'g' : '';
  const [first] = own;
  if (!first) return;
  const buckets = own.filter((sample) => is(family, sample, '_bucket'));
  const count = own.find((sample) => is(family, sample, `_${gauge}count`));
  const sum = own.find((sample) => is(family, sample, `_${gauge}sum`));
  const edges = buckets.map(({ labels }) => numberOf(labels.get('le') ?? '') ?? NaN);
  const last = buckets.at(-1);
  if (last?.labels.get('le') !== '+Inf') return refuse(last ?? first, 'the bucket +Inf is missing');
  buckets.forEach((bucket, place) => {
    if (place === 0) return;
    if (!((edges[place] ?? NaN) > (edges[place - 1] ?? NaN))) refuse(bucket, 'edges must rise');
    if (bucket.value < (buckets[place - 1]?.value ?? 0))
      refuse(bucket, 'a bucket holds the ones before');
  });
  const hasNegative = (edges[0] ?? 0) < 0;
  if ((count === undefined) !== (sum === undefined)) {
    refuse(count ?? sum ?? first, 'count and sum stand together');
  }
  if (count && count.value !== last.value) refuse(count, 'the count is that of the bucket +Inf');
  if (!sum) return;
  if (gauge === '' && hasNegative) refuse(sum, 'with edges below 0 there is no sum');
  if (sum.value < 0 && !hasNegative) refuse(sum, 'a sum is 0 or more');
}

/** The label that tells samples of one metric apart, by the type of their family. */
const ownLabel: Partial<Record<FamilyType, string>> = {
  ...{ summary: 'quantile', histogram: 'le', gaugehistogram: 'le' },
};

/** Samples of one metric stand together; of one series times do not go back, and all have one or none. */
function checkOrder({ samples }: Family, metrics: readonly string[]): void {
  const closed = new Set<string>();
  const last = new Map<string, Sample>();
  let current = '';
  for (const [place, sample] of samples.entries()) {
    const metric = metrics[place] ?? '';
    if (place === 0 || metric !== current) {
      if (closed.has(metric)) refuse(sample, 'samples of one metric stand together');
      closed.add(metric);
      current = metric;
    }
    const series = seriesKey(sample);
    const before = last.get(series);
    if (before) {
      const [from, to] = [before.timestamp, sample.timestamp];
      if (from === null || to === null) refuse(sample, 'the sample stands twice');
      else if (to <= from) refuse(sample, 'times must rise');
    }
    last.set(series, sample);
  }
}

/** All that must hold within a family, once its last line was read. */
export function checkFamily(family: Family): void {
  const { type, samples } = family;
  for (const sample of samples) checkSample(family, sample);
  const keys = samples.map((sample) => metricKey(sample, ownLabel[type]));
  checkOrder(family, keys);
  if (!type.endsWith('histogram')) return;
  const metrics = new Map<string, Sample[]>();
  for (const [place, sample] of samples.entries()) {
    const key = `${sample.timestamp ?? ''} ${keys[place] ?? ''}`;
    const own = metrics.get(key);
    if (own) own.push(sample);
    else metrics.set(key, [sample]);
  }
  for (const own of metrics.values()) checkBuckets(family, own);
}
