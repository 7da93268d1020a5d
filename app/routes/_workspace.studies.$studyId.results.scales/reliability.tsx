import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { DisclosureNote } from '../../components/disclosure-note.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { ReliabilityRow, ScalesPage } from '../../services/results/get-scales.server.ts';

function ScaleItems({ row }: { row: ReliabilityRow }) {
  const { t } = useTranslation('results');
  if (row.itemRows.length === 0) return null;
  const caption = t('scales.itemsCaption', { scale: row.title });
  return (
    <details>
      <summary>{caption}</summary>
      <DataTable
        id={`items-of-${row.id}`}
        caption={caption}
        captionHidden
        columns={[
          { key: 'stem', label: t('items.row') },
          { key: 'itemRest', label: t('items.itemRest'), numeric: true },
          { key: 'alphaIfDeleted', label: t('items.alphaIfDeleted'), numeric: true },
        ]}
        rows={row.itemRows.map((item) => ({ key: item.id, cells: item }))}
      />
    </details>
  );
}

/** Cronbach's alpha of every scale, with its items one click away. */
export function Reliability(props: Omit<ScalesPage, 'charts'>) {
  const { frame, reliability, alphaSentence, lowScales } = props;
  const { t } = useTranslation('results');
  const scales = useLocal().listOf(lowScales);
  const rows = reliability.map((row) => ({
    key: row.id,
    cells: {
      title: row.title,
      items: row.items,
      n: row.withheld === null ? row.n : '–',
      alpha: row.withheld ?? row.alpha,
      interval: row.withheld === null ? row.interval : '–',
      standardised: row.withheld === null ? row.standardised : '–',
    },
  }));
  return (
    <section className="card" aria-labelledby="reliability">
      <h2 id="reliability">{t('scales.reliability')}</h2>
      <DataTable
        id="reliability-table"
        caption={t('scales.reliabilityCaption', { wave: frame.wave?.name ?? '' })}
        columns={[
          { key: 'title', label: t('scales.row') },
          { key: 'items', label: t('scales.items'), numeric: true },
          { key: 'n', label: t('chart.n'), numeric: true },
          { key: 'alpha', label: t('scales.alpha'), numeric: true },
          { key: 'interval', label: t('scales.interval'), numeric: true },
          { key: 'standardised', label: t('scales.standardised'), numeric: true },
        ]}
        rows={rows}
      />
      {frame.group === null ? null : <p className="muted">{t('scales.allOnly')}</p>}
      {alphaSentence === null ? null : <p>{alphaSentence}</p>}
      {lowScales.length === 0 ? null : <p>{t('scales.alphaLow', { scales })}</p>}
      {reliability.map(({ id, note }) => (note === null ? null : <p key={id}>{note}</p>))}
      <DisclosureNote title={t('chart.notMeaning')}>{t('scales.alphaNotMeaning')}</DisclosureNote>
      {reliability.map((row) => (
        <ScaleItems key={row.id} row={row} />
      ))}
    </section>
  );
}
