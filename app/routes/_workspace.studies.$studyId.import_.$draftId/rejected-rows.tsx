import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import type { ImportView } from '../../services/imports/present-import.ts';
import { useParams } from '@remix-run/react';

/** The first rejected rows; the file to download holds all of them. */
export function RejectedRows({ view }: { view: ImportView }) {
  const { t } = useTranslation('results');
  const { draftId = '' } = useParams();
  const { rejected, counts, study } = view;
  if (counts.rejected === 0) return null;
  return (
    <section className="card" aria-labelledby="rejected">
      <h2 id="rejected">{t('import.rejectedTitle')}</h2>
      <DataTable
        id="rejected-table"
        caption={t('import.rejectedCaption', { count: counts.rejected })}
        columns={[
          { key: 'line', label: t('import.rejected.line') },
          { key: 'reason', label: t('import.rejected.reason') },
          { key: 'column', label: t('import.rejected.column') },
          { key: 'value', label: t('import.rejected.value') },
        ]}
        rows={rejected.map((row) => ({
          key: `${row.line} ${row.reason} ${row.column}`,
          cells: {
            ...row,
            reason: t(`import.reason.${row.reason}`, { columns: view.columns.length }),
          },
        }))}
      />
      {counts.rejected > rejected.length ? (
        <p className="muted">{t('import.firstShown', { shown: rejected.length })}</p>
      ) : null}
      <p>
        <a href={`/studies/${study.id}/import/${draftId}/rejected`} download>
          {t('import.rejectedDownload')}
        </a>
      </p>
    </section>
  );
}
