import type { ApiToken } from '#db/actor.server.ts';
import { ServiceError } from '../errors.ts';
import {
  csvParameters,
  dryRunParameter,
  importParameters,
  jsonParameters,
} from '../services/intake/api-parameters.ts';
import { readImport, type ImportFormat } from '../services/intake/importers/read-import.ts';
import { readBatch, type Reading } from '../services/intake/read-batch.ts';
import { readCsvBatch } from '../services/intake/read-csv.server.ts';
import type { ReadBatch } from '../services/intake/sender.ts';
import { storeBatch } from '../services/intake/store-batch.server.ts';
import type { TokenScope } from '../services/intake/token-scopes.ts';
import { tryBatch } from '../services/intake/try-batch.server.ts';
import { today } from '../today.ts';
import { answerBatch, answerDryRun } from './answer-batch.server.ts';
import { parseJson, readParameters, readSent, type SentBody } from './api-request.server.ts';
import { Problem } from './problem.server.ts';

async function readTableOf(request: Request, { text }: SentBody): Promise<Reading> {
  const asked = readParameters(request, csvParameters);
  const { model_version: modelVersion, tool_version: toolVersion, ...rest } = asked;
  const { suppressed_below: suppressedBelow, deployment, tool, comment } = rest;
  try {
    return await readCsvBatch(text, {
      ...{ deployment, tool, comment, modelVersion, toolVersion, suppressedBelow },
      today: today(),
    });
  } catch (error) {
    if (error instanceof ServiceError) throw new Problem('malformed-csv');
    throw error;
  }
}

/** What was sent, and whether it is to be stored or looked at alone. A dry run uses no key. */
async function readRequest(request: Request, medias: readonly string[]) {
  const isDryRun = readParameters(request, dryRunParameter).dry_run === 'true';
  return { isDryRun, sent: await readSent(request, medias, { needsKey: !isDryRun }) };
}

/** A dry run tells what is stored already, and leaves no trace of who tried how often. */
export function scopesToSend({ url }: Request): readonly TokenScope[] {
  const isDryRun = new URL(url).searchParams.get('dry_run') === 'true';
  return isDryRun ? ['monitoring:write', 'monitoring:read'] : ['monitoring:write'];
}

type Sent = Awaited<ReturnType<typeof readRequest>>;

async function answer(actor: ApiToken, { sent, isDryRun }: Sent, read: ReadBatch) {
  if (isDryRun) return answerDryRun(await tryBatch(actor, read));
  const { idempotencyKey, contentHash } = sent;
  return answerBatch(
    await storeBatch(actor, actor.deploymentId, { ...read, idempotencyKey, contentHash }),
  );
}

function readJsonOf(request: Request, { text }: SentBody): Reading {
  // A parameter that is written wrong, such as that of a dry run, must not store what was sent.
  readParameters(request, jsonParameters);
  return readBatch(parseJson(text), { today: today() });
}

/** Records as the interface has them, or a table of them, from whoever was let in. */
export async function takeBatch(actor: ApiToken, request: Request): Promise<Response> {
  const asked = await readRequest(request, ['application/json', 'text/csv']);
  const { sent } = asked;
  const reading =
    sent.media === 'text/csv' ? await readTableOf(request, sent) : readJsonOf(request, sent);
  if (!reading.ok) throw new Problem('records-refused', { faults: reading.faults });
  return answer(actor, asked, reading.batch);
}

/** A file of another tool, whose version and period stand in the address. */
export async function takeImport(
  actor: ApiToken,
  request: Request,
  format: ImportFormat,
): Promise<Response> {
  const isText = format === 'openmetrics';
  const media = isText ? 'application/openmetrics-text' : 'application/json';
  const asked = await readRequest(request, [media]);
  const { text } = asked.sent;
  const said = readParameters(request, importParameters);
  const settings = {
    ...{ deployment: said.deployment, modelVersion: said.model_version },
    ...{ period: { start: said.period_start, end: said.period_end } },
    ...{ n: said.n, mode: said.mode },
  };
  const read = readImport(format, isText ? text : parseJson(text), settings, today());
  if (!read.ok && read.reason === 'records-refused') {
    throw new Problem('records-refused', { faults: read.faults });
  }
  if (!read.ok) throw new Problem(read.reason, { detail: read.skipped.join(', ').slice(0, 500) });
  return answer(actor, asked, read.batch);
}
