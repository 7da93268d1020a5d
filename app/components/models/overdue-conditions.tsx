import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { LocalText } from '#surveys/model/languages.ts';
import { Notice } from '../notice.tsx';
import { useLocal } from '../use-local.ts';

interface OverdueConditionsProps {
  overdue: readonly {
    id: string;
    systemId: string;
    deploymentId: string | null;
    name: LocalText;
    text: string;
    dueOn: string;
    place: { site: string; unit: string } | null;
  }[];
}

/** Conditions that are not met although their day has passed, wherever they belong. */
export function OverdueConditions({ overdue }: OverdueConditionsProps) {
  const { t } = useTranslation(['gates', 'models']);
  const { text, date } = useLocal();
  if (overdue.length === 0) return null;
  return (
    <Notice tone="alert" title={t('gates:condition.overdueTitle')}>
      <ul>
        {overdue.map(({ id, systemId, deploymentId, name, place, ...condition }) => (
          <li key={id}>
            <Link
              to={
                deploymentId === null
                  ? `/models/${systemId}`
                  : `/models/${systemId}/deployments/${deploymentId}`
              }
            >
              <bdi>{text(name)}</bdi>
              {place ? (
                <>
                  {' · '}
                  <bdi>{t('models:list.place', { site: place.site, unit: place.unit })}</bdi>
                </>
              ) : null}
            </Link>
            {': '}
            {t('gates:condition.overdueOne', { what: condition.text, day: date(condition.dueOn) })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
