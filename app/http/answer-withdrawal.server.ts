import type { ApiToken } from '#db/actor.server.ts';
import { answerOf } from '../services/intake/batch-answer.ts';
import { withdrawOwnBatch } from '../services/intake/withdraw-own-batch.server.ts';
import { withdrawalSchema } from '../services/intake/withdrawal-schema.ts';
import { parseJson } from './api-request.server.ts';
import { Problem } from './problem.server.ts';
import { readText } from './read-text.server.ts';

const maximumBytes = 16 * 1024;

/** 201 taken back, 200 it was before: nothing is done twice, whatever reason is given the second time. */
export async function answerWithdrawal(
  actor: ApiToken,
  batchId: string,
  request: Request,
): Promise<Response> {
  const { text } = await readText(request, maximumBytes);
  const asked = withdrawalSchema.safeParse(parseJson(text));
  if (!asked.success) throw new Problem('reason-refused');
  const { isNew, batch } = await withdrawOwnBatch(actor, { batchId, reason: asked.data.reason });
  return Response.json(answerOf({ kind: 'replayed', batch }), {
    status: isNew ? 201 : 200,
    headers: { 'Cache-Control': 'no-store' },
  });
}
