import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getDeployment } from '../../services/register/get-deployment.server.ts';

type Periods = Awaited<ReturnType<typeof getDeployment>>['periods'];

interface TableProps {
  id: string;
  title: string;
  periods: Periods;
  correct: string | null;
}

function Table({ id, title, periods, correct }: TableProps) {
  const { t } = useTranslation('models');
  const { date } = useLocal();
  const isPast = id === 'past';
  return (
    <DataTable
      id={id}
      caption={title}
      columns={[
        { key: 'version', label: t('deployment.version') },
        { key: 'from', label: t('period.from') },
        { key: 'to', label: t('period.to') },
        { key: 'recorded', label: t('period.recorded') },
        ...(isPast ? [{ key: 'superseded', label: t('period.superseded') }] : []),
        { key: 'reason', label: t('decision.reason') },
        ...(correct === null ? [] : [{ key: 'correct', label: t('action') }]),
      ]}
      rows={periods.map((period) => ({
        key: period.id,
        cells: {
          version: <bdi>{period.version}</bdi>,
          from: date(period.validFrom),
          to: period.validTo === null ? t('period.runsOn') : date(period.validTo),
          recorded: t('period.by', { day: date(period.recordedAt), by: period.by ?? t('none') }),
          superseded: period.supersededAt === null ? null : date(period.supersededAt),
          reason: <span dir="auto">{period.reason}</span>,
          correct:
            correct === null ? null : (
              <Link to={`${correct}?period=${period.id}`}>
                {t('period.correct')}
                <span className="visually-hidden">: {period.version}</span>
              </Link>
            ),
        },
      }))}
    />
  );
}

/** What is believed of the versions that ran, and, folded away, what was believed before. */
export function PeriodTable(props: { periods: Periods; correct: string | null }) {
  const { t } = useTranslation('models');
  const believed = props.periods.filter(({ supersededAt }) => supersededAt === null);
  const past = props.periods.filter(({ supersededAt }) => supersededAt !== null);
  return (
    <section className="card stack" aria-labelledby="periods-caption">
      <Table id="periods" title={t('period.title')} periods={believed} correct={props.correct} />
      {past.length === 0 ? null : (
        <details>
          <summary>{t('period.past', { count: past.length })}</summary>
          <Table id="past" title={t('period.pastTitle')} periods={past} correct={null} />
        </details>
      )}
    </section>
  );
}
