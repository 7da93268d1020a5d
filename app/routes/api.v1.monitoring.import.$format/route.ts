import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { answerBatch } from '../../http/answer-batch.server.ts';
import {
  answerMachine,
  methodNotAllowed,
  parseJson,
  readParameters,
  readSent,
  requireToken,
} from '../../http/api-request.server.ts';
import { Problem } from '../../http/problem.server.ts';
import { importParameters } from '../../services/intake/api-parameters.ts';
import { readImport } from '../../services/intake/importers/read-import.ts';
import { storeBatch } from '../../services/intake/store-batch.server.ts';
import { today } from '../../today.ts';

const formatSchema = z.enum(['evidently', 'mlflow']);

export function loader() {
  return methodNotAllowed('POST');
}

/** Files as other tools write them, for jobs that have nothing else. */
export function action({ request, params }: ActionFunctionArgs) {
  return answerMachine(async () => {
    if (request.method !== 'POST') return methodNotAllowed('POST');
    const format = formatSchema.safeParse(params['format']);
    if (!format.success) throw new Problem('importer-unknown');
    const actor = await requireToken(request, 'monitoring:write');
    const sent = await readSent(request, ['application/json']);
    const asked = readParameters(request, importParameters);
    const settings = {
      ...{ deployment: asked.deployment, modelVersion: asked.model_version },
      ...{ period: { start: asked.period_start, end: asked.period_end } },
      ...{ n: asked.n, mode: asked.mode },
    };
    const read = readImport(format.data, parseJson(sent.text), settings, today());
    if (!read.ok && read.reason === 'records-refused') {
      throw new Problem('records-refused', { faults: read.faults });
    }
    if (!read.ok) throw new Problem(read.reason, { detail: read.skipped.join(', ').slice(0, 500) });
    const { idempotencyKey, contentHash } = sent;
    const batch = { ...read.batch, idempotencyKey, contentHash };
    return answerBatch(await storeBatch(actor, actor.deploymentId, batch));
  });
}
