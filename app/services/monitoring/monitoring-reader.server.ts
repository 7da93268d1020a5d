import type { TFunction } from 'i18next';
import { formatTag, toLanguage } from '../../i18n/locales.ts';
import { translate } from '../../i18n/translate.server.ts';
import type { Language } from '#surveys/model/languages.ts';
import { periodWords, type PeriodWords } from './period-words.ts';

/** Words and numbers of what is watched, in the language of whoever reads. */
export type MonitoringReader = PeriodWords & {
  t: TFunction<'monitoring'>;
  metrics: TFunction<'metrics'>;
  oversight: TFunction<'oversight'>;
  language: Language;
  number: (value: number, decimals?: number) => string;
  /** With all its decimals, as tables of estimates have it. */
  decimal: (value: number, digits?: number) => string;
  percent: (share: number) => string;
  date: (day: string) => string;
};

export async function getMonitoringReader(request: Request): Promise<MonitoringReader> {
  const i18n = await translate(request);
  const language = toLanguage(i18n.language);
  const locale = formatTag(language);
  const t = i18n.getFixedT(language, 'monitoring');
  return {
    ...{ t, language },
    ...periodWords(t, locale),
    metrics: i18n.getFixedT(language, 'metrics'),
    oversight: i18n.getFixedT(language, 'oversight'),
    number: (value, decimals = 0) =>
      new Intl.NumberFormat(locale, { maximumFractionDigits: decimals })
        .format(value)
        .replace('-', '\u2212'),
    decimal: (value, digits = 2) =>
      new Intl.NumberFormat(locale, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      })
        .format(value)
        .replace('-', '\u2212'),
    percent: (share) =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
        .format(share)
        .replace('-', '\u2212'),
    date: (day) =>
      new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'medium' }).format(
        new Date(day),
      ),
  };
}
