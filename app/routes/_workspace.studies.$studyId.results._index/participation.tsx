import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { DisclosureNote } from '../../components/disclosure-note.tsx';
import type { OverviewPage } from '../../services/results/get-overview.server.ts';

/** Invited, started and complete, wave by wave. */
export function Participation({ participation }: Pick<OverviewPage, 'participation'>) {
  const { t } = useTranslation('results');
  const { waves, seesAllSites, hasImports } = participation;
  const hasRate = waves.some(({ rate }) => rate !== null);
  const columns = [
    { key: 'wave', label: t('participation.wave') },
    { key: 'invited', label: t('participation.invited'), numeric: true },
    ...(seesAllSites ? [{ key: 'started', label: t('participation.started'), numeric: true }] : []),
    { key: 'complete', label: t('participation.complete'), numeric: true },
    ...(hasRate ? [{ key: 'rate', label: t('participation.rate'), numeric: true }] : []),
  ];
  const rows = waves.map((wave) => ({
    key: wave.wave,
    cells: { ...wave, rate: wave.rate ?? '–' },
  }));
  return (
    <section className="card" aria-labelledby="participation">
      <h2 id="participation">{t('participation.title')}</h2>
      <DataTable
        id="participation-table"
        caption={t('participation.caption')}
        captionHidden
        columns={columns}
        rows={rows}
        stacks
      />
      {hasRate || hasImports ? null : <p className="muted">{t('participation.openLink')}</p>}
      {hasImports ? <p className="muted">{t('participation.imported')}</p> : null}
      {seesAllSites ? null : <p className="muted">{t('participation.ofScope')}</p>}
      <DisclosureNote title={t('chart.notMeaning')}>{t('participation.notMeaning')}</DisclosureNote>
    </section>
  );
}
