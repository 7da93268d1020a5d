import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { ServiceError } from '../errors.ts';
import { authenticateToken } from '../services/intake/authenticate-token.server.ts';
import type { Authenticated } from '../services/intake/authenticate-token.server.ts';
import { keyPattern } from '../services/intake/idempotency-key.ts';
import type { TokenScope } from '../services/intake/token-scopes.ts';
import { problems, type ProblemCode } from '../services/intake/problems.ts';
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
  const media = (request.headers.get('Content-Type') ?? '').split(';', 1)[0]?.trim().toLowerCase();
  const isPlain = ['', 'identity'].includes(request.headers.get('Content-Encoding') ?? '');
  if (media === undefined || !medias.includes(media) || !isPlain) throw new Problem('media-type');
  const idempotencyKey = request.headers.get('Idempotency-Key') ?? '';
  if (needsKey && !keyShape.test(idempotencyKey)) throw new Problem('key-missing');
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

/** Parameters of the address; those that are missing or wrong are named. */
export function readParameters<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): z.infer<Schema> {
  const { searchParams } = new URL(request.url);
  const names = [...searchParams.keys()];
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice !== undefined) throw new Problem('parameter-missing', { detail: twice.slice(0, 200) });
  const parsed = schema.safeParse(Object.fromEntries(searchParams));
  if (parsed.success) return parsed.data;
  const named = parsed.error.issues.map((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue.path.join('.'),
  );
  throw new Problem('parameter-missing', { detail: named.join(', ').slice(0, 200) });
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
