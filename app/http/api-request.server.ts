import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ServiceError } from '../errors.ts';
import { authenticateToken } from '../services/intake/authenticate-token.server.ts';
import type { Authenticated } from '../services/intake/authenticate-token.server.ts';
import { keyPattern } from '../services/intake/idempotency-key.ts';
import { inOneLine, pathFault, readSearch } from '../services/intake/request-faults.ts';
import type { TokenScope } from '../services/intake/token-scopes.ts';
import { problems, type ProblemCode } from '../services/intake/problems.ts';
import { isPlainBody, keyRefused, mediaOf, mediaRefused } from './header-faults.server.ts';
import { problemResponse, Problem } from './problem.server.ts';
import { takePoint } from './rate-limit.server.ts';
import { readText } from './read-text.server.ts';

type Actor = Extract<Authenticated, { ok: true }>['actor'];

const maximumBytes = 2 * 1024 * 1024;
const keyShape = new RegExp(keyPattern);

/** Who asks, if the token may do all that is asked and has not asked too often. */
export async function requireToken(
  request: Request,
  ...scopes: readonly TokenScope[]
): Promise<Actor> {
  const found = await authenticateToken(request.headers.get('Authorization'));
  if (!found.ok) {
    throw new Problem(found.reason, { headers: { 'WWW-Authenticate': 'Bearer' } });
  }
  const missing = scopes.find((scope) => !found.scopes.includes(scope));
  if (missing !== undefined) throw new Problem('scope-missing', { detail: missing });
  await takePoint('intake', found.actor.tokenId);
  return found.actor;
}

export type SentBody = { text: string; media: string; idempotencyKey: string; contentHash: string };

/** What was sent, with its key, unless none is needed, and the hash by which a repetition is known. */
export async function readSent(
  request: Request,
  medias: readonly string[],
  { needsKey }: { needsKey: boolean },
): Promise<SentBody> {
  const media = mediaOf(request);
  const isTaken = media !== undefined && medias.includes(media);
  if (!isTaken || !isPlainBody(request)) throw mediaRefused(request, medias);
  const idempotencyKey = request.headers.get('Idempotency-Key') ?? '';
  if (needsKey && !keyShape.test(idempotencyKey)) throw keyRefused(idempotencyKey);
  const { text, bytes } = await readText(request, maximumBytes);
  const address = new URL(request.url);
  // Whatever is stored was meant to be: that it was said so is not part of what was sent.
  if (address.searchParams.has('dry_run')) address.searchParams.delete('dry_run');
  // What the address says belongs to what was sent: version and period of a file stand there.
  const contentHash = createHash('sha256')
    .update(`${media}\n${address.pathname}${address.search}\n`)
    .update(bytes)
    .digest('hex');
  return { text, media, idempotencyKey, contentHash };
}

/** Parameters of the address; of those that are missing or wrong it is said what they may be. */
export function readParameters<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): z.infer<Schema> {
  const read = readSearch(new URL(request.url).searchParams, schema);
  if (read.ok) return read.value;
  const { faults } = read;
  throw new Problem('parameter-missing', { faults, detail: inOneLine(faults).slice(0, 500) });
}

const idSchema = z.uuid();

/** Of a path; what is no id is that of no batch. */
export function readBatchId(sent: string | undefined): string {
  const { data, success } = idSchema.safeParse(sent);
  if (success) return data;
  throw new Problem('batch-unknown', { faults: pathFault('batch_id', idSchema, sent) });
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Problem('malformed-json');
  }
}

const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problems, code);

/** Runs the work of a request of a machine; what is refused becomes problem details. */
export async function answerMachine(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem) return problemResponse(error);
    if (!(error instanceof ServiceError) || !isProblemCode(error.reason)) throw error;
    const seconds = error.values['seconds'];
    const headers: HeadersInit = seconds === undefined ? {} : { 'Retry-After': String(seconds) };
    return problemResponse(new Problem(error.reason, { headers }));
  }
}

/** For a loader of an address that takes a POST alone. */
export function methodNotAllowed(allowed: string): Response {
  return problemResponse(new Problem('method-not-allowed', { headers: { Allow: allowed } }));
}
