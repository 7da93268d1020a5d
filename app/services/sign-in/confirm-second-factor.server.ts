import { auth } from '../../auth.server.ts';
import { takePoint } from '../../http/rate-limit.server.ts';
import { sessionCookies } from './session-cookies.server.ts';

const appCode = /^\d{6}$/;
const challengeCookie = /(?:^|;\s*)(?:__Secure-)?attune\.two_factor=([^;]+)/;

/** Whether a first factor was given lately and the second is awaited. */
export function secondFactorChallenge(headers: Headers): string | null {
  return challengeCookie.exec(headers.get('Cookie') ?? '')?.[1] ?? null;
}

/**
 * Takes six digits of the app or a backup code. Tries are counted here by challenge, and by account
 * in better-auth, which locks the second factor for a while.
 */
export async function confirmSecondFactor(headers: Headers, code: string): Promise<Headers | null> {
  const challenge = secondFactorChallenge(headers);
  if (!challenge) return null;
  await takePoint('two-factor', challenge);
  const given = code.replace(/\s/g, '');
  const { api } = auth();
  const request = { headers, asResponse: true } as const;
  const response = appCode.test(given)
    ? await api.verifyTOTP({ ...request, body: { code: given } })
    : await api.verifyBackupCode({ ...request, body: { code: given } });
  return response.ok ? sessionCookies(response) : null;
}
