import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useStatistics } from '../../components/monitoring/use-statistics.ts';
import { useLocal } from '../../components/use-local.ts';
import type { WatchedMetricPage } from '../../services/monitoring/get-watched-metric.server.ts';
import { fewestShown } from '../../services/monitoring/series.ts';

type Calibration = NonNullable<WatchedMetricPage['calibration']>;

/** What alerts would have brought, had they been given from a score on. */
export function ThresholdTable({
  thresholds,
  counted,
}: Pick<Calibration, 'thresholds' | 'counted'>) {
  const { t } = useTranslation('monitoring');
  const { number } = useLocal();
  const { between, decimal, inPercent, percentHeading } = useStatistics();
  if (thresholds.length === 0) return null;
  const known = (value: number | null, digits: number) =>
    value === null ? '–' : decimal(value, digits);
  return (
    <section className="card stack" aria-labelledby="thresholds-caption">
      <DataTable
        id="thresholds"
        caption={t('threshold.title')}
        columns={[
          { key: 'threshold', label: t('threshold.from'), numeric: true },
          { key: 'alerts', label: t('threshold.alerts'), numeric: true },
          { key: 'predictive', label: percentHeading(t('threshold.predictive')), numeric: true },
          { key: 'toEvaluate', label: t('threshold.toEvaluate'), numeric: true },
          { key: 'benefit', label: t('threshold.benefit'), numeric: true },
          { key: 'ofAll', label: t('threshold.ofAll'), numeric: true },
        ]}
        rows={thresholds.map(({ threshold, predictiveValue, ...row }) => ({
          key: String(threshold),
          cells: {
            threshold: number(threshold),
            alerts: known(row.alertsPer100, 1),
            predictive: between(
              predictiveValue?.value ?? null,
              predictiveValue?.interval ?? null,
              inPercent,
            ),
            toEvaluate: known(row.toEvaluate, 1),
            benefit: known(row.netBenefit, 3),
            ofAll: known(row.netBenefitOfAll, 3),
          },
        }))}
      />
      <p>{t('threshold.text', counted)}</p>
      <p className="muted">{t('threshold.notMeaning')}</p>
      <p className="muted">{t('threshold.few', { n: number(fewestShown) })}</p>
    </section>
  );
}
