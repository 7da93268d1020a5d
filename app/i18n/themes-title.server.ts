import { localText, type LocalText } from '#surveys/model/languages.ts';
import { resolveLanguage } from './language.server.ts';
import { defaultLanguage } from './locales.ts';
import { translateInto } from './translate.server.ts';

type ThemesPage =
  | 'list'
  | 'code'
  | 'codebook'
  | 'themes'
  | 'draft'
  | 'left-out'
  | 'double'
  | 'flags'
  | 'check'
  | 'report';

/** The title of a page about themes: which page, then which panel. */
export async function themesPageTitle(
  request: Request,
  page: ThemesPage,
  title: LocalText,
): Promise<string> {
  const language = await resolveLanguage(request);
  const t = (await translateInto(language)).getFixedT(language, 'themes');
  const panel = localText(title, language, defaultLanguage);
  return t('pageTitle', { page: t(`page.${page}`), panel });
}
