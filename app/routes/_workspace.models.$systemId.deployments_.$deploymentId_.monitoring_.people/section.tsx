import { useTranslation } from 'react-i18next';
import { useLocal } from '../../components/use-local.ts';
import { useMetricWords } from '../../components/monitoring/use-metric-words.ts';
import { addDays } from '../../days.ts';
import { findMetric } from '../../services/monitoring/metrics.ts';
import { fewestShown } from '../../services/monitoring/series.ts';
import type { Span } from '../../services/monitoring/oversight/sum-shares.ts';

/** What would have to be sent, by the codes that a sender writes. */
export function NotSent({ metrics }: { metrics: readonly string[] }) {
  const { t } = useTranslation('oversight');
  const words = useMetricWords();
  return (
    <>
      <p>{t('notSent', { n: fewestShown })}</p>
      <ul className="compact-list">
        {metrics.map((metric) => (
          <li key={metric}>
            {words.nameOf(metric)}: <code dir="ltr">{metric}</code>
            {(findMetric(metric)?.parts?.codes ?? []).map((part) => (
              <span key={part}>
                {' · '}
                <code dir="ltr">{part}</code>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Which days are added up, that newer ones wait, and that nobody acted on the output. */
export function SpanText({ span }: { span: Span }) {
  const { t } = useTranslation(['oversight', 'monitoring']);
  const { date } = useLocal();
  const days = { from: date(span.from), to: date(addDays(span.to, -1)) };
  return (
    <p className="muted">
      {t('oversight:span', days)}
      {span.isBehind ? ` ${t('oversight:behind', { n: fewestShown })}` : null}
      {span.mode === 'live' ? null : ` ${t(`monitoring:mode.${span.mode}`)}`}
    </p>
  );
}

/** First and last day of a period. */
export function usePeriod() {
  const { t } = useTranslation('oversight');
  const { date } = useLocal();
  return (from: string, to: string) => t('days', { from: date(from), to: date(addDays(to, -1)) });
}
