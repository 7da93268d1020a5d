import { z } from 'zod';
import {
  messageFaults,
  readMessage,
  type hookAnswerSchema,
} from '../services/intake/hook-message.ts';
import { signatureFault } from '../services/intake/hook-signature.server.ts';
import { requestFault } from '../services/intake/request-faults.ts';
import { shownValue } from '../services/intake/shown-value.ts';
import { requireHook, takeMessage } from '../services/intake/take-message.server.ts';
import { parseJson } from './api-request.server.ts';
import { Problem } from './problem.server.ts';
import { takePoint } from './rate-limit.server.ts';
import { readText } from './read-text.server.ts';

const maximumBytes = 256 * 1024;

/** The hook that the address names and what is signed, each with what it may be. */
const signed = {
  hookId: { at: { parameter: 'hook' }, is: z.uuid(), code: 'not-a-uuid', allowed: 'a UUID' },
  signature: {
    ...{ at: { header: 'X-MLflow-Signature' }, is: z.string().min(1).max(200) },
    ...({ code: 'not-a-signature', allowed: 'v1, and base64 of an HMAC-SHA256' } as const),
  },
  messageId: {
    ...{ at: { header: 'X-MLflow-Delivery-Id' }, is: z.string().regex(/^[\x21-\x7e]{1,128}$/) },
    ...({ code: 'not-a-delivery-id', allowed: '1 to 128 visible signs of ASCII' } as const),
  },
  timestamp: {
    ...{ at: { header: 'X-MLflow-Timestamp' }, is: z.string().regex(/^\d{1,12}$/) },
    ...({ code: 'not-a-timestamp', allowed: 'seconds since 1970, as a whole number' } as const),
  },
} as const;
type Name = keyof typeof signed;
/** What may be repeated of what was sent. */
const told: readonly Name[] = ['hookId', 'timestamp'];

function readHeaders({ url, headers }: Request): Record<Name, string> {
  const sent = (name: Name) => {
    const { at } = signed[name];
    return 'header' in at ? headers.get(at.header) : new URL(url).searchParams.get(at.parameter);
  };
  const names = Object.keys(signed) as Name[];
  const faults = names.flatMap((name) => {
    const { at, is, code, allowed } = signed[name];
    const value = sent(name) ?? undefined;
    if (is.safeParse(value).success) return [];
    const shown = told.includes(name) ? shownValue(value) : undefined;
    return [requestFault(at, value === undefined ? 'missing' : code, { value: shown, allowed })];
  });
  if (faults.length > 0) throw new Problem('signature-missing', { faults });
  return Object.fromEntries(names.map((name) => [name, sent(name)])) as Record<Name, string>;
}

/** 201 an alert was raised, 200 nothing new, 202 nobody waits for such a message. */
const statusOf = { raised: 201, known: 200, 'other-model': 200, ignored: 202 } as const;

/** Who sends is known by the signature alone; until then nothing of the body is looked at. */
export async function answerHook(request: Request): Promise<Response> {
  const said = readHeaders(request);
  const { bytes, text } = await readText(request, maximumBytes);
  const fault = signatureFault({ ...said, bytes });
  if (fault) throw new Problem(fault);
  const hook = await requireHook(said.hookId);
  await takePoint('hook', hook.id);
  const body = parseJson(text);
  const message = readMessage(body);
  if (!message) throw new Problem('message-unreadable', { faults: messageFaults(body) });
  const { event, outcome, isNew } = await takeMessage(hook, said.messageId, message);
  const answer: z.infer<typeof hookAnswerSchema> = {
    ...{ delivery_id: said.messageId, event, outcome },
  };
  return Response.json(answer, {
    status: isNew ? statusOf[outcome] : 200,
    headers: { 'Cache-Control': 'no-store' },
  });
}
