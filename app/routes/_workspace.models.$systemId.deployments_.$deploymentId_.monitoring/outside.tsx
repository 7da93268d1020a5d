import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getMonitoring } from '../../services/monitoring/get-monitoring.server.ts';
import type { ReadElsewhere } from '../../services/monitoring/read-elsewhere.ts';

interface OutsideProps {
  outside: Awaited<ReturnType<typeof getMonitoring>>['outside'];
  /** The address of the place. */
  place: string;
}

const paths = { people: '/monitoring/people', place: '', silent: '/monitoring/silent' } as const;

/** What was sent and no plan names, with the pages that read it all the same. */
export function Outside({ outside, place }: OutsideProps) {
  const { t } = useTranslation(['monitoring', 'oversight', 'models', 'gates']);
  const { number, date } = useLocal();
  if (outside.length === 0) return null;
  const titles: Record<ReadElsewhere, string> = {
    people: t('oversight:title'),
    place: t('models:downtime.title'),
    silent: t('gates:silent.title'),
  };
  return (
    <section className="card stack" aria-labelledby="outside-caption">
      <DataTable
        id="outside"
        caption={t('monitoring:overview.outside')}
        columns={[
          { key: 'metric', label: t('monitoring:overview.code') },
          { key: 'records', label: t('monitoring:overview.records'), numeric: true },
          { key: 'to', label: t('monitoring:overview.until') },
          { key: 'read', label: t('monitoring:overview.readOn') },
        ]}
        rows={outside.map(({ metric, records, to, readOn }) => ({
          key: metric,
          cells: {
            metric: <code dir="ltr">{metric}</code>,
            records: number(records),
            to: date(to),
            read:
              readOn.length === 0
                ? t('monitoring:overview.readNowhere')
                : readOn.map((page, order) => (
                    <span key={page}>
                      {order === 0 ? null : ' · '}
                      <Link to={`${place}${paths[page]}`}>{titles[page]}</Link>
                    </span>
                  )),
          },
        }))}
      />
      <p className="muted">{t('monitoring:overview.outsideText')}</p>
    </section>
  );
}
