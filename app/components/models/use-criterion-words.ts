import { useTranslation } from 'react-i18next';
import type { ExitCriterion, FoundCriterion } from '#db/schema/exit-plan.ts';
import { findMetric } from '../../services/monitoring/metrics.ts';
import { fewestShown } from '../../services/monitoring/series.ts';
import { useStatistics } from '../monitoring/use-statistics.ts';
import { useLocal } from '../use-local.ts';

/** Criteria of the silent mode in the reader's words and units. */
export function useCriterionWords() {
  const { t } = useTranslation(['gates', 'monitoring']);
  const { number } = useLocal();
  const { decimal, percent, points, between } = useStatistics();
  const perThousand = (value: number) =>
    t('monitoring:perThousand', { value: decimal(1000 * value) });
  const formatOf = (data: string) =>
    data === 'proportion' ? percent : data === 'rate' ? perThousand : decimal;
  const why = (reason: string) =>
    t(`gates:why.${reason as 'below-minimum'}`, { count: fewestShown });
  return {
    boundText: (one: ExitCriterion & { data?: string }) => {
      const data = findMetric(one.metric)?.data ?? one.data ?? 'continuous';
      return t(`gates:bound.${one.bound}`, { limit: formatOf(data)(one.limit) });
    },
    foundText: ({ data, value, interval }: FoundCriterion) =>
      between(value, interval, formatOf(data)),
    valueText: (
      data: string,
      found: { value: number; interval: readonly [number, number] | null } | null,
    ) => (found === null ? '–' : between(found.value, found.interval, formatOf(data))),
    /** In percentage points, events per thousand, or the unit of the metric. */
    differenceText: (data: string, difference: number, interval: readonly [number, number]) => {
      const format =
        data === 'proportion'
          ? points
          : data === 'rate'
            ? (value: number) => decimal(1000 * value)
            : decimal;
      const text = between(difference, interval, format);
      return data === 'proportion' ? t('gates:silent.points', { value: text }) : text;
    },
    /** Why nothing can be told yet, and how many cases it takes. */
    whyText: ({ reason, needed }: FoundCriterion) => {
      if (needed !== null) {
        return `${why(reason)} ${t('gates:silent.needed', { cases: number(needed) })}`;
      }
      return reason === 'interval-crosses-limit' ? t('gates:why.on-limit') : why(reason);
    },
  };
}
