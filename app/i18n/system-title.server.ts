import { localText, type LocalText } from '#surveys/model/languages.ts';
import { resolveLanguage } from './language.server.ts';
import { defaultLanguage } from './locales.ts';
import { translateInto } from './translate.server.ts';

type SystemPage =
  | 'people'
  | 'versions'
  | 'deployments'
  | 'datasets'
  | 'recommendations'
  | 'clauses'
  | 'changes'
  | 'cards';

/** The title of one page of an AI system: which page, then which system. */
export async function systemPageTitle(
  request: Request,
  page: SystemPage,
  name: LocalText,
): Promise<string> {
  const language = await resolveLanguage(request);
  const i18n = await translateInto(language);
  return i18n.t('models:pageTitle', {
    page: i18n.t(`models:tab.${page}`),
    system: localText(name, language, defaultLanguage),
  });
}
