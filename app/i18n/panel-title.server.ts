import { localText, type LocalText } from '#surveys/model/languages.ts';
import { resolveLanguage } from './language.server.ts';
import { defaultLanguage } from './locales.ts';
import { translateInto } from './translate.server.ts';

type PanelPage =
  | 'overview'
  | 'rounds'
  | 'recruitment'
  | 'people'
  | 'contributions'
  | 'decisions'
  | 'payments'
  | 'report'
  | 'settings';

/** The title of one page of a panel: which page, then which panel. */
export async function panelPageTitle(
  request: Request,
  page: PanelPage,
  title: LocalText,
): Promise<string> {
  const language = await resolveLanguage(request);
  const i18n = await translateInto(language);
  return i18n.t('panels:pageTitle', {
    page: i18n.t(`panels:tab.${page}`),
    panel: localText(title, language, defaultLanguage),
  });
}
