import type { BatchSource } from '#db/schema/monitoring-batch.ts';
import { checkBatch } from './check-batch.ts';
import { faultsOf, type Fault } from './faults.ts';
import { batchSchema } from './record-schema.ts';
import type { ReadBatch } from './sender.ts';

export type Reading = { ok: true; batch: ReadBatch } | { ok: false; faults: Fault[] };

/** A batch as its sender means it, or everything that is wrong with it. */
export function readBatch(
  body: unknown,
  { today, source = 'api' }: { today: string; source?: BatchSource },
): Reading {
  const parsed = batchSchema.safeParse(body);
  if (!parsed.success) return { ok: false, faults: faultsOf(parsed.error) };
  const { deployment, model_version, source: tool, comment = '', records } = parsed.data;
  const faults = checkBatch(records, { today, suppressedBelow: tool?.suppressed_below });
  if (faults.length > 0) return { ok: false, faults };
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
