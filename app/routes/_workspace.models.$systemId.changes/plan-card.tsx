import { useTranslation } from 'react-i18next';
import { Definitions } from '../../components/definitions.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getChanges } from '../../services/register/get-changes.server.ts';

type Plan = Awaited<ReturnType<typeof getChanges>>['plans'][number];

function useBoundText() {
  const { t } = useTranslation('models');
  const { number } = useLocal();
  return ({ metric, minimum, maximum }: Plan['bounds'][number]) =>
    t('change.bound', {
      metric,
      low: minimum === undefined ? t('none') : number(minimum),
      high: maximum === undefined ? t('none') : number(maximum),
    });
}

export function PlanCard({ plan }: { plan: Plan }) {
  const { t } = useTranslation(['models', 'register']);
  const { date, number, listOf } = useLocal();
  const boundText = useBoundText();
  return (
    <article className="card">
      <h3>
        {t('models:change.planOf', { number: number(plan.number), day: date(plan.agreedOn) })}
      </h3>
      <Definitions
        items={[
          {
            term: t('models:change.kinds'),
            value: listOf(plan.kinds.map((kind) => t(`register:change.${kind}`))),
          },
          {
            term: t('models:change.bounds'),
            value: plan.bounds.length === 0 ? t('models:none') : listOf(plan.bounds.map(boundText)),
          },
          { term: t('models:change.protocol'), value: plan.protocol },
          {
            term: t('models:change.impact'),
            value: plan.impact === '' ? t('models:notSaid') : plan.impact,
          },
        ]}
      />
    </article>
  );
}
