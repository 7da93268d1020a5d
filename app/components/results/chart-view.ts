import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { directionOf, type Language } from '#surveys/model/languages.ts';
import { formatTag, toLanguage } from '../../i18n/locales.ts';
import type { ChartView } from '../charts/chart-types.ts';

/** What charts need of the reader's language; the same for the page and for a downloaded file. */
export function chartView(t: TFunction<'results'>, language: Language): ChartView {
  return {
    labels: {
      showTable: t('chart.showTable'),
      notMeaningTitle: t('chart.notMeaning'),
      n: t('chart.n'),
      estimate: t('chart.estimate'),
      low: t('chart.low'),
      high: t('chart.high'),
      remark: t('chart.remark'),
    },
    locale: formatTag(language),
    direction: directionOf(language),
  };
}

export function useChartView(): ChartView {
  const { t, i18n } = useTranslation('results');
  return chartView(t, toLanguage(i18n.language));
}
