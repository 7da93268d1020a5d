import type { CurrentRecord } from '#db/queries/monitoring-record.server.ts';
import type { SentRecord } from './record-schema.ts';

/** A record as the database keeps it: snake-case names are those of its columns. */
export type RecordRow = Omit<CurrentRecord, 'id' | 'kind' | 'mode'> &
  Pick<SentRecord, 'kind' | 'mode'>;

type Values = Pick<RecordRow, 'numerator' | 'denominator' | 'value' | 'detail'>;

/** Of a confusion table without a part its threshold: two thresholds are two series. */
export function partOf(record: SentRecord): string {
  if (record.part !== undefined) return record.part;
  return record.kind === 'confusion' ? String(record.threshold) : '';
}

/** Fields that are there; an object without any is none. */
function detailOf(fields: Record<string, unknown>): Record<string, unknown> | null {
  const there = Object.entries(fields).filter(([, value]) => value !== undefined);
  return there.length === 0 ? null : Object.fromEntries(there);
}

function valuesOf(record: SentRecord): Values {
  const none = { numerator: null, denominator: null, value: null, detail: null };
  switch (record.kind) {
    case 'proportion':
      return { ...none, numerator: record.numerator, denominator: record.denominator };
    case 'rate':
      return { ...none, numerator: record.events, denominator: record.exposure };
    case 'mean': {
      const { n, sum, sum_of_squares, method } = record;
      const detail = detailOf({ sum_of_squares, method });
      return { ...none, numerator: sum, denominator: n, value: sum / n, detail };
    }
    case 'observed-expected': {
      const { observed, expected, n } = record;
      return { ...none, numerator: observed, denominator: expected, detail: { n } };
    }
    case 'value': {
      const { value, n, method, high_means, threshold } = record;
      return { ...none, value, detail: detailOf({ n, method, high_means, threshold }) };
    }
    case 'quantiles': {
      const { n, median, q1, q3, p95, method } = record;
      return { ...none, value: median, detail: detailOf({ n, median, q1, q3, p95, method }) };
    }
    case 'confusion': {
      const { threshold, tp, fp, fn, tn } = record;
      return { ...none, detail: { threshold, tp, fp, fn, tn } };
    }
    case 'score-histogram': {
      const { edges, positives, negatives, unlabelled, sum_p } = record;
      return { ...none, detail: detailOf({ edges, positives, negatives, unlabelled, sum_p }) };
    }
    case 'input-histogram': {
      const { edges, levels, counts, missing, out_of_range } = record;
      return { ...none, detail: detailOf({ edges, levels, counts, missing, out_of_range }) };
    }
  }
}

/** Field by field: a thousand rows of spread objects take longer than to read and to check them. */
export function rowOf(record: SentRecord): RecordRow {
  const { labels, subgroup, period } = record;
  const { numerator, denominator, value, detail } = valuesOf(record);
  return {
    metric: record.metric,
    kind: record.kind,
    mode: record.mode,
    part: partOf(record),
    cohort: record.cohort ?? '',
    dimension: subgroup?.dimension ?? '',
    level: subgroup?.level ?? '',
    period_from: period.start,
    period_to: period.end,
    numerator,
    denominator,
    value,
    detail,
    eligible: labels?.eligible ?? null,
    scored: labels?.scored ?? null,
    labelled: labels?.labelled ?? null,
    ascertainment: labels?.ascertainment ?? null,
    sampling_probability: labels?.sampling_probability ?? null,
    matures_on: labels?.mature_on ?? null,
  };
}
