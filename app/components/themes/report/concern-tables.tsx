import { useTranslation } from 'react-i18next';
import { DataTable } from '../../data-table.tsx';
import { useBandLabel } from '../use-band-label.ts';
import { useLocal } from '../../use-local.ts';
import type { TopConcerns } from '../../../services/themes/report-content.ts';

/** What each group of people speaks of most, so that no group's concern is lost among the others'. */
export function ConcernTables({ concerns }: { concerns: readonly TopConcerns[] }) {
  const { t } = useTranslation('themes');
  const { text, listOf } = useLocal();
  const label = useBandLabel();
  if (concerns.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="concerns-title">
      <h3 id="concerns-title">{t('report.concerns')}</h3>
      {concerns.map(({ question, bands }, at) => (
        <DataTable
          key={text(question)}
          id={`concerns-${at}`}
          caption={text(question)}
          columns={[
            { key: 'band', label: t('report.band') },
            { key: 'themes', label: t('report.concernLabel') },
          ]}
          rows={bands.map((band, index) => ({
            key: String(index),
            cells: {
              band: label(band.label),
              themes: band.themes
                ? listOf(band.themes.map((title) => text(title)))
                : t('report.withheld'),
            },
          }))}
        />
      ))}
    </section>
  );
}
