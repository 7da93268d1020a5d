import { auth } from '../../auth.server.ts';
import { sessionCookies } from './session-cookies.server.ts';

/** Consumes the token. `null`: it was used, has expired or leads to an account with a second factor. */
export async function openSignInLink(headers: Headers, token: string): Promise<Headers | null> {
  const response = await auth().api.magicLinkVerify({
    query: { token },
    headers,
    asResponse: true,
  });
  if (!response.ok) return null;
  const body = (await response.clone().json()) as {
    token: string;
    user: { twoFactorEnabled?: boolean };
  };
  if (body.user.twoFactorEnabled) {
    // Set up between the sending of the link and its opening.
    await (await auth().$context).internalAdapter.deleteSession(body.token);
    return null;
  }
  return sessionCookies(response);
}
