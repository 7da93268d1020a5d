import { data } from '@remix-run/node';
import { env } from '../env.server.ts';
import { foreignOriginHeader } from '../server/foreign-origin.ts';
import { isFormToken } from './form-token.server.ts';

const maximumBytes = 20 * 1024 * 1024;

function isOwnOrigin(request: Request, origin: string): boolean {
  const { publicUrl, strict } = env();
  if (origin === new URL(publicUrl).origin) return true;
  // The trial is reached by whatever address the ward's network gives it.
  return !strict && URL.canParse(origin) && new URL(origin).host === request.headers.get('Host');
}

/**
 * Every mutation reads its form here: it must come from our own pages, and a body that cannot be
 * parsed is the sender's mistake, not ours.
 */
export async function readForm(request: Request): Promise<FormData> {
  const origin = request.headers.get('Origin') ?? request.headers.get(foreignOriginHeader);
  if (origin !== null && !isOwnOrigin(request, origin)) {
    throw data({ code: 'wrong-origin' }, { status: 403 });
  }
  if (Number(request.headers.get('Content-Length') ?? 0) > maximumBytes) {
    throw data({ code: 'too-large' }, { status: 413 });
  }
  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    throw data({ code: 'malformed-form' }, { status: 400 });
  }
  if (origin === null && !isFormToken(request, form.get('token'))) {
    throw data({ code: 'wrong-origin' }, { status: 403 });
  }
  form.delete('token');
  // Postgres stores no NUL, and no keyboard writes one.
  for (const value of form.values()) {
    if (typeof value === 'string' && value.includes('\0')) {
      throw data({ code: 'malformed-form' }, { status: 400 });
    }
  }
  return form;
}
