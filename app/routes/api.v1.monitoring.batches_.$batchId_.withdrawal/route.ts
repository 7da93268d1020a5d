import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { answerMachine, methodNotAllowed, requireToken } from '../../http/api-request.server.ts';
import { answerWithdrawal } from '../../http/answer-withdrawal.server.ts';
import { Problem } from '../../http/problem.server.ts';

export function loader() {
  return methodNotAllowed('POST');
}

/** Not DELETE: the batch stays, and that it was taken back is one more thing that happened. */
export function action({ request, params }: ActionFunctionArgs) {
  return answerMachine(async () => {
    if (request.method !== 'POST') return methodNotAllowed('POST');
    const actor = await requireToken(request, 'monitoring:write');
    const batchId = z.uuid().safeParse(params['batchId']);
    if (!batchId.success) throw new Problem('batch-unknown');
    return answerWithdrawal(actor, batchId.data, request);
  });
}
