import { redirect } from '@remix-run/node';
import type { Language } from '#surveys/model/languages.ts';
import { resolveLanguage } from '../i18n/language.server.ts';
import { acceptedLanguages } from '../i18n/locales.ts';
import { ownBallotLink, type Ballot } from '../services/answering/ballot.server.ts';
import { MovedOn, type AnsweringStep } from '../services/answering/moved-on.ts';
import { ballotCookie, languageCookie } from './cookies.server.ts';
import { respond } from './to-response.server.ts';

export type HeldBallot = Ballot & { link: string; linking: string };

export function askedLanguage(request: Request): string | null {
  return new URL(request.url).searchParams.get('lang');
}

/** Language tags, most wanted first; the service picks among those of the study. */
export async function wantedLanguages(request: Request): Promise<string[]> {
  const chosen: unknown = await languageCookie(request).parse(request.headers.get('Cookie'));
  const accepted = acceptedLanguages(request.headers.get('Accept-Language'));
  return [askedLanguage(request), chosen, ...accepted].filter((tag) => typeof tag === 'string');
}

/** The page around the survey must speak its language; asking for it in the address keeps it. */
export async function requireLanguage(request: Request, language: Language): Promise<void> {
  if ((await resolveLanguage(request)) === language) return;
  const url = new URL(request.url);
  url.searchParams.set('lang', language);
  throw redirect(url.pathname + url.search);
}

export function stepAddress(link: string, step: AnsweringStep | number): string {
  if (step !== 'start') return `/s/${link}/${step}`;
  return link === ownBallotLink ? '/s/resume' : `/s/${link}`;
}

export function findBallot(request: Request, link: string): HeldBallot | null {
  const held = ballotCookie.read(request);
  return held?.link === link ? held : null;
}

/** The ballot this browser answers under `link`; without one the person is led to the start. */
export function requireBallot(request: Request, link: string | undefined): HeldBallot {
  const ballot = link === undefined ? null : findBallot(request, link);
  if (!ballot) throw redirect(stepAddress(link ?? ownBallotLink, 'start'));
  return ballot;
}

/** As `respond`; a ballot that stands at another step is led there. */
export async function answering<Result>(
  link: string,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await respond(work);
  } catch (error) {
    if (error instanceof MovedOn) throw redirect(stepAddress(link, error.step), 303);
    throw error;
  }
}

export function formText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
