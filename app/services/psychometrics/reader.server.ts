import type { TFunction } from 'i18next';
import { toLanguage } from '../../i18n/locales.ts';
import { translate } from '../../i18n/translate.server.ts';
import { readerOf, type Reader } from '../results/reader.server.ts';

/** `t` speaks of results, `say` of analyses. */
export type AnalysisReader = Reader & { say: TFunction<'analyses'> };

export async function getAnalysisReader(request: Request): Promise<AnalysisReader> {
  const i18n = await translate(request);
  const language = toLanguage(i18n.language);
  return {
    ...readerOf(i18n.getFixedT(language, 'results'), language),
    say: i18n.getFixedT(language, 'analyses'),
  };
}
