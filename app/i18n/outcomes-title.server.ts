import { localText, type LocalText } from '#surveys/model/languages.ts';
import { resolveLanguage } from './language.server.ts';
import { defaultLanguage } from './locales.ts';
import { translateInto } from './translate.server.ts';

export type OutcomesPage =
  | 'decisions'
  | 'new'
  | 'edit'
  | 'suggestion'
  | 'letters'
  | 'reports'
  | 'form'
  | 'version'
  | 'outputs';

/** The title of a page about what came of a panel: which page, then which panel. */
export async function outcomesTitle(
  request: Request,
  page: OutcomesPage,
  panel: LocalText,
): Promise<string> {
  const language = await resolveLanguage(request);
  const t = (await translateInto(language)).getFixedT(language, 'outcomes');
  return `${t(`page.${page}`)} · ${localText(panel, language, defaultLanguage)}`;
}
