import { env } from '../env.server.ts';
import { languageCookie } from '../http/cookies.server.ts';
import { acceptedLanguages, languageSchema, negotiateLanguage } from './locales.ts';
import type { Language } from '#surveys/model/languages.ts';
import { languages } from '#surveys/model/languages.ts';

/** Asked for in the address, chosen before, or what the browser prefers: in this order. */
export async function resolveLanguage(
  request: Request,
  offered: readonly Language[] = languages,
): Promise<Language> {
  const asked = new URL(request.url).searchParams.get('lang');
  const chosen: unknown = await languageCookie(request).parse(request.headers.get('Cookie'));
  const wanted = [asked, chosen, ...acceptedLanguages(request.headers.get('Accept-Language'))];
  return negotiateLanguage(
    wanted.filter((tag): tag is string => typeof tag === 'string'),
    offered,
  );
}

/** The cookie that keeps a language asked for in the address, if one was; a poster is for others. */
export async function languageChoice(request: Request): Promise<string | null> {
  const { pathname, searchParams } = new URL(request.url);
  const asked = languageSchema.safeParse(searchParams.get('lang'));
  if (!asked.success || /^\/s\/[^/]+\/poster$/.test(pathname)) return null;
  return languageCookie(request).serialize(asked.data, { secure: env().isHttps });
}
