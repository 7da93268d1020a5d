import { redirect, type AppLoadContext } from '@remix-run/node';
import type { TFunction } from 'i18next';
import {
  languageSchema,
  localText,
  type Language,
  type LocalText,
} from '#surveys/model/languages.ts';
import { defaultLanguage, toLanguage } from '../i18n/locales.ts';
import { requestI18n } from '../i18n/request-i18n.server.ts';
import {
  requirePanelPerson,
  type PanelPerson,
} from '../services/taking-part/require-panel-person.server.ts';
import { languageCookie, panelCookie } from './cookies.server.ts';
import { respond } from './to-response.server.ts';
import { askedLanguage, requireLanguage } from './respondent-request.server.ts';

/** The person of a panel whose link this browser opened; without one they are told how to get a link. */
export async function requirePerson(request: Request): Promise<PanelPerson> {
  const pass = panelCookie.read(request);
  if (!pass) throw redirect('/panel/link');
  const { linkNumber, ...ids } = pass;
  return respond(() => requirePanelPerson({ ...ids, linkNumber: Number(linkNumber) }));
}

/** As `requirePerson`, for a page: in the language chosen on this device, else the person's own. */
export async function readPerson(
  request: Request,
): Promise<PanelPerson & { frame: PanelPageFrame }> {
  const reader = await requirePerson(request);
  const { panel, person, asker, news } = reader;
  const chosen: unknown = await languageCookie(request).parse(request.headers.get('Cookie'));
  const language = [askedLanguage(request), chosen, person.language]
    .map((tag) => languageSchema.safeParse(tag).data)
    .find((tag) => tag !== undefined);
  await requireLanguage(request, toLanguage(language));
  const frame = {
    ...asker,
    language: toLanguage(language),
    languages: panel.languages.map((tag) => languageSchema.parse(tag)),
    panel: panel.title,
    news,
  };
  return { ...reader, frame };
}

/** What stands around each page of a person of a panel. */
export type PanelPageFrame = {
  organisation: string;
  contact: string;
  language: Language;
  languages: Language[];
  panel: LocalText;
  news: number;
};

/** The title of a page: what it is, then the panel. */
export async function panelTitle(
  context: AppLoadContext,
  { language, panel }: PanelPageFrame,
  say: (t: TFunction<'panel'>) => string,
): Promise<string> {
  const t = (await requestI18n(context, language)).getFixedT(language, 'panel');
  return `${say(t)} · ${localText(panel, language, defaultLanguage)}`;
}
