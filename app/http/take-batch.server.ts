import type { z } from 'zod';
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
import { storeBatch } from '../services/intake/store-batch.server.ts';
import type { TokenScope } from '../services/intake/token-scopes.ts';
import { tryBatch } from '../services/intake/try-batch.server.ts';
import { today } from '../today.ts';
import { answerBatch, answerDryRun } from './answer-batch.server.ts';
import { parseJson, readParameters, readSent, type SentBody } from './api-request.server.ts';
import { mediaOf } from './header-faults.server.ts';
import { Problem } from './problem.server.ts';

async function readTableOf(
  { text }: SentBody,
  asked: z.output<typeof csvParameters>,
): Promise<Reading> {
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

/** All that any of these addresses may say. */
type Parameters = z.ZodType<{ dry_run?: 'true' | 'false' | undefined }>;

/** What was sent and said, and whether it is to be stored or looked at alone. A dry run uses no key. */
async function readRequest<Schema extends Parameters>(
  request: Request,
  medias: readonly string[],
  schema: Schema,
) {
  const said = readParameters(request, schema);
  const isDryRun = said.dry_run === 'true';
  return { said, isDryRun, sent: await readSent(request, medias, { needsKey: !isDryRun }) };
}

/** A dry run tells what is stored already, and leaves no trace of who tried how often. */
export function scopesToSend({ url }: Request): readonly TokenScope[] {
  const isDryRun = new URL(url).searchParams.get('dry_run') === 'true';
  return isDryRun ? ['monitoring:write', 'monitoring:read'] : ['monitoring:write'];
}

type Sent = { sent: SentBody; isDryRun: boolean };

async function answer(actor: ApiToken, { sent, isDryRun }: Sent, reading: Reading) {
  if (!reading.ok) throw new Problem('records-refused', { faults: reading.faults });
  const read = reading.batch;
  if (isDryRun) return answerDryRun(await tryBatch(actor, read));
  const { idempotencyKey, contentHash } = sent;
  return answerBatch(
    await storeBatch(actor, actor.deploymentId, { ...read, idempotencyKey, contentHash }),
  );
}

/** Records as the interface has them, or a table of them, from whoever was let in. */
export async function takeBatch(actor: ApiToken, request: Request): Promise<Response> {
  const medias = ['application/json', 'text/csv'];
  const media = mediaOf(request);
  if (media === 'text/csv') {
    const asked = await readRequest(request, medias, csvParameters);
    return answer(actor, asked, await readTableOf(asked.sent, asked.said));
  }
  // A parameter that is written wrong, such as that of a dry run, must not store what was sent.
  const schema = media === 'application/json' ? jsonParameters : dryRunParameter;
  const asked = await readRequest(request, medias, schema);
  return answer(actor, asked, readBatch(parseJson(asked.sent.text), { today: today() }));
}

/** A file of another tool, whose version and period stand in the address. */
export async function takeImport(
  actor: ApiToken,
  request: Request,
  format: ImportFormat,
): Promise<Response> {
  const isText = format === 'openmetrics';
  const media = isText ? 'application/openmetrics-text' : 'application/json';
  const asked = await readRequest(request, [media], importParameters);
  const { said } = asked;
  const { text } = asked.sent;
  const settings = {
    ...{ deployment: said.deployment, modelVersion: said.model_version },
    ...{ period: { start: said.period_start, end: said.period_end } },
    ...{ n: said.n, mode: said.mode },
  };
  const read = readImport(format, isText ? text : parseJson(text), settings, today());
  if (!read.ok && read.reason !== 'records-refused') {
    throw new Problem(read.reason, { detail: read.skipped.join(', ').slice(0, 500) });
  }
  return answer(actor, asked, read);
}
