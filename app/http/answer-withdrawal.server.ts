import type { ApiToken } from '#db/actor.server.ts';
import { answerOf } from '../services/intake/batch-answer.ts';
import { explainFaults } from '../services/intake/explain-fault.ts';
import { faultsOf } from '../services/intake/faults.ts';
import { withdrawOwnBatch } from '../services/intake/withdraw-own-batch.server.ts';
import { withdrawalSchema } from '../services/intake/withdrawal-schema.ts';
import { parseJson } from './api-request.server.ts';
import { Problem } from './problem.server.ts';
import { readText } from './read-text.server.ts';

const maximumBytes = 16 * 1024;

/**
 * 201 taken back; asked the same again, 200. Another reason than the one that is kept asks for something else, and
 * is told so rather than lost.
 */
export async function answerWithdrawal(
  actor: ApiToken,
  batchId: string,
  request: Request,
): Promise<Response> {
  const { text } = await readText(request, maximumBytes);
  const body = parseJson(text);
  const asked = withdrawalSchema.safeParse(body);
  if (!asked.success) {
    const faults = explainFaults(faultsOf(asked.error, body), withdrawalSchema, body);
    throw new Problem('reason-refused', { faults });
  }
  const { reason } = asked.data;
  const { isNew, batch } = await withdrawOwnBatch(actor, { batchId, reason });
  const kept = batch.withdrawal?.reason ?? reason;
  if (kept !== reason) throw new Problem('withdrawn-otherwise', { detail: kept });
  return Response.json(answerOf({ kind: 'replayed', batch }), {
    status: isNew ? 201 : 200,
    headers: { 'Cache-Control': 'no-store' },
  });
}
