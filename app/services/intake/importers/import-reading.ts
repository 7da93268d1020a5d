import type { BatchWarning } from '#db/schema/monitoring-batch.ts';
import type { Fault } from '../faults.ts';

/** What a file of another tool does not say and its sender does. */
export type ImportSettings = {
  deployment: string;
  modelVersion: string;
  period: { start: string; end: string };
  /** Cases behind the numbers. */
  n?: number | undefined;
  mode?: 'silent' | 'shadow' | 'live' | undefined;
};

/** A record as the interface takes it, and the place of the file that it comes from. */
export type Imported = { record: Record<string, unknown>; at: readonly (string | number)[] };

/** Records, and what the file holds besides. */
export type ImportReading =
  | {
      ok: true;
      tool: { tool: string; version?: string };
      records: Imported[];
      /** Names of metrics that are none of ours. */
      skipped: string[];
      /** What was noticed while reading. */
      notes?: BatchWarning[];
    }
  | { ok: false; reason: 'records-refused'; faults: Fault[]; skipped: string[] }
  | { ok: false; reason: UnreadReason; skipped: string[] };

/** Why a file is none of the tool's; `skipped` says more. */
export type UnreadReason = 'format-unknown' | 'no-metric-recognised' | 'malformed-openmetrics';

/** A reading without a single metric is a failure: it must never look like "no drift". */
export function readingOf(
  tool: { tool: string; version?: string },
  records: Imported[],
  skipped: string[],
): ImportReading {
  if (records.length === 0) return { ok: false, reason: 'no-metric-recognised', skipped };
  return { ok: true, tool, records, skipped };
}
