import type { findUpload } from '#db/queries/monitoring-upload.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import type { Fault } from './faults.ts';
import type { UnreadReason } from './importers/import-reading.ts';
import { readImport } from './importers/read-import.ts';
import { readCsvBatch } from './read-csv.server.ts';
import type { ReadBatch } from './sender.ts';

type Upload = NonNullable<Awaited<ReturnType<typeof findUpload>>>;

export type UploadReading =
  | { ok: true; batch: ReadBatch; rows: number }
  | { ok: false; reason: 'rows-refused'; faults: Fault[]; rows: number }
  | { ok: false; reason: 'not-a-table' | 'not-json' | UnreadReason; said?: string };

async function readCsv({ content, settings }: Upload, deployment: string): Promise<UploadReading> {
  try {
    const read = await readCsvBatch(content, {
      ...{ deployment, modelVersion: settings['version'] ?? '', today: today() },
      comment: settings['comment'] === '' ? undefined : settings['comment'],
    });
    if (read.ok) return read;
    return { ok: false, reason: 'rows-refused', faults: read.faults, rows: read.rows };
  } catch (error) {
    if (error instanceof ServiceError) return { ok: false, reason: 'not-a-table' };
    throw error;
  }
}

function parsed({ format, content }: Upload): { body: unknown } | null {
  if (format === 'openmetrics') return { body: content };
  try {
    return { body: JSON.parse(content) as unknown };
  } catch {
    return null;
  }
}

/** A file that somebody chose, as the batch it would be, or all that is wrong with it. */
export async function readUpload(upload: Upload, deployment: string): Promise<UploadReading> {
  const { format, settings } = upload;
  if (format === 'csv') return readCsv(upload, deployment);
  const json = parsed(upload);
  if (!json) return { ok: false, reason: 'not-json' };
  const { version = '', start = '', end = '', n = '', comment = '' } = settings;
  const asked = {
    ...{ deployment, modelVersion: version, period: { start, end } },
    n: n === '' ? undefined : Number(n),
  };
  const read = readImport(format, json.body, asked, today());
  if (read.ok)
    return { ...read, batch: { ...read.batch, comment }, rows: read.batch.records.length };
  if (read.reason !== 'records-refused') {
    return { ok: false, reason: read.reason, said: read.skipped.join(', ') };
  }
  return { ok: false, reason: 'rows-refused', faults: read.faults, rows: 0 };
}
