import { useTranslation } from 'react-i18next';
import type { Instrument } from '#surveys/model/instrument.ts';
import { DataTable } from '../../components/data-table.tsx';
import { useLocal } from '../../components/use-local.ts';

/** How answers become scores. */
export function ScaleTable({ document }: { document: Instrument }) {
  const { t } = useTranslation('instruments');
  const { text, number } = useLocal();
  const { scales } = document;
  if (scales.length === 0) return <p>{t('scale.none')}</p>;
  return (
    <DataTable
      id="scales"
      caption={t('scale.caption')}
      columns={[
        { key: 'title', label: t('scale.scale') },
        { key: 'items', label: t('scale.items') },
        { key: 'transform', label: t('scale.transform') },
        { key: 'minimum', label: t('scale.minimum'), numeric: true },
        { key: 'prorate', label: t('scale.prorate') },
      ]}
      rows={scales.map((scale) => ({
        key: scale.id,
        cells: {
          title: scale.subscaleOf
            ? t('scale.subscale', { title: text(scale.title) })
            : text(scale.title),
          items: <span dir="ltr">{scale.items.join(', ')}</span>,
          transform: t(`transform.${scale.transform}`),
          minimum: t('scale.of', {
            minimum: number(scale.minimumAnswered),
            items: number(scale.items.length),
          }),
          prorate: scale.prorate ? t('yes') : t('no'),
        },
      }))}
    />
  );
}
