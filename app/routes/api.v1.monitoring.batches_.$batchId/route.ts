import type { LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { answerMachine, methodNotAllowed, requireToken } from '../../http/api-request.server.ts';
import { Problem } from '../../http/problem.server.ts';
import { answerOf } from '../../services/intake/batch-answer.ts';
import { getOwnBatch } from '../../services/intake/get-own-batch.server.ts';

export function loader({ request, params }: LoaderFunctionArgs) {
  return answerMachine(async () => {
    const actor = await requireToken(request, 'monitoring:read');
    const batchId = z.uuid().safeParse(params['batchId']);
    if (!batchId.success) throw new Problem('batch-unknown');
    const batch = await getOwnBatch(actor, batchId.data);
    return Response.json(answerOf({ kind: 'replayed', batch }), {
      headers: { 'Cache-Control': 'no-store' },
    });
  });
}

export function action() {
  return methodNotAllowed('GET');
}
