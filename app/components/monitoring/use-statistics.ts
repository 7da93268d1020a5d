import { useTranslation } from 'react-i18next';
import { useLocal } from '../use-local.ts';

/** Shares and estimates with their intervals, as the reader's language writes them. */
export function useStatistics() {
  const { t } = useTranslation('monitoring');
  const { locale } = useLocal();
  const decimal = (value: number, digits = 2) =>
    new Intl.NumberFormat(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    })
      .format(value)
      .replace('-', '\u2212');
  const percent = (share: number) =>
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
      .format(share)
      .replace('-', '\u2212');
  /** The number alone, under a heading of `percentHeading`. */
  const inPercent = (share: number) => decimal(100 * share, 1);
  const percentHeading = (heading: string) =>
    t('chart.inUnit', { heading, unit: t('chart.percentSign') });
  /** A difference of shares, in percentage points. */
  const points = (difference: number) => decimal(100 * difference, 1);
  const between = (
    value: number | null,
    interval: readonly [number, number] | null,
    format: (value: number) => string = decimal,
  ) => {
    if (value === null) return '–';
    if (interval === null) return format(value);
    const [low, high] = interval;
    return t('interval', { value: format(value), low: format(low), high: format(high) });
  };
  return { decimal, percent, inPercent, percentHeading, points, between };
}
