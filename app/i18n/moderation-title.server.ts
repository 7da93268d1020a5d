import { localText, type LocalText } from '#surveys/model/languages.ts';
import { resolveLanguage } from './language.server.ts';
import { defaultLanguage } from './locales.ts';
import { translateInto } from './translate.server.ts';

type ModerationPage =
  | 'contributions'
  | 'contribution'
  | 'redact'
  | 'translations'
  | 'withdraw'
  | 'appeals'
  | 'enter'
  | 'safeguarding'
  | 'concern';

/** The title of a page about what people said: which page, then which panel. */
export async function moderationPageTitle(
  request: Request,
  page: ModerationPage,
  title: LocalText,
): Promise<string> {
  const language = await resolveLanguage(request);
  const t = (await translateInto(language)).getFixedT(language, 'moderation');
  const panel = localText(title, language, defaultLanguage);
  return t('pageTitle', { page: t(`page.${page}`), panel });
}
