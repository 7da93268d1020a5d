import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getBatches } from '../../services/intake/get-batches.server.ts';

interface WaitingTableProps {
  waiting: Awaited<ReturnType<typeof getBatches>>['waiting'];
  own: string;
}

/** Batches that wait for the register: somebody registers the version, or discards them with a reason. */
export function WaitingTable({ waiting, own }: WaitingTableProps) {
  const { t } = useTranslation('intake');
  const { date, number } = useLocal();
  return (
    <section className="card stack" aria-labelledby="waiting-caption">
      <DataTable
        id="waiting"
        caption={t('quarantine.caption', { n: number(waiting.length) })}
        columns={[
          { key: 'received', label: t('batches.received') },
          { key: 'version', label: t('batches.version') },
          { key: 'reason', label: t('quarantine.why') },
          { key: 'records', label: t('quarantine.records'), numeric: true },
        ]}
        rows={waiting.map((batch) => ({
          key: batch.batchId,
          cells: {
            received: <Link to={`${own}/${batch.batchId}`}>{date(batch.receivedAt)}</Link>,
            version: <bdi>{batch.modelVersion}</bdi>,
            reason: t(`quarantine.reason.${batch.reason}`),
            records: number(batch.records),
          },
        }))}
      />
      <p className="muted">{t('quarantine.text')}</p>
    </section>
  );
}
