import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getDraw } from '../../services/recruitment/get-draw.server.ts';

/** The quotas of a draw; they hold for the whole panel. */
export function QuotaTable({ page }: { page: Awaited<ReturnType<typeof getDraw>> }) {
  const { t } = useTranslation('recruitment');
  const { text, number } = useLocal();
  if (page.quotas.length === 0) return <p>{t('draws.noQuotas')}</p>;
  return (
    <DataTable
      id="quotas"
      caption={t('draws.quotas')}
      columns={[
        { key: 'band', label: t('gap.band') },
        { key: 'question', label: t('draws.question') },
        { key: 'fewest', label: t('draws.fewestLabel'), numeric: true },
        { key: 'most', label: t('draws.mostLabel'), numeric: true },
      ]}
      rows={page.quotas.map(({ stratumId, band, fewest, most }) => {
        const stratum = page.strata.find(({ id }) => id === stratumId);
        const label = stratum?.bands.find(({ id }) => id === band)?.label;
        return {
          key: `${stratumId}/${band}`,
          cells: {
            band: label ? text(label) : t('gap.notSaid'),
            question: text(stratum?.question ?? {}),
            fewest: number(fewest),
            most: number(most),
          },
        };
      })}
    />
  );
}
