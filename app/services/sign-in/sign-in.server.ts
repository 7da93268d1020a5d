import { auth } from '../../auth.server.ts';
import { forgivePoints, takePoint } from '../../http/rate-limit.server.ts';
import { sessionCookies } from './session-cookies.server.ts';

export type SignInOutcome =
  { outcome: 'signed-in' | 'second-factor'; cookies: Headers } | { outcome: 'refused' };

/** Wrong address and wrong password are one answer: nobody learns which accounts exist. */
export async function signIn(
  headers: Headers,
  input: { email: string; password: string },
): Promise<SignInOutcome> {
  await takePoint('sign-in', input.email);
  const response = await auth().api.signInEmail({ body: input, headers, asResponse: true });
  if (!response.ok) return { outcome: 'refused' };
  await forgivePoints('sign-in', input.email);
  const body = (await response.clone().json()) as { twoFactorRedirect?: boolean };
  return {
    outcome: body.twoFactorRedirect ? 'second-factor' : 'signed-in',
    cookies: sessionCookies(response),
  };
}
