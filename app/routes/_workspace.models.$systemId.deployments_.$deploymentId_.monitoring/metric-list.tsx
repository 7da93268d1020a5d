import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { AssuranceIcon, VariationIcon } from '../../components/monitoring/variation-icon.tsx';
import { Tag } from '../../components/tag.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getMonitoring } from '../../services/monitoring/get-monitoring.server.ts';

type Metrics = Awaited<ReturnType<typeof getMonitoring>>['metrics'];

/** What is said of a metric that no chart judges. */
function Judgement({ standing }: Pick<Metrics[number], 'standing'>) {
  const { t } = useTranslation('monitoring');
  switch (standing) {
    case 'concern':
      return <Tag tone="concern" text={t('drift.changed')} />;
    case 'calm':
      return <Tag tone="good" text={t('drift.same')} />;
    case 'silent':
      return <Tag tone="unknown" text={t('overview.nothingSent')} />;
    case 'unjudged':
      return <Tag tone="unknown" text={t('drift.unknown')} />;
  }
}

/** What bands, slope and groups make of a metric whose sum says something else. */
function BesideSum({ standing, overall }: Pick<Metrics[number], 'standing' | 'overall'>) {
  const { t } = useTranslation('monitoring');
  if (standing === overall) return null;
  return overall === 'concern' ? (
    <Tag tone="concern" text={t('calibration.off')} />
  ) : (
    <Tag tone="unknown" text={t('drift.unknown')} />
  );
}

/** Every planned metric with its finding, in the order of the plan. */
export function MetricList({ metrics, home }: { metrics: Metrics; home: string }) {
  const { t } = useTranslation('monitoring');
  const { listOf } = useLocal();
  const gapsText = ({ comparison, gaps }: Pick<Metrics[number], 'comparison' | 'gaps'>) => {
    switch (comparison) {
      case 'none':
        return '–';
      case 'gap':
        return listOf(gaps);
      case 'cannot-tell':
        return t('group.cannotTell');
      case 'no-gap':
        return t('group.no-gap');
    }
  };
  return (
    <section className="card stack" aria-labelledby="metrics-caption">
      <DataTable
        id="metrics"
        caption={t('overview.metrics')}
        columns={[
          { key: 'finding', label: t('overview.finding') },
          { key: 'reading', label: t('overview.variation') },
          { key: 'gaps', label: t('overview.gaps') },
          { key: 'tier', label: t('field.tier') },
        ]}
        rows={metrics.map(({ id, sentence, variation, assurance, tier, standing, ...row }) => ({
          key: id,
          cells: {
            finding: (
              <>
                <Link to={`${home}/metrics/${id}`}>{sentence}</Link>
                {row.more.length === 0 ? null : (
                  <ul className="compact-list">
                    {row.more.map((text) => (
                      <li key={text}>{text}</li>
                    ))}
                  </ul>
                )}
                {row.isConcern ? <Tag tone="concern" text={t('board.concern')} /> : null}
              </>
            ),
            reading: (
              <>
                {variation === null ? (
                  <Judgement standing={standing} />
                ) : (
                  <VariationIcon variation={variation} label={t(`variation.${variation}`)} />
                )}
                <BesideSum standing={standing} overall={row.overall} />
                {assurance === null ? null : (
                  <AssuranceIcon assurance={assurance} label={t(`assurance.${assurance}`)} />
                )}
              </>
            ),
            gaps: gapsText(row),
            tier: t(`tier.${tier}`),
          },
        }))}
      />
    </section>
  );
}
