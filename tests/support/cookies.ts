/** What a browser would send next after receiving these cookies. */
export function cookieHeaders(received: Headers, kept: Headers = new Headers()): Headers {
  const jar = new Map<string, string>();
  for (const pair of (kept.get('Cookie') ?? '').split('; ').filter(Boolean)) {
    jar.set(pair.split('=')[0] ?? '', pair);
  }
  for (const cookie of received.getSetCookie()) {
    const pair = cookie.split(';')[0] ?? '';
    const name = pair.split('=')[0] ?? '';
    if (/max-age=0\b/i.test(cookie)) jar.delete(name);
    else jar.set(name, pair);
  }
  return new Headers({ Cookie: [...jar.values()].join('; ') });
}
