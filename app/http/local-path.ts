const base = 'http://local.invalid';

/** Where to go after signing in: a path of this site, whatever the address says. */
export function localPath(wanted: string | null | undefined, fallback = '/start'): string {
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, base)) return fallback;
  const url = new URL(wanted, base);
  return url.origin === base ? url.pathname + url.search : fallback;
}
