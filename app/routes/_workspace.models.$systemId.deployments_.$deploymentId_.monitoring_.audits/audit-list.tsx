import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { AuditStateTag } from '../../components/monitoring/audit-state-tag.tsx';
import { useMetricWords } from '../../components/monitoring/use-metric-words.ts';
import { useLocal } from '../../components/use-local.ts';
import type { AuditsPage } from '../../services/fairness/get-audits.server.ts';

/** Audits of a deployment, the newest first. */
export function AuditList({ audits, home }: Pick<AuditsPage, 'audits'> & { home: string }) {
  const { t } = useTranslation('fairness');
  const { number, date } = useLocal();
  const words = useMetricWords();
  return (
    <section className="card" aria-labelledby="audits-caption">
      <DataTable
        id="audits"
        caption={t('title')}
        columns={[
          { key: 'number', label: t('number') },
          { key: 'metric', label: t('metric') },
          { key: 'due', label: t('due') },
          { key: 'state', label: t('stateHeading') },
          { key: 'supersedes', label: t('supersedes') },
          { key: 'ranOn', label: t('ranOn') },
          { key: 'next', label: t('next') },
        ]}
        rows={audits.map(({ id, state, dueOn, run, supersedes, ...audit }) => ({
          key: id,
          cells: {
            number: <Link to={`${home}/${id}`}>{t('one', { number: number(audit.number) })}</Link>,
            metric: words.name(audit),
            due: date(dueOn),
            state: <AuditStateTag state={state} />,
            supersedes: supersedes === null ? '–' : t('one', { number: number(supersedes) }),
            ranOn: run === null ? '–' : date(run.ranOn),
            next: run === null ? '–' : date(run.nextDueOn),
          },
        }))}
      />
    </section>
  );
}
