import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useMetricWords } from '../../components/monitoring/use-metric-words.ts';
import { useLocal } from '../../components/use-local.ts';
import type { PlanPage } from '../../services/monitoring/get-plan.server.ts';

type Plan = PlanPage['plans'][number];

interface PlanCardProps {
  plan: Plan;
  origins: PlanPage['origins'];
  by: string | null;
}

/** An adopted plan: what is watched, how a change is recognised, and what is done then. */
export function PlanCard({ plan, origins, by }: PlanCardProps) {
  const { t } = useTranslation('monitoring');
  const { date, number } = useLocal();
  const words = useMetricWords();
  const day = plan.adoptedAt === null ? '' : date(plan.adoptedAt);
  return (
    <section className="card stack" aria-labelledby={`plan-${plan.number}`}>
      <h2 id={`plan-${plan.number}`}>
        {t('plan.current', { number: number(plan.number), day, by: by ?? '–' })}
      </h2>
      <p className="as-written" dir="auto">
        {plan.purpose}
      </p>
      <p>
        {t('plan.budget')}: {number(plan.falseAlarmsAYear ?? 0)}
      </p>
      <DataTable
        id={`metrics-${plan.number}`}
        caption={t('plan.metrics')}
        columns={[
          { key: 'metric', label: t('field.metric') },
          { key: 'cadence', label: t('field.cadence') },
          { key: 'chart', label: t('field.chart') },
          { key: 'tier', label: t('field.tier') },
          { key: 'owner', label: t('metric.owner') },
          { key: 'actions', label: t('metric.actions') },
          { key: 'groups', label: t('field.groups') },
        ]}
        rows={plan.metrics.map((metric) => ({
          key: metric.id,
          cells: {
            metric: words.name(metric),
            cadence: t(`cadence.${metric.cadence}`),
            chart: t(`chartKind.${metric.chart}`),
            tier: t(`tier.${metric.tier}`),
            owner: <bdi>{metric.owner}</bdi>,
            actions: (
              <ul className="compact-list">
                {metric.actions.map(({ alert, action, withinDays }) => (
                  <li key={alert}>
                    {t(`alertKind.${alert as 'signal'}`)}:{' '}
                    {t('metric.within', { action, days: number(withinDays) })}
                  </li>
                ))}
              </ul>
            ),
            groups: <words.Groups subgroups={metric.subgroups} origins={origins} />,
          },
        }))}
      />
    </section>
  );
}
