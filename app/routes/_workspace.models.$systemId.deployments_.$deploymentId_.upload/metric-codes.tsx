import { useTranslation } from 'react-i18next';
import { useMetricWords } from '../../components/monitoring/use-metric-words.ts';
import { metricPacks } from '../../services/monitoring/metrics.ts';

/** By which code a sender means which metric. */
export function MetricCodes() {
  const { t } = useTranslation('intake');
  const words = useMetricWords();
  return (
    <details>
      <summary>{t('upload.codes')}</summary>
      <p>{t('upload.codesText')}</p>
      <dl className="definitions">
        {metricPacks
          .flatMap(({ metrics }) => metrics)
          .map(({ code }) => (
            <div key={code}>
              <dt>{words.nameOf(code)}</dt>
              <dd>
                <code dir="ltr" className="as-written">
                  {code}
                </code>
              </dd>
            </div>
          ))}
      </dl>
    </details>
  );
}
