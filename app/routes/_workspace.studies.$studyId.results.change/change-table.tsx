import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import type { ChangePage } from '../../services/results/get-change-page.server.ts';

const columns = [
  'before',
  'after',
  'mean',
  'sd',
  't',
  'degreesOfFreedom',
  'p',
  'srm',
  'dAv',
] as const;

type ChangeTableProps = Pick<ChangePage, 'rows' | 'remarks'> & {
  waves: { before: string; after: string };
};

export function ChangeTable({ waves, rows, remarks }: ChangeTableProps) {
  const { t } = useTranslation('results');
  const caption = t('change.caption', waves);
  return (
    <section className="card" aria-labelledby="paired-change">
      <h2 id="paired-change">{caption}</h2>
      <DataTable
        id="change-table"
        caption={caption}
        captionHidden
        columns={[
          { key: 'title', label: t('change.row') },
          { key: 'n', label: t('chart.n'), numeric: true },
          ...columns.map((key) => ({ key, label: t(`change.${key}`), numeric: true })),
        ]}
        rows={rows.map(({ id, title, withheld, cells }) => ({
          key: id,
          cells: withheld === null ? { title, ...cells } : { title, n: withheld },
        }))}
      />
      {remarks.map((remark) => (
        <p key={remark} className="muted">
          {remark}
        </p>
      ))}
    </section>
  );
}
