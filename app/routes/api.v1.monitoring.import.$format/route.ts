import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { answerMachine, methodNotAllowed, requireToken } from '../../http/api-request.server.ts';
import { Problem } from '../../http/problem.server.ts';
import { pathFault } from '../../services/intake/request-faults.ts';
import { scopesToSend, takeImport } from '../../http/take-batch.server.ts';

const formatSchema = z.enum(['evidently', 'mlflow', 'openmetrics']);

export function loader() {
  return methodNotAllowed('POST');
}

/** Files as other tools write them, for jobs that have nothing else. */
export function action({ request, params }: ActionFunctionArgs) {
  return answerMachine(async () => {
    if (request.method !== 'POST') return methodNotAllowed('POST');
    const format = formatSchema.safeParse(params['format']);
    if (!format.success) {
      const faults = pathFault('format', formatSchema, params['format']);
      throw new Problem('importer-unknown', { faults });
    }
    return takeImport(await requireToken(request, ...scopesToSend(request)), request, format.data);
  });
}
