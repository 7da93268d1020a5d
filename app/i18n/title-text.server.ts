import { localText, type Language, type LocalText } from '#surveys/model/languages.ts';
import { resolveLanguage } from './language.server.ts';
import { defaultLanguage } from './locales.ts';
import { translateInto } from './translate.server.ts';

/** A thing's own title in the reader's language, for the title of its page. */
export async function titleText(request: Request, title: LocalText): Promise<string> {
  return localText(title, await resolveLanguage(request), defaultLanguage);
}

type StudyPage =
  | 'overview'
  | 'design'
  | 'consent'
  | 'languages'
  | 'waves'
  | 'links'
  | 'invitations'
  | 'progress'
  | 'results'
  | 'pseudonyms';

/** The title of one page of a study: which page, then which study. */
export async function studyPageTitle(
  request: Request,
  page: StudyPage,
  title: LocalText,
): Promise<string> {
  const language: Language = await resolveLanguage(request);
  const i18n = await translateInto(language);
  return i18n.t('studies:pageTitle', {
    page: i18n.t(`studies:tab.${page}`),
    study: localText(title, language, defaultLanguage),
  });
}
