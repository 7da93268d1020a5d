import { ascertainedRates } from '#analysis/monitoring/labels/ascertained-rates.ts';
import { labelMaturity, type LabelMaturity } from '#analysis/monitoring/labels/label-maturity.ts';
import { sumBy } from '#analysis/numeric/sum-by.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import type { RecordMode } from '#db/schema/monitoring-record.ts';
import { findMetric } from './metrics.ts';
import type { DataType, Metric } from './metric-schema.ts';
import { spanOf } from './span-of.ts';

/** Fewer cases than this tell about persons: such a number is not shown. */
export const fewestShown = 10;

export type SeriesPoint = {
  from: string;
  to: string;
  /** Events and cases of shares, events and exposure of rates, sum and cases of means. */
  x: number;
  n: number;
  value: number;
  versions: string[];
  /** Part: of a shorter period than the chart compares, so that it is not judged. */
  maturity: LabelMaturity['state'] | 'part';
  isRestated: boolean;
  /** Of fewer cases than tell about persons: neither its number nor how many they are is shown. */
  isFew: boolean;
};

export type WhatSeries = {
  metric: string;
  part: string;
  cohort: string;
};
/** Whether a row is of this metric, part and cohort. */
export const isSameSeries = (a: WhatSeries) => (b: WhatSeries) =>
  a.metric === b.metric && a.part === b.part && a.cohort === b.cohort;
export type GroupOf = { dimension: string; level: string };
export const everybody: GroupOf = { dimension: '', level: '' };

const modes: readonly RecordMode[] = ['live', 'shadow', 'silent'];

/** Whose code the records bear that a metric is computed from. */
export function recordCode(metric: string): string {
  return findMetric(metric)?.record ?? metric;
}

export function dataTypeOf(metric: string, records: readonly WatchedRecord[]): DataType {
  const known = findMetric(metric);
  if (known) return known.data;
  switch (records[0]?.kind) {
    case 'proportion':
      return 'proportion';
    case 'rate':
      return 'rate';
    case 'score-histogram':
    case 'input-histogram':
    case 'confusion':
      return 'histogram';
    case 'mean':
    case 'quantiles':
    case 'observed-expected':
    case 'value':
    case undefined:
      return 'continuous';
  }
}

/** Records of a metric in every mode. A metric without a part takes the only part there is, as one threshold. */
export function recordsOfSeries(
  records: readonly WatchedRecord[],
  { metric, part, cohort }: WhatSeries,
): WatchedRecord[] {
  const code = recordCode(metric);
  const own = records.filter((record) => record.metric === code && record.cohort === cohort);
  const parts = new Set(own.map((record) => record.part));
  const [only = part] = part === '' && parts.size === 1 ? parts : [];
  return own.filter((record) => record.part === only);
}

/** Those of everybody or of one group, all in one mode: in use before shadow before silent. */
export function recordsOf(records: readonly WatchedRecord[], what: WhatSeries): WatchedRecord[] {
  return inNewestMode(recordsOfSeries(records, what));
}

/** Of these records those in use, or else those of a shadow run, or else those of a silent one. */
export function inNewestMode(records: readonly WatchedRecord[]): WatchedRecord[] {
  const mode = modes.find((each) => records.some((record) => record.mode === each));
  return records.filter((record) => record.mode === mode);
}

export const numberOf = (detail: WatchedRecord['detail'], name: string) => {
  const value = detail?.[name];
  return typeof value === 'number' ? value : NaN;
};

export const numbersOf = (detail: WatchedRecord['detail'], name: string): number[] => {
  const value = detail?.[name];
  return Array.isArray(value) ? value.map((each) => (typeof each === 'number' ? each : NaN)) : [];
};

/** Events and cases of the rate, as far as the way outcomes were found allows it. */
function ratePart(record: WatchedRecord, rate: NonNullable<Metric['rate']>) {
  const [tp, fp, fn, tn] = ['tp', 'fp', 'fn', 'tn'].map((name) => numberOf(record.detail, name));
  const confusion = { tp: tp ?? NaN, fp: fp ?? NaN, fn: fn ?? NaN, tn: tn ?? NaN };
  if (Object.values(confusion).some(Number.isNaN)) return null;
  const found = ascertainedRates({
    confusion,
    ascertainment: record.ascertainment ?? 'all',
    sampledNegatives: record.samplingProbability ?? 1,
    flagged: confusion.tp + confusion.fp,
    unflagged: confusion.fn + confusion.tn,
  })[rate];
  return found.ok ? { x: found.value * found.effectiveN, n: found.effectiveN } : null;
}

/** Cases with and without the condition, and with and without a flag, of all records of a period. */
function marginsOf(records: readonly WatchedRecord[]) {
  const total = (name: string) => sumBy(records, ({ detail }) => numberOf(detail, name));
  const [tp, fp, fn, tn] = [total('tp'), total('fp'), total('fn'), total('tn')];
  return { withIt: tp + fn, without: fp + tn, flagged: tp + fp, unflagged: fn + tn };
}

/**
 * Rates of one table of outcomes tell its cells together: where a side of it is of few cases, one rate alone is
 * shown, that of those with the condition, or of those without where the former are few.
 */
export function isToldByOthers(
  records: readonly WatchedRecord[],
  metric: Metric | undefined,
): boolean {
  if (metric?.rate === undefined) return false;
  const margins = marginsOf(records);
  if (!Object.values(margins).some(isFewCases)) return false;
  const kept = isFewCases(margins.withIt) ? 'falsePositiveRate' : 'sensitivity';
  return metric.rate !== kept;
}

/** What one record adds to its period; null where it says nothing of the metric. */
function partOfPoint(record: WatchedRecord, metric: Metric | undefined) {
  if (metric?.rate !== undefined) return ratePart(record, metric.rate);
  switch (record.kind) {
    case 'proportion':
    case 'rate':
    case 'mean':
    case 'observed-expected':
      return { x: record.numerator ?? NaN, n: record.denominator ?? NaN };
    case 'value':
    case 'quantiles': {
      const n = numberOf(record.detail, 'n');
      const cases = Number.isNaN(n) ? 1 : n;
      return { x: (record.value ?? NaN) * cases, n: cases };
    }
    case 'score-histogram':
    case 'input-histogram':
    case 'confusion':
      return { x: NaN, n: NaN };
  }
}

/** The outcome was looked for in some cases alone: shares of those are shares of nobody else. */
export const isOfSome = ({ ascertainment }: Pick<WatchedRecord, 'ascertainment'>) =>
  ascertainment === 'sample' || ascertainment === 'flagged-only';

/** Whether the outcomes that the number rests on are in; numbers without outcomes are complete at once. */
export function maturityOf(
  record: WatchedRecord,
  today: string,
  needsLabels: boolean,
): LabelMaturity['state'] {
  if (!needsLabels || record.maturesOn === null) return 'mature';
  if (record.scored === null || record.labelled === null) {
    return today < record.maturesOn ? 'immature' : 'mature';
  }
  return labelMaturity(
    {
      maturesOn: record.maturesOn,
      scored: record.scored,
      labelled: record.labelled,
      ascertainment: record.ascertainment ?? 'all',
    },
    today,
  ).state;
}

/** What is divided by counts cases, but in rates of senders' own codes, in ratios, and in single values. */
function countsCases({ kind, detail }: WatchedRecord, metric: Metric | undefined): boolean {
  switch (kind) {
    case 'proportion':
    case 'mean':
    case 'confusion':
      return true;
    case 'rate':
      return metric !== undefined;
    case 'value':
    case 'quantiles':
      return !Number.isNaN(numberOf(detail, 'n'));
    case 'observed-expected':
    case 'score-histogram':
    case 'input-histogram':
      return false;
  }
}

export const isFewCases = (n: number) => n > 0 && n < fewestShown;

const worst = (states: readonly LabelMaturity['state'][]) =>
  states.find((state) => state !== 'mature') ?? 'mature';

export const needsLabels = (metric: Metric | undefined) =>
  metric?.record === 'confusion' || metric?.record === 'scores' || metric?.how === 'linked-outcome';

/** Records of one group by period, in order of time. */
export function byPeriod(
  records: readonly WatchedRecord[],
  { dimension, level }: GroupOf,
): WatchedRecord[][] {
  const periods = new Map<string, WatchedRecord[]>();
  for (const record of records) {
    if (record.dimension !== dimension || record.level !== level) continue;
    const found = periods.get(record.from);
    if (found) found.push(record);
    else periods.set(record.from, [record]);
  }
  return [...periods].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, own]) => own);
}

/** One number a period; versions that ran in one period are added up. */
export function seriesOf(
  records: readonly WatchedRecord[],
  metricCode: string,
  group: GroupOf,
  today: string,
): SeriesPoint[] {
  const metric = findMetric(metricCode);
  return byPeriod(records, group).map((own) => {
    const parts = own.map((record) => partOfPoint(record, metric));
    const total = (of: 'x' | 'n') => sumBy(parts, (part) => part?.[of] ?? NaN);
    const [x, n] = [total('x'), total('n')];
    return {
      ...(spanOf(own) ?? { from: '', to: '' }),
      ...{ x, n, value: n > 0 ? x / n : NaN },
      versions: [...new Set(own.map(({ version }) => version))],
      maturity: worst(own.map((record) => maturityOf(record, today, needsLabels(metric)))),
      isRestated: own.some(({ isRestated }) => isRestated),
      isFew:
        (isFewCases(n) && own.some((record) => countsCases(record, metric))) ||
        isToldByOthers(own, metric),
    };
  });
}
