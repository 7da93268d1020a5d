import type { ApiToken } from '#db/actor.server.ts';
import { ServiceError } from '../errors.ts';
import { csvParameters, importParameters } from '../services/intake/api-parameters.ts';
import { readImport, type ImportFormat } from '../services/intake/importers/read-import.ts';
import { readBatch, type Reading } from '../services/intake/read-batch.ts';
import { readCsvBatch } from '../services/intake/read-csv.server.ts';
import type { ReadBatch } from '../services/intake/sender.ts';
import { storeBatch } from '../services/intake/store-batch.server.ts';
import { today } from '../today.ts';
import { answerBatch } from './answer-batch.server.ts';
import { parseJson, readParameters, readSent, type SentBody } from './api-request.server.ts';
import { Problem } from './problem.server.ts';

async function readTableOf(request: Request, { text }: SentBody): Promise<Reading> {
  const asked = readParameters(request, csvParameters);
  const { model_version: modelVersion, tool_version: toolVersion, ...rest } = asked;
  const { suppressed_below: suppressedBelow, ...described } = rest;
  try {
    return await readCsvBatch(text, {
      ...{ ...described, modelVersion, toolVersion, suppressedBelow },
      today: today(),
    });
  } catch (error) {
    if (error instanceof ServiceError) throw new Problem('malformed-csv');
    throw error;
  }
}

async function store(actor: ApiToken, { idempotencyKey, contentHash }: SentBody, read: ReadBatch) {
  const batch = { ...read, idempotencyKey, contentHash };
  return answerBatch(await storeBatch(actor, actor.deploymentId, batch));
}

/** Records as the interface has them, or a table of them, from whoever was let in. */
export async function takeBatch(actor: ApiToken, request: Request): Promise<Response> {
  const sent = await readSent(request, ['application/json', 'text/csv']);
  const reading =
    sent.media === 'text/csv'
      ? await readTableOf(request, sent)
      : readBatch(parseJson(sent.text), { today: today() });
  if (!reading.ok) throw new Problem('records-refused', { faults: reading.faults });
  return store(actor, sent, reading.batch);
}

/** A file of another tool, whose version and period stand in the address. */
export async function takeImport(
  actor: ApiToken,
  request: Request,
  format: ImportFormat,
): Promise<Response> {
  const isText = format === 'openmetrics';
  const media = isText ? 'application/openmetrics-text' : 'application/json';
  const sent = await readSent(request, [media]);
  const asked = readParameters(request, importParameters);
  const settings = {
    ...{ deployment: asked.deployment, modelVersion: asked.model_version },
    ...{ period: { start: asked.period_start, end: asked.period_end } },
    ...{ n: asked.n, mode: asked.mode },
  };
  const read = readImport(format, isText ? sent.text : parseJson(sent.text), settings, today());
  if (!read.ok && read.reason === 'records-refused') {
    throw new Problem('records-refused', { faults: read.faults });
  }
  if (!read.ok) throw new Problem(read.reason, { detail: read.skipped.join(', ').slice(0, 500) });
  return store(actor, sent, read.batch);
}
