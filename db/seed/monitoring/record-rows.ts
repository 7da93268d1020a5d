import type { RecordKind } from '../../schema/monitoring-record.ts';
import type { InputHistogram, SyntheticRecord } from './monitoring-record.ts';

/** What a record says, without the place it is about. */
export type RecordRow = {
  metric: string;
  kind: RecordKind;
  part: string;
  dimension: string;
  level: string;
  from: string;
  to: string;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  detail: Record<string, unknown> | null;
  eligible: number | null;
  scored: number | null;
  labelled: number | null;
  maturesOn: string | null;
};

/** What the groups of a system differ in, and what the others are called. */
export type Dimension = { dimension: string; group: string; others: string };

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

function placeOf({ group }: SyntheticRecord, { dimension, group: own, others }: Dimension) {
  if (group === 'overall') return { dimension: '', level: '' };
  return { dimension, level: group === 'reference' ? others : own };
}

type Base = Omit<RecordRow, 'metric' | 'kind'>;

const inputRow = (
  base: Base,
  { name, missing, outOfRange, ...bins }: InputHistogram,
): RecordRow => ({
  ...{ ...base, metric: 'inputs', kind: 'input-histogram', part: name },
  detail: { ...bins, missing, out_of_range: outOfRange },
});

/** A month of one group as the records a hospital would send: counts alone. */
export function recordRows(record: SyntheticRecord, names: Dimension): RecordRow[] {
  const { start: from, end: to, eligible, scored, labelled, confusion, scores, human } = record;
  const { threshold, ...cells } = confusion;
  const base = {
    ...{ ...placeOf(record, names), part: '', from, to, eligible, scored, labelled },
    ...{ numerator: null, denominator: null, value: null, detail: null, maturesOn: null },
  };
  const share = (metric: string, numerator: number, denominator: number): RecordRow => ({
    ...{ ...base, metric, kind: 'proportion', numerator, denominator },
  });
  const bins = [scores.positives, scores.negatives, scores.unlabelled];
  const flagged = bins.flatMap((list) =>
    list.filter((_, bin) => (scores.edges[bin] ?? 0) >= threshold - 1e-9),
  );
  const { edges, positives, negatives, unlabelled, sumP } = scores;
  const maturesOn = record.labelsMatureAt;
  const shared: RecordRow[] = [
    {
      ...{ ...base, metric: 'confusion', kind: 'confusion', part: String(threshold), maturesOn },
      detail: { threshold, ...cells },
    },
    {
      ...{ ...base, metric: 'scores', kind: 'score-histogram', maturesOn },
      detail: { edges, positives, negatives, unlabelled, sum_p: sumP },
    },
    ...(human ? [share('override', human.overridden, human.shown)] : []),
    share('flagged', total(flagged), scored),
  ];
  if (record.group !== 'overall') return shared;
  const { scheduledMinutes, downMinutes } = record.operations;
  const { input } = record;
  return [
    ...shared,
    share('abstention', record.abstained, eligible),
    share('uptime', scheduledMinutes - downMinutes, scheduledMinutes),
    ...(input ? [inputRow(base, input)] : []),
    ...(record.audit
      ? [share('fabrications', record.audit.fabrications, record.audit.sampled)]
      : []),
  ];
}
