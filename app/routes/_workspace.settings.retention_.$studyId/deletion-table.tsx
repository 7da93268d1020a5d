import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';

type Record = {
  id: string;
  kind: 'abandoned-drafts' | 'responses' | 'invitations' | 'words';
  rows: number;
  deletedOn: string;
};

/** How much was deleted when; what it said is gone. */
export function DeletionTable({ records }: { records: readonly Record[] }) {
  const { t, i18n } = useTranslation('settings');
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' });
  const number = new Intl.NumberFormat(i18n.language);
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
              day: day.format(new Date(record.deletedOn)),
              kind: t(`retention.kind.${record.kind}`),
              rows: number.format(record.rows),
            },
          }))}
        />
      )}
    </section>
  );
}
