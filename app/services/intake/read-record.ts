import type { z } from 'zod';
import { checkRecord, type CheckOptions } from './check-record.ts';
import { faultsOf, type Fault } from './faults.ts';
import { recordSchema, type SentRecord } from './record-schema.ts';

export type RecordReading = { record: SentRecord | null; faults: Fault[] };

/** Stands in for a name, a group or days that are wrong, so that the numbers beside it can be checked. */
const standIns: Readonly<Record<string, unknown>> = {
  ...{ metric: 'x', mode: 'live', period: { start: '2000-01-01', end: '2000-01-02' } },
  ...{ part: undefined, cohort: undefined, subgroup: undefined, labels: undefined },
  ...{ method: undefined, high_means: undefined },
};

/** The record without what is wrong with it; nothing where its numbers themselves are wrong. */
function mended(sent: object, { issues }: z.ZodError): SentRecord | null {
  const rest = new Map<string, unknown>(Object.entries(sent));
  for (const issue of issues) {
    const [field] = issue.path;
    if (issue.code === 'unrecognized_keys' && field === undefined) {
      for (const key of issue.keys) rest.delete(key);
    } else if (typeof field === 'string' && Object.hasOwn(standIns, field)) {
      rest.set(field, standIns[field]);
    } else return null;
  }
  return recordSchema.safeParse(Object.fromEntries(rest)).data ?? null;
}

/** One record as its sender means it, or all that is wrong with its fields and its numbers at once. */
export function readRecord(sent: unknown, index: number, options: CheckOptions): RecordReading {
  const { data, error } = recordSchema.safeParse(sent);
  if (data) return { record: data, faults: checkRecord(data, index, options) };
  const own = faultsOf(error, sent, ['records', index]);
  const rest = typeof sent === 'object' && sent !== null ? mended(sent, error) : null;
  return { record: null, faults: [...own, ...(rest ? checkRecord(rest, index, options) : [])] };
}
