import type { ActionFunctionArgs } from '@remix-run/node';
import { answerMachine, methodNotAllowed, requireToken } from '../../http/api-request.server.ts';
import { scopesToSend, takeBatch } from '../../http/take-batch.server.ts';

export function loader() {
  return methodNotAllowed('POST');
}

export function action({ request }: ActionFunctionArgs) {
  return answerMachine(async () => {
    if (request.method !== 'POST') return methodNotAllowed('POST');
    return takeBatch(await requireToken(request, ...scopesToSend(request)), request);
  });
}
