import type { TFunction } from 'i18next';
import { localText, type Language } from '#surveys/model/languages.ts';
import { isolateIn } from '../../i18n/isolate.ts';
import { defaultLanguage, formatTag } from '../../i18n/locales.ts';
import type { ReportedItem } from './report-content.ts';

/** How contributors of one round scored a standard, in people. */
export function ratingSentence(
  t: TFunction<'outcomes'>,
  language: Language,
  rating: ReportedItem['ratings'][number],
): string {
  const number = (n: number | null) =>
    n === null ? t('rating.hidden') : new Intl.NumberFormat(formatTag(language)).format(n);
  return t('rating.sentence', {
    round: isolateIn(language)(localText(rating.round, language, defaultLanguage)),
    people: number(rating.people),
    low: number(rating.low),
    middle: number(rating.middle),
    high: number(rating.high),
  });
}
