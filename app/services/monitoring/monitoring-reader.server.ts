import type { TFunction } from 'i18next';
import { toLanguage } from '../../i18n/locales.ts';
import { translate } from '../../i18n/translate.server.ts';
import type { Language } from '#surveys/model/languages.ts';

/** Words and numbers of what is watched, in the language of whoever reads. */
export type MonitoringReader = {
  t: TFunction<'monitoring'>;
  metrics: TFunction<'metrics'>;
  oversight: TFunction<'oversight'>;
  language: Language;
  number: (value: number, decimals?: number) => string;
  percent: (share: number) => string;
  date: (day: string) => string;
  /** A month of a year, or the day where periods are shorter. */
  period: (from: string, to: string) => string;
};

const dayLength = 86_400_000;

export async function getMonitoringReader(request: Request): Promise<MonitoringReader> {
  const i18n = await translate(request);
  const language = toLanguage(i18n.language);
  const formatDay = (day: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options }).format(new Date(day));
  return {
    t: i18n.getFixedT(language, 'monitoring'),
    metrics: i18n.getFixedT(language, 'metrics'),
    oversight: i18n.getFixedT(language, 'oversight'),
    language,
    number: (value, decimals = 0) =>
      new Intl.NumberFormat(language, { maximumFractionDigits: decimals })
        .format(value)
        .replace('-', '\u2212'),
    percent: (share) =>
      new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
        .format(share)
        .replace('-', '\u2212'),
    date: (day) => formatDay(day, { dateStyle: 'medium' }),
    period: (from, to) =>
      Date.parse(to) - Date.parse(from) < 20 * dayLength
        ? formatDay(from, { day: 'numeric', month: 'short', year: 'numeric' })
        : formatDay(from, { month: 'short', year: 'numeric' }),
  };
}
