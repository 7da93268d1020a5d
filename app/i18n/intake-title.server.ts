import { localText, type LocalText } from '#surveys/model/languages.ts';
import { resolveLanguage } from './language.server.ts';
import { defaultLanguage } from './locales.ts';
import { translateInto } from './translate.server.ts';

type IntakePage = 'tokens' | 'hooks' | 'upload' | 'dryRun' | 'batches' | 'batch' | 'withdraw';

/** The title of one page of a deployment's records: which page, then which system. */
export async function intakePageTitle(
  request: Request,
  page: IntakePage,
  name: LocalText,
): Promise<string> {
  const language = await resolveLanguage(request);
  const i18n = await translateInto(language);
  return i18n.t('models:pageTitle', {
    page: i18n.t(`intake:page.${page}`),
    system: localText(name, language, defaultLanguage),
  });
}
