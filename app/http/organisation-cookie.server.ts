import { createCookie } from '@remix-run/node';
import { env } from '../env.server.ts';

const cookie = createCookie('attune_organisation', {
  path: '/',
  sameSite: 'lax',
  httpOnly: true,
  maxAge: 365 * 24 * 60 * 60,
});

/** The organisation a person of several works in. It gives no right: memberships decide. */
export async function chosenOrganisation(request: Request): Promise<string | null> {
  const value: unknown = await cookie.parse(request.headers.get('Cookie'));
  return typeof value === 'string' ? value : null;
}

export async function chooseOrganisation(organisationId: string): Promise<string> {
  return cookie.serialize(organisationId, { secure: env().isHttps });
}
