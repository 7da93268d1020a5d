import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { Tag } from '../../components/tag.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getBoardMonitoring } from '../../services/monitoring/get-board-monitoring.server.ts';

type Rows = Awaited<ReturnType<typeof getBoardMonitoring>>['rows'];

/** No concern is good news of all that is watched alone: what was not judged is said beside it. */
function Quiet({ counts, isFresh }: Pick<Rows[number], 'counts' | 'isFresh'>) {
  const { t } = useTranslation('monitoring');
  const { number } = useLocal();
  const { judged, silent, unjudged } = counts;
  const isGood = isFresh && silent + unjudged === 0;
  const said = [
    { metrics: judged, key: 'quiet' },
    { metrics: silent, key: 'silent' },
    { metrics: unjudged, key: 'unjudged' },
  ] as const;
  return said
    .filter(({ metrics }) => metrics > 0)
    .map(({ key, metrics }) => (
      <Tag
        key={key}
        tone={isGood ? 'good' : 'unknown'}
        text={t(`board.${key}`, { metrics: number(metrics) })}
      />
    ));
}

/** Each place where a system runs, with what is of concern there. */
export function PlaceTable({ rows }: { rows: Rows }) {
  const { t } = useTranslation(['monitoring', 'models']);
  const { text, number, date } = useLocal();
  const finding = ({ isPlanned, isFresh, asOf, concerns, open, counts }: Rows[number]) => {
    if (!isPlanned) return <Tag tone="unknown" text={t('monitoring:board.unplanned')} />;
    if (asOf === null) return <Tag tone="unknown" text={t('monitoring:board.firstTime')} />;
    // What was of concern and has no answer yet is not good news, even if the newest numbers are.
    if (concerns.length === 0 && open > 0) {
      return <Tag tone="concern" text={t('monitoring:board.waiting')} />;
    }
    if (concerns.length === 0) {
      return <Quiet counts={counts} isFresh={isFresh} />;
    }
    return (
      <ul className="compact-list">
        {concerns.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    );
  };
  const day = ({ asOf, isFresh }: Rows[number]) =>
    asOf === null ? null : (
      <p className="muted">
        {t('monitoring:board.asOf', { day: date(asOf) })}
        {isFresh ? null : (
          <>
            {' '}
            <Tag tone="unknown" text={t('monitoring:board.outOfDate')} />
          </>
        )}
      </p>
    );
  return (
    <section className="card stack" aria-labelledby="places-caption">
      <DataTable
        id="places"
        caption={t('monitoring:board.title')}
        captionHidden
        columns={[
          { key: 'system', label: t('monitoring:board.system') },
          { key: 'place', label: t('monitoring:board.place') },
          { key: 'finding', label: t('monitoring:board.finding') },
          { key: 'open', label: t('monitoring:board.open'), numeric: true },
        ]}
        rows={rows.map((row) => ({
          key: row.deploymentId,
          cells: {
            system: (
              <Link to={`/models/${row.systemId}/deployments/${row.deploymentId}/monitoring`}>
                <bdi>{text(row.name)}</bdi>
                <span className="visually-hidden">, {row.unit}</span>
              </Link>
            ),
            place: t('models:list.place', { site: row.site, unit: row.unit }),
            finding: (
              <>
                {finding(row)}
                {row.isPlanned ? day(row) : null}
              </>
            ),
            open: number(row.open),
          },
        }))}
      />
    </section>
  );
}
