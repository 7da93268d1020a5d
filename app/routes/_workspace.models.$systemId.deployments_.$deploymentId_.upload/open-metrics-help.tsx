import { useTranslation } from 'react-i18next';

const names = {
  openMetricsShare: ['attune_<metric>_events_total', 'attune_<metric>_cases_total'],
  openMetricsRate: ['attune_<metric>_events_total', 'attune_<metric>_exposure_total'],
  openMetricsTable: ['attune_confusion_total{cell="tp|fp|fn|tn",threshold="0.5"}'],
  openMetricsMean: ['attune_<metric>_bucket', '…_count', '…_sum'],
  openMetricsQuantiles: ['attune_<metric>_quantiles_bucket', '…_count', '…_sum'],
  openMetricsValue: ['attune_<metric>'],
} as const;
const kinds = Object.keys(names) as (keyof typeof names)[];

/** By which names a program exposes counts so that they are found. */
export function OpenMetricsHelp() {
  const { t } = useTranslation('intake');
  return (
    <details>
      <summary>{t('upload.openMetrics')}</summary>
      <p>{t('upload.openMetricsText')}</p>
      <dl className="definitions">
        {kinds.map((kind) => (
          <div key={kind}>
            <dt>{t(`upload.${kind}`)}</dt>
            <dd>
              <code dir="ltr" className="as-written">
                {names[kind].join(', ')}
              </code>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
