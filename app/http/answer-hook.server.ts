import { z } from 'zod';
import { readMessage, type hookAnswerSchema } from '../services/intake/hook-message.ts';
import { signatureFault } from '../services/intake/hook-signature.server.ts';
import { requireHook, takeMessage } from '../services/intake/take-message.server.ts';
import { parseJson } from './api-request.server.ts';
import { Problem } from './problem.server.ts';
import { takePoint } from './rate-limit.server.ts';
import { readText } from './read-text.server.ts';

const maximumBytes = 256 * 1024;

const signedSchema = z.object({
  hookId: z.uuid(),
  signature: z.string().min(1).max(200),
  messageId: z.string().regex(/^[\x21-\x7e]{1,128}$/),
  timestamp: z.string().regex(/^\d{1,12}$/),
});

function readHeaders({ url, headers }: Request) {
  const signed = signedSchema.safeParse({
    hookId: new URL(url).searchParams.get('hook'),
    signature: headers.get('X-MLflow-Signature'),
    messageId: headers.get('X-MLflow-Delivery-Id'),
    timestamp: headers.get('X-MLflow-Timestamp'),
  });
  if (!signed.success) throw new Problem('signature-missing');
  return signed.data;
}

/** 201 an alert was raised, 200 nothing new, 202 nobody waits for such a message. */
const statusOf = { raised: 201, known: 200, 'other-model': 200, ignored: 202 } as const;

/** Who sends is known by the signature alone; until then nothing of the body is looked at. */
export async function answerHook(request: Request): Promise<Response> {
  const signed = readHeaders(request);
  const { bytes, text } = await readText(request, maximumBytes);
  const fault = signatureFault({ ...signed, bytes });
  if (fault) throw new Problem(fault);
  const hook = await requireHook(signed.hookId);
  await takePoint('hook', hook.id);
  const message = readMessage(parseJson(text));
  if (!message) throw new Problem('message-unreadable');
  const { event, outcome, isNew } = await takeMessage(hook, signed.messageId, message);
  const answer: z.infer<typeof hookAnswerSchema> = {
    ...{ delivery_id: signed.messageId, event, outcome },
  };
  return Response.json(answer, {
    status: isNew ? statusOf[outcome] : 200,
    headers: { 'Cache-Control': 'no-store' },
  });
}
