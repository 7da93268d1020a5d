import type { ActionFunctionArgs } from '@remix-run/node';
import {
  answerMachine,
  methodNotAllowed,
  readBatchId,
  requireToken,
} from '../../http/api-request.server.ts';
import { answerWithdrawal } from '../../http/answer-withdrawal.server.ts';

export function loader() {
  return methodNotAllowed('POST');
}

/** Not DELETE: the batch stays, and that it was taken back is one more thing that happened. */
export function action({ request, params }: ActionFunctionArgs) {
  return answerMachine(async () => {
    if (request.method !== 'POST') return methodNotAllowed('POST');
    const actor = await requireToken(request, 'monitoring:write');
    const batchId = readBatchId(params['batchId']);
    return answerWithdrawal(actor, batchId, request);
  });
}
