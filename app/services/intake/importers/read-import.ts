import type { UploadFormat } from '#db/schema/monitoring-batch.ts';
import type { Fault } from '../faults.ts';
import { inFile } from '../locate-fault.ts';
import { readBatch } from '../read-batch.ts';
import { withoutUnstorable } from '../record-schema.ts';
import type { ReadBatch } from '../sender.ts';
import type { ImportReading, ImportSettings, UnreadReason } from './import-reading.ts';
import { readEvidently } from './read-evidently.ts';
import { readMlflow } from './read-mlflow.ts';
import { readOpenMetrics } from './read-openmetrics.ts';

export type ImportFormat = Exclude<UploadFormat, 'csv'>;

const readers = {
  ...{ evidently: readEvidently, mlflow: readMlflow, openmetrics: readOpenMetrics },
} as const satisfies Record<
  ImportFormat,
  (body: unknown, settings: ImportSettings) => ImportReading
>;

export type ImportOutcome =
  | { ok: true; batch: ReadBatch }
  | { ok: false; reason: UnreadReason; skipped: string[] }
  | { ok: false; reason: 'records-refused'; faults: Fault[] };

const mostNamed = 20;
const longestName = 80;

/** A file of another tool, JSON or the text of a scrape, as a batch; its metrics that are not known are named and not stored. */
export function readImport(
  format: ImportFormat,
  body: unknown,
  settings: ImportSettings,
  today: string,
): ImportOutcome {
  const reading = readers[format](body, settings);
  if (!reading.ok) return reading;
  const { deployment, modelVersion } = settings;
  const records = reading.records.map(({ record }) => record);
  const read = readBatch(
    { deployment, model_version: modelVersion, source: reading.tool, records },
    { today, source: format },
  );
  const locate = inFile(reading.records.map(({ at }) => at));
  if (!read.ok) return { ok: false, reason: 'records-refused', faults: read.faults.map(locate) };
  const notes = reading.skipped.slice(0, mostNamed).map((name) => ({
    code: 'metric-not-recognised',
    detail: { metric: withoutUnstorable(name.slice(0, longestName)) },
  }));
  const noticed = [...notes, ...(reading.notes ?? [])];
  return { ok: true, batch: { ...read.batch, notes: noticed, locate } };
}
