import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useStatistics } from '../../components/monitoring/use-statistics.ts';
import { Tag } from '../../components/tag.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { WatchedMetricPage } from '../../services/monitoring/get-monitoring.server.ts';

type Drift = NonNullable<WatchedMetricPage['drift']>;

/** Each period against the frozen bins, beside what chance gives at its number of cases. */
export function DriftTable({ drift }: { drift: Drift }) {
  const { t } = useTranslation('monitoring');
  const { number, date } = useLocal();
  const { decimal } = useStatistics();
  if (drift.reference === null) return null;
  return (
    <section className="card stack" aria-labelledby="drift-caption">
      <DataTable
        id="drift"
        caption={t('drift.title')}
        columns={[
          { key: 'period', label: t('chart.period') },
          { key: 'n', label: t('group.cases'), numeric: true },
          { key: 'psi', label: t('drift.psi'), numeric: true },
          { key: 'limit', label: t('drift.limit'), numeric: true },
          { key: 'distance', label: t('drift.distance'), numeric: true },
          { key: 'verdict', label: t('group.verdict') },
        ]}
        rows={drift.periods.map(({ from, n, judgement }) => ({
          key: from,
          cells: {
            period: date(from),
            n: number(n),
            psi: judgement.ok ? decimal(judgement.psi, 4) : '–',
            limit: judgement.ok ? decimal(judgement.limits.psi.limit, 4) : '–',
            distance: judgement.ok ? decimal(judgement.jensenShannon, 4) : '–',
            verdict: !judgement.ok ? (
              <Tag tone="unknown" text={t('drift.unknown')} />
            ) : (
              <Tag
                tone={judgement.isSignal ? 'concern' : 'good'}
                text={judgement.isSignal ? t('drift.changed') : t('drift.same')}
              />
            ),
          },
        }))}
      />
      <p className="muted">{t('drift.text')}</p>
    </section>
  );
}
