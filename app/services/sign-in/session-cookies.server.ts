/** The cookies that better-auth's answer sets, to be sent on with an answer of ours. */
export function sessionCookies(response: Response): Headers {
  const headers = new Headers();
  for (const cookie of response.headers.getSetCookie()) headers.append('Set-Cookie', cookie);
  return headers;
}
