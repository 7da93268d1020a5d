import type { BatchSource } from '#db/schema/monitoring-batch.ts';
import { checkParts } from './check-parts.ts';
import { checkTogether, type Indexed } from './check-together.ts';
import { explainFaults } from './explain-fault.ts';
import { faultsOf, type Fault } from './faults.ts';
import { readRecord } from './read-record.ts';
import { batchSchema, envelopeSchema } from './record-schema.ts';
import type { ReadBatch } from './sender.ts';

export type Reading = { ok: true; batch: ReadBatch } | { ok: false; faults: Fault[] };

/** Records that were sent, however wrong what stands around them is. */
function recordsIn(body: unknown): unknown[] {
  if (typeof body !== 'object' || body === null || !('records' in body)) return [];
  return Array.isArray(body.records) ? body.records : [];
}

/** A batch as its sender means it, or everything that is wrong with it. */
export function readBatch(
  body: unknown,
  { today, source = 'api' }: { today: string; source?: BatchSource },
): Reading {
  const { data, error } = envelopeSchema.safeParse(body);
  const around = error ? faultsOf(error, body) : [];
  if (around.some(({ code }) => code === 'too-many-records')) {
    return { ok: false, faults: explainFaults(around, batchSchema, body) };
  }
  const suppressedBelow = data?.source?.suppressed_below;
  const read = recordsIn(body).map((sent, index) =>
    readRecord(sent, index, { today, suppressedBelow }),
  );
  const whole = read.flatMap(({ record }, index): Indexed[] => (record ? [{ record, index }] : []));
  const together = [...checkTogether(whole), ...checkParts(whole)];
  const faults = [...around, ...read.flatMap((one) => one.faults), ...together];
  if (!data || faults.length > 0) {
    return { ok: false, faults: explainFaults(faults, batchSchema, body) };
  }
  const { deployment, model_version, source: tool, comment = '' } = data;
  const records = whole.map(({ record }) => record);
  return {
    ok: true,
    batch: {
      ...{ deployment, modelVersion: model_version, comment, records, source },
      tool: tool
        ? { name: tool.tool, ...(tool.version === undefined ? {} : { version: tool.version }) }
        : null,
    },
  };
}
