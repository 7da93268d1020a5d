import type { TFunction } from 'i18next';
import { listIn } from '../../i18n/isolate.ts';
import { toLanguage } from '../../i18n/locales.ts';
import { translate } from '../../i18n/translate.server.ts';
import { readerOf, type Reader } from '../results/reader.server.ts';

export type BoardReader = Reader & {
  board: TFunction<'board'>;
  /** Names in a row: this, that and the other. */
  names: (items: readonly string[]) => string;
};

export async function getBoardReader(request: Request): Promise<BoardReader> {
  const i18n = await translate(request);
  const language = toLanguage(i18n.language);
  return {
    ...readerOf(i18n.getFixedT(language, 'results'), language),
    board: i18n.getFixedT(language, 'board'),
    names: (items) => listIn(language, items),
  };
}
