import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { monitoringHome } from '../../components/monitoring/monitoring-header.tsx';
import { Tag } from '../../components/tag.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { AuditPage } from '../../services/fairness/get-audits.server.ts';

type Run = NonNullable<AuditPage['run']>;

interface AuditActionsProps {
  page: Pick<AuditPage, 'audit' | 'frame' | 'deployment' | 'done' | 'mayManage' | 'day' | 'state'>;
  actions: Run['actions'];
}

/** What was agreed, by when, and whether it is done. */
export function AuditActions({ page, actions }: AuditActionsProps) {
  const { t } = useTranslation('fairness');
  const { date } = useLocal();
  const { audit, done, mayManage, day, state } = page;
  if (actions.length === 0) return <>{t('noActions')}</>;
  const home = `${monitoringHome(page)}/audits/${audit.id}/actions`;
  return (
    <ul className="compact-list">
      {actions.map(({ action, dueOn }, position) => {
        const outcome = done.find((one) => one.position === position);
        const isAsked = outcome === undefined && state !== 'superseded';
        return (
          <li key={`${dueOn} ${action}`}>
            {t('actionBy', { action, day: date(dueOn) })}
            {outcome === undefined ? null : (
              <>
                <div>
                  <Tag tone="good" text={t('actionDone')} />{' '}
                  {t('actionDoneBy', { name: outcome.doneBy, day: date(outcome.doneOn) })}
                </div>
                <p className="as-written" dir="auto">
                  {outcome.evidence}
                </p>
              </>
            )}
            {isAsked ? (
              <div>
                <Tag
                  tone={dueOn < day ? 'alert' : 'concern'}
                  text={t(dueOn < day ? 'actionLate' : 'actionOpen')}
                />{' '}
                {mayManage ? (
                  <Link to={`${home}/${position + 1}`}>
                    {t('finishAction')}
                    <span className="visually-hidden">: {action}</span>
                  </Link>
                ) : null}
              </div>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
