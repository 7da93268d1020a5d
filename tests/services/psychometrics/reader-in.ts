import { createI18n } from '#app/i18n/create-i18n.ts';
import type { AnalysisReader } from '#app/services/psychometrics/reader.server.ts';
import { readerOf } from '#app/services/results/reader.server.ts';
import type { Language } from '#surveys/model/languages.ts';

/** The words of the language, from the catalogues of the pages. */
export async function readerIn(language: Language): Promise<AnalysisReader> {
  const i18n = await createI18n(language);
  const reader = readerOf(i18n.getFixedT(language, 'results'), language);
  return { ...reader, say: i18n.getFixedT(language, 'analyses') };
}
