import { data } from '@remix-run/node';
import { env } from '../env.server.ts';
import { foreignOriginHeader } from '../server/foreign-origin.ts';
import { isFormToken } from './form-token.server.ts';
import { chosenOrganisation } from './organisation-cookie.server.ts';
import { readBody, type BodyKind } from './read-body.server.ts';

function isOwnOrigin(request: Request, origin: string): boolean {
  const { publicUrl, strict } = env();
  if (origin === new URL(publicUrl).origin) return true;
  // The trial is reached by whatever address the ward's network gives it.
  return !strict && URL.canParse(origin) && new URL(origin).host === request.headers.get('Host');
}

/**
 * Every mutation reads its form here: it must come from our own pages and stay within the limit of
 * its kind.
 */
export async function readForm(request: Request, kind: BodyKind = 'form'): Promise<FormData> {
  const origin = request.headers.get('Origin') ?? request.headers.get(foreignOriginHeader);
  if (origin !== null && !isOwnOrigin(request, origin)) {
    throw data({ code: 'wrong-origin' }, { status: 403 });
  }
  const form = await readBody(request, kind);
  if (origin === null && !isFormToken(request, form.get('token'))) {
    throw data({ code: 'wrong-origin' }, { status: 403 });
  }
  form.delete('token');
  const shownIn = form.get('organisation');
  const choice = shownIn === null ? null : await chosenOrganisation(request);
  if (choice !== null && shownIn !== choice) {
    throw data({ code: 'organisation-changed' }, { status: 409 });
  }
  form.delete('organisation');
  // Postgres stores no NUL, and no keyboard writes one.
  for (const value of form.values()) {
    if (typeof value === 'string' && value.includes('\0')) {
      throw data({ code: 'unstorable-sign' }, { status: 400 });
    }
  }
  return form;
}
