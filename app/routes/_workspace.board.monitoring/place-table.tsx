import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { StageTag } from '../../components/models/stage-tag.tsx';
import { Tag } from '../../components/tag.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getBoardMonitoring } from '../../services/monitoring/get-board-monitoring.server.ts';

type Rows = Awaited<ReturnType<typeof getBoardMonitoring>>['rows'];

/** No concern is good news of all that is watched alone: what was not judged is said beside it. */
function Quiet({ counts, isGood }: Pick<Rows[number], 'counts'> & { isGood: boolean }) {
  const { t } = useTranslation('monitoring');
  const { number } = useLocal();
  const { judged, partly, silent, unjudged } = counts;
  const isAllJudged = partly + silent + unjudged === 0;
  const said = [
    { metrics: judged, key: 'quiet' },
    { metrics: partly, key: 'partly' },
    { metrics: silent, key: 'silent' },
    { metrics: unjudged, key: 'unjudged' },
  ] as const;
  return said
    .filter(({ metrics }) => metrics > 0)
    .map(({ key, metrics }) => (
      <Tag
        key={key}
        tone={isGood && isAllJudged ? 'good' : 'unknown'}
        text={t(`board.${key}`, { metrics: number(metrics) })}
      />
    ));
}

/** What lies off by no more than chance may give: told beside whatever else is found. */
function Remarks({ remarks }: Pick<Rows[number], 'remarks'>) {
  if (remarks.length === 0) return null;
  return (
    <ul className="compact-list muted">
      {remarks.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

/** Each place where a system runs, with what is of concern there. */
export function PlaceTable({ rows }: { rows: Rows }) {
  const { t } = useTranslation(['monitoring', 'models']);
  const { text, number, date } = useLocal();
  const finding = ({ weight, isFresh, concerns, counts, isStamped, ...place }: Rows[number]) => {
    switch (weight) {
      case 'concern':
        return (
          <>
            <Tag tone="alert" text={t('monitoring:board.concern')} />
            {place.isPlanned ? null : <Tag tone="unknown" text={t('monitoring:board.unplanned')} />}
            <ul className="compact-list">
              {concerns.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
              {isStamped ? (
                <li>
                  <Link
                    to={`/models/${place.systemId}/deployments/${place.deploymentId}/monitoring/people`}
                  >
                    {t('monitoring:overview.stamp')}
                  </Link>
                </li>
              ) : null}
            </ul>
          </>
        );
      case 'waiting':
        return (
          <>
            <Tag tone="concern" text={t('monitoring:board.waiting')} />
            <Quiet counts={counts} isGood={false} />
          </>
        );
      case 'unplanned':
        return <Tag tone="unknown" text={t('monitoring:board.unplanned')} />;
      case 'computing':
        return <Tag tone="unknown" text={t('monitoring:board.firstTime')} />;
      case 'calm':
        return <Quiet counts={counts} isGood={isFresh} />;
    }
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
            place: (
              <>
                {t('models:list.place', { site: row.site, unit: row.unit })}{' '}
                <StageTag stage={row.stage} />
              </>
            ),
            finding: (
              <>
                {finding(row)}
                <Remarks remarks={row.remarks} />
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
