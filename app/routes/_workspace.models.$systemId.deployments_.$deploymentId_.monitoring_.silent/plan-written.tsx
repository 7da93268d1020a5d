import { useTranslation } from 'react-i18next';
import { useCriterionWords } from '../../components/models/use-criterion-words.ts';
import { useMetricWords } from '../../components/monitoring/use-metric-words.ts';
import { Notice } from '../../components/notice.tsx';
import { useLocal } from '../../components/use-local.ts';
import { addDays } from '../../days.ts';
import type { SilentPage } from '../../services/monitoring/get-silent.server.ts';

interface PlanWrittenProps {
  plan: NonNullable<SilentPage['plan']>;
  by: string | null;
  /** Another one has taken its place: what it asked for is said as well. */
  isEarlier?: boolean | undefined;
}

/** When criteria were written, by whom and why, and whether there were records by then. */
export function PlanWritten({ plan, by, isEarlier = false }: PlanWrittenProps) {
  const { t } = useTranslation('gates');
  const { date, number } = useLocal();
  const { name } = useMetricWords();
  const { boundText } = useCriterionWords();
  const { records, from, to } = plan.before;
  const isLate = records > 0 && from !== null && to !== null;
  return (
    <section
      className="card stack"
      aria-label={t('silent.number', { number: number(plan.number) })}
    >
      <p>
        {t('silent.written', {
          ...{ number: number(plan.number), day: date(plan.writtenOn), by: by ?? '–' },
        })}
      </p>
      <p className="as-written" dir="auto">
        {plan.reason}
      </p>
      {isEarlier ? (
        <ul>
          {plan.criteria.map((one) => (
            <li key={[one.metric, one.part, one.cohort, one.bound].join(' ')}>
              <bdi>{name(one)}</bdi>: {boundText(one)}{' '}
              {t('criterion.fewestOf', { cases: number(one.fewest) })}
            </li>
          ))}
        </ul>
      ) : null}
      {isLate ? (
        <Notice tone="concern">
          {t('silent.writtenLate', {
            ...{ count: records, from: date(from), to: date(addDays(to, -1)) },
          })}
        </Notice>
      ) : (
        <p className="muted">{t('silent.writtenBefore')}</p>
      )}
    </section>
  );
}
