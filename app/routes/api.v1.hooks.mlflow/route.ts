import type { ActionFunctionArgs } from '@remix-run/node';
import { answerMachine, methodNotAllowed } from '../../http/api-request.server.ts';
import { answerHook } from '../../http/answer-hook.server.ts';

export function loader() {
  return methodNotAllowed('POST');
}

/** Messages of a registry of models, signed with the secret of a hook that the address names. */
export function action({ request }: ActionFunctionArgs) {
  return answerMachine(async () => {
    if (request.method !== 'POST') return methodNotAllowed('POST');
    return answerHook(request);
  });
}
