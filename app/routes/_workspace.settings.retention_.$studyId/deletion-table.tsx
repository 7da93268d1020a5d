import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useLocal } from '../../components/use-local.ts';

type Record = {
  id: string;
  kind: 'abandoned-drafts' | 'responses' | 'invitations' | 'words';
  rows: number;
  deletedOn: string;
};

/** How much was deleted when; what it said is gone. */
export function DeletionTable({ records }: { records: readonly Record[] }) {
  const { t } = useTranslation('settings');
  const { date, number } = useLocal();
  return (
    <section className="stack" aria-labelledby="deleted">
      <h2 id="deleted">{t('retention.recordsTitle')}</h2>
      {records.length === 0 ? (
        <p className="hint">{t('retention.recordsNone')}</p>
      ) : (
        <DataTable
          id="deletions"
          caption={t('retention.recordsTitle')}
          captionHidden
          columns={[
            { key: 'day', label: t('retention.recordDay') },
            { key: 'kind', label: t('retention.recordKind') },
            { key: 'rows', label: t('retention.recordRows'), numeric: true },
          ]}
          rows={records.map((record) => ({
            key: record.id,
            cells: {
              day: date(record.deletedOn),
              kind: t(`retention.kind.${record.kind}`),
              rows: number(record.rows),
            },
          }))}
        />
      )}
    </section>
  );
}
