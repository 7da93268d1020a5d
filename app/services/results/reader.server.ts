import type { TFunction } from 'i18next';
import { listIn } from '../../i18n/isolate.ts';
import { formatTag, toLanguage } from '../../i18n/locales.ts';
import { longDay } from '../../i18n/long-day.ts';
import { translate } from '../../i18n/translate.server.ts';
import type { Language } from '#surveys/model/languages.ts';

/** Words and numbers in the language of whoever reads. */
export type Reader = {
  t: TFunction<'results'>;
  language: Language;
  number: (value: number, decimals: number) => string;
  signed: (value: number, decimals: number) => string;
  percent: (value: number, decimals?: number) => string;
  list: (items: readonly string[]) => string;
  date: (day: Date) => string;
};

const withMinus = (text: string) => text.replace('-', '\u2212');

export function readerOf(t: TFunction<'results'>, language: Language): Reader {
  const format = (value: number, decimals: number, options: Intl.NumberFormatOptions = {}) =>
    withMinus(
      new Intl.NumberFormat(formatTag(language), {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
        ...options,
      }).format(value),
    );
  return {
    t,
    language,
    number: (value, decimals) => format(value, decimals),
    signed: (value, decimals) => format(value, decimals, { signDisplay: 'exceptZero' }),
    percent: (value, decimals = 0) => format(value / 100, decimals, { style: 'percent' }),
    list: (items) =>
      listIn(
        language,
        items.map((text) => t('quoted', { text })),
        'disjunction',
      ),
    date: (day) => longDay(language, day),
  };
}

export async function getReader(request: Request): Promise<Reader> {
  const i18n = await translate(request);
  const language = toLanguage(i18n.language);
  return readerOf(i18n.getFixedT(language, 'results'), language);
}
