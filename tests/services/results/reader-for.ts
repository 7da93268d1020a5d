import { createInstance } from 'i18next';
import english from '#app/i18n/en/results.json' with { type: 'json' };
import analysisWords from '#app/i18n/en/analyses.json' with { type: 'json' };
import boardWords from '#app/i18n/en/board.json' with { type: 'json' };
import { readerOf, type Reader } from '#app/services/results/reader.server.ts';
import type { BoardReader } from '#app/services/board/board-reader.server.ts';
import type { AnalysisReader } from '#app/services/psychometrics/reader.server.ts';
import type { Language } from '#surveys/model/languages.ts';

const i18n = createInstance({
  lng: 'en',
  resources: { en: { results: english, analyses: analysisWords, board: boardWords } },
  interpolation: { escapeValue: false },
  initAsync: false,
  showSupportNotice: false,
});
void i18n.init();

/** English words with the numbers of a language. */
export function getReaderFor(language: Language): Reader {
  return readerOf(i18n.getFixedT('en', 'results'), language);
}

export function getAnalysisReaderFor(language: Language): AnalysisReader {
  return { ...getReaderFor(language), say: i18n.getFixedT('en', 'analyses') };
}

export function getBoardReaderFor(language: Language): BoardReader {
  const list = new Intl.ListFormat(language);
  return {
    ...getReaderFor(language),
    board: i18n.getFixedT('en', 'board'),
    names: (items) => list.format(items),
  };
}
