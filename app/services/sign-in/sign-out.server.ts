import { auth } from '../../auth.server.ts';
import { sessionCookies } from './session-cookies.server.ts';

/** Ends the session; the cookies sent with the answer remove what the browser holds. */
export async function signOut(headers: Headers): Promise<Headers> {
  return sessionCookies(await auth().api.signOut({ headers, asResponse: true }));
}
