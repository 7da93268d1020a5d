import type { LoaderFunctionArgs } from '@remix-run/node';
import {
  answerMachine,
  methodNotAllowed,
  readBatchId,
  requireToken,
} from '../../http/api-request.server.ts';
import { answerOf } from '../../services/intake/batch-answer.ts';
import { getOwnBatch } from '../../services/intake/get-own-batch.server.ts';

export function loader({ request, params }: LoaderFunctionArgs) {
  return answerMachine(async () => {
    const actor = await requireToken(request, 'monitoring:read');
    const batchId = readBatchId(params['batchId']);
    const batch = await getOwnBatch(actor, batchId);
    return Response.json(answerOf({ kind: 'replayed', batch }), {
      headers: { 'Cache-Control': 'no-store' },
    });
  });
}

export function action() {
  return methodNotAllowed('GET');
}
