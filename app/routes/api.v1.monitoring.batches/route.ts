import type { ActionFunctionArgs } from '@remix-run/node';
import { answerBatch } from '../../http/answer-batch.server.ts';
import {
  answerMachine,
  methodNotAllowed,
  parseJson,
  readParameters,
  readSent,
  requireToken,
  type SentBody,
} from '../../http/api-request.server.ts';
import { Problem } from '../../http/problem.server.ts';
import { ServiceError } from '../../errors.ts';
import { csvParameters } from '../../services/intake/api-parameters.ts';
import { readBatch, type Reading } from '../../services/intake/read-batch.ts';
import { readCsvBatch } from '../../services/intake/read-csv.server.ts';
import { storeBatch } from '../../services/intake/store-batch.server.ts';
import { today } from '../../today.ts';

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

export function loader() {
  return methodNotAllowed('POST');
}

export function action({ request }: ActionFunctionArgs) {
  return answerMachine(async () => {
    if (request.method !== 'POST') return methodNotAllowed('POST');
    const actor = await requireToken(request, 'monitoring:write');
    const sent = await readSent(request, ['application/json', 'text/csv']);
    const reading =
      sent.media === 'text/csv'
        ? await readTableOf(request, sent)
        : readBatch(parseJson(sent.text), { today: today() });
    if (!reading.ok) throw new Problem('records-refused', { faults: reading.faults });
    const { idempotencyKey, contentHash } = sent;
    const batch = { ...reading.batch, idempotencyKey, contentHash };
    return answerBatch(await storeBatch(actor, actor.deploymentId, batch));
  });
}
